package country

import (
	"slices"
	"strings"
	"testing"
)

func TestHasOffice(t *testing.T) {
	for _, c := range []struct {
		office, code string
		want         bool
	}{
		{"senator", "IT", true}, {"senator", "LY", false}, {"senator", "PG", false}, {"senator", "AU", true},
		{"president", "NO", false}, {"president", "FR", true}, {"prime minister", "CH", false}, {"prime minister", "NO", true},
		{"chancellor", "DE", true}, {"chancellor", "MX", false}, {"mp", "US", false}, {"minister", "US", true},
	} {
		if got := HasOffice(c.office, c.code); got != c.want {
			t.Errorf("HasOffice(%q, %s) = %v", c.office, c.code, got)
		}
	}
	if !RareOffice("senator") || RareOffice("president") || RareOffice("minister") {
		t.Error("RareOffice")
	}
	if OnlyWithOffice("taoiseach") != "IE" || OnlyWithOffice("chief minister") != "" || OnlyWithOffice("minister") != "" {
		t.Error("OnlyWithOffice")
	}
}

// TestOffices holds the form of the table: offices in lower case and in order, each once, countries by their codes in order.
func TestOffices(t *testing.T) {
	last := ""
	for _, row := range rows(officesTSV, 3) {
		if row[0] <= last || row[0] != strings.ToLower(row[0]) {
			t.Errorf("%q behind %q", row[0], last)
		}
		last = row[0]
		if row[1] == "-" && row[2] == "-" {
			t.Errorf("%q tells nothing", row[0])
		}
		for _, list := range row[1:] {
			codes := strings.Fields(strings.Trim(list, "-"))
			if !slices.IsSorted(codes) || len(slices.Compact(slices.Clone(codes))) != len(codes) {
				t.Errorf("%q: %q is not in order", row[0], list)
			}
			for _, code := range codes {
				if _, ok := ByCode(code); !ok {
					t.Errorf("%q: %q is no country", row[0], code)
				}
			}
		}
	}
}
