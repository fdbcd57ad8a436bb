package coref

import (
	"slices"
	"strings"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// What a title tells of its bearer: whether it is an office of a state, and whether two are the same one.

// speaksFor reports whether one of the titles is that of somebody who speaks for others.
func speaksFor(titles []string) bool {
	for _, t := range titles {
		if t = strings.ToLower(t); strings.HasSuffix(t, "spokesman") || strings.HasSuffix(t, "spokeswoman") || strings.HasSuffix(t, "spokesperson") || t == "press secretary" {
			return true
		}
	}
	return false
}

// usualOffices are offices that mostly one country has under that name. Others have them too, so that they count only where the
// article names that country.
var usualOffices = map[string]string{"chief cabinet secretary": "JP", "external affairs minister": "IN", "foreign secretary": "GB",
	"home secretary":              "GB",
	"chancellor of the exchequer": "GB", "executive secretary": "PH", "first minister": "GB", "chief minister": "IN", "union minister": "IN"}

// usualOffice returns the country of a title by usualOffices, or "".
func (r *resolver) usualOffice(titles []string) string {
	for _, t := range titles {
		code := usualOffices[strings.ToLower(t)]
		if code != "" && slices.ContainsFunc(r.d.Places, func(p country.Match) bool { return p.Code == code }) {
			return code
		}
	}
	return ""
}

// ofMany are offices of which a state has many.
var ofMany = nlp.WordSet(`mp lawmaker legislator senator sen. rep. deputy representative congressman congresswoman spokesman spokeswoman spokesperson mayor governor gov. adviser advisor
	judge justice magistrate prosecutor councillor councilor inspector superintendent sheriff mla msp td mk parliamentarian ambassador envoy official diplomat officer
	general gen. colonel col. major maj. captain capt. admiral brigadier commander`)

// sameOffice reports whether two titles are of offices of which a state has one: "foreign minister" and "minister of foreign
// affairs", but not "interior minister". A bare "minister" may be any of them.
func sameOffice(a, b string) bool {
	if headsGovernment(a) && headsGovernment(b) {
		return true
	}
	x, y := officeWords(a), officeWords(b)
	if readOffice(a).second != readOffice(b).second {
		return false
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	for w := range x {
		if !y[w] {
			return false
		}
	}
	return true
}

// headsGovernment reports whether a title is that of a head of government.
func headsGovernment(title string) bool {
	switch strings.ToLower(title) {
	case "prime minister", "pm", "premier", "chancellor", "taoiseach":
		return true
	}
	return false
}

// officeWords returns the words of a title that tell which office it is.
func officeWords(title string) map[string]bool {
	words := nlp.WordSet(strings.ToLower(title))
	for _, w := range []string{"of", "for", "the", "and", "affairs"} {
		delete(words, w)
	}
	return words
}

// bearsState reports whether one of the titles is an office that only a state has.
func bearsState(titles []string) bool {
	for _, t := range titles {
		t = strings.ToLower(t)
		words := strings.Fields(t)
		if strings.Contains(t, "minister") || strings.Contains(t, "head of state") {
			return true
		}
		switch words[len(words)-1] {
		case "premier", "chancellor", "king", "queen", "emir", "sultan", "pm", "dpm", "fm", "taoiseach", "tánaiste":
			return true
		case "president":
			return len(words) == 1 || len(words) == 2 && (words[0] == "vice" || words[0] == "interim" || words[0] == "acting" || words[0] == "host" || words[0] == "former")
		}
	}
	return false
}

// actsForState reports whether one of the titles is an office in which people act for the state in whose capital they are
// named, though others have such offices too: spokespeople, lawmakers, advisers on security.
func actsForState(titles []string) bool {
	for _, t := range titles {
		words := strings.Fields(strings.ToLower(t))
		if len(words) == 0 {
			continue
		}
		last := words[len(words)-1]
		if strings.HasPrefix(strings.ToLower(t), "spokes") && ofState[last] || strings.HasPrefix(strings.ToLower(t), "undersecretary") {
			return true
		}
		switch last {
		case "spokesman", "spokeswoman", "spokesperson", "adviser", "advisor", "chief", "secretary":
			for _, w := range words[:len(words)-1] {
				if ofState[w] {
					return true
				}
			}
		case "judge", "magistrate", "prosecutor", "councillor", "councilor", "sheriff", "superintendent", "mla", "parliamentarian":
			return true
		case "leader":
			if w := words[max(0, len(words)-2)]; w == "council" || w == "minority" || w == "majority" || w == "floor" || w == "senate" || w == "house" {
				return true
			}
		case "officer":
			if len(words) > 1 && words[len(words)-2] == "press" && words[0] != "press" {
				return true
			}
		case "speaker", "undersecretary", "under-secretary":
			return true
		case "deputy", "lawmaker", "mp", "legislator", "senator", "mayor", "attorney-general", "congressman", "congresswoman", "sen.", "rep.", "gov.", "governor":
			return true
		}
		if lower := strings.ToLower(t); strings.Contains(lower, "adviser to the pr") || strings.Contains(lower, "advisor to the pr") {
			return true
		}
		if strings.Contains(t, "of staff") || strings.Contains(t, "of Staff") || leadsOpposition(t) || strings.HasSuffix(t, "ttorney General") {
			return true
		}
	}
	return false
}

// leadsOpposition reports whether a title is the office of the leader of the opposition in a parliament, which is written with
// capitals; others lead an opposition.
func leadsOpposition(title string) bool {
	return strings.HasSuffix(title, "Opposition Leader") || strings.HasSuffix(title, "Leader of the Opposition")
}

// ofState are words before "spokesman", "adviser", "chief" or "secretary" that make an office one of a state.
var ofState = nlp.WordSet("presidential government cabinet ministry foreign defense defence security intelligence army military navy police home interior state treasury")

// federal reports whether one of the titles is printed as those of American lawmakers and governors are.
func federal(titles []string) bool {
	for _, t := range titles {
		for _, w := range strings.Fields(strings.ToLower(t)) {
			switch w {
			case "sen.", "rep.", "gov.", "congressman", "congresswoman":
				return true
			}
		}
	}
	return false
}

// offices that few countries have.
var fewHave = map[string]map[string]bool{
	"chancellor": nlp.WordSet("DE AT GB"),
	"king":       nlp.WordSet("GB ES NL BE DK SE NO JO SA BH MA TH KH BT TO LS SZ MY"),
	"queen":      nlp.WordSet("GB ES NL BE DK SE NO JO SA BH MA TH KH BT TO LS SZ MY"),
	"emir":       nlp.WordSet("QA KW AF"),
	"sen.":       nlp.WordSet("US PH CO NG KE MX AR BR AU IT PK CA"),
	"rep.":       nlp.WordSet("US PH KR CO MX JP"),
	"gov.":       nlp.WordSet("US PH CO NG KE MX AR BR UA RU ID JP"),
	"sultan":     nlp.WordSet("OM BN MY"),
}

// hasOffice reports whether a country has the offices of a person's titles.
func hasOffice(titles []string, code string) bool {
	for _, t := range titles {
		words := strings.Fields(strings.ToLower(t))
		if len(words) == 0 {
			continue
		}
		last := words[len(words)-1]
		if few := fewHave[last]; few != nil && (len(words) == 1 || strings.HasSuffix(last, ".")) && !few[code] {
			return false
		}
	}
	return true
}
