package country

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The alpha-2 codes of ISO 3166-1, and XK.
const isoCodes = `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW
	BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
	FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO
	JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS
	MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU
	RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA
	UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW`

func TestTable(t *testing.T) {
	var codes []string
	code3 := map[string]string{}
	for _, c := range All() {
		codes = append(codes, c.Code)
		if other, ok := code3[c.Code3]; ok || len(c.Code3) != 3 {
			t.Errorf("%s: alpha-3 code %q, also of %q", c.Code, c.Code3, other)
		}
		code3[c.Code3] = c.Code
		if got, ok := ByCode(c.Code); !ok || got.Name != c.Name {
			t.Errorf("ByCode(%q) = %v, %v", c.Code, got.Name, ok)
		}
	}
	if want := strings.Fields(isoCodes); !slices.Equal(codes, want) {
		t.Errorf("codes are %v, want %v", codes, want)
	}
	if _, ok := ByCode("XX"); ok {
		t.Error("ByCode(XX) found a country")
	}
}

// Every form of every country must be found as that country where the text makes it certain, and none may mean two.
func TestFormsAreUnambiguous(t *testing.T) {
	owner := map[string]string{}
	shared := map[string]bool{"Congo": true, "Congolese": true, "Korea": true, "Korean": true, "Koreans": true}
	for _, c := range All() {
		for _, list := range [][]string{c.Names, c.Demonyms, c.Capitals, c.Seats} {
			for _, form := range list {
				if form != strings.TrimSpace(form) || form == "" {
					t.Errorf("%s: form %q", c.Code, form)
				}
				if other := owner[form]; other != "" && other != c.Code && !shared[form] {
					t.Errorf("%q is %s and %s", form, other, c.Code)
				}
				owner[form] = c.Code
			}
		}
		text := "the " + c.Name + " of " + c.Official
		if got := Find(text); len(got) == 0 || got[0].Code != c.Code || got[len(got)-1].Code != c.Code {
			t.Errorf("Find(%q) = %s", text, show(text, got))
		}
	}
}

func TestOtherTables(t *testing.T) {
	isDate := regexp.MustCompile(`^\d{4}(-\d\d(-\d\d)?)?$`)
	for _, row := range rows(officialsTSV, 6) {
		if _, ok := ByCode(row[0]); !ok || !isDate.MatchString(row[4]) || row[5] != "" && !isDate.MatchString(row[5]) ||
			row[5] != "" && row[5] < row[4] || row[2] == "" || row[3] == "" {
			t.Errorf("officials.tsv: %v", row)
		}
	}
	for name, code := range cities().code {
		if _, ok := ByCode(code); !ok || name == "" {
			t.Errorf("town %q in %q", name, code)
		}
	}
	if n := len(cities().code); n < 20_000 {
		t.Errorf("%d towns", n)
	}
}
