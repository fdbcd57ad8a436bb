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
	"home secretary": "GB", "chancellor of the exchequer": "GB", "executive secretary": "PH", "first minister": "GB", "chief minister": "IN", "union minister": "IN"}

// ownOffices are offices that one country alone has under that name. Its name has to stand in the article all the same: another's
// may be so called in English for once.
var ownOffices = map[string]string{"chief cabinet secretary": "JP", "external affairs minister": "IN", "union minister": "IN",
	"minister of external affairs": "IN", "chancellor of the exchequer": "GB", "jal shakti minister": "IN"}

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
	general gen gen. colonel col col. major maj maj. captain capt capt. admiral adm brigadier brig commander cdr cmdr lieutenant lt assemblyman
	assemblywoman`)

// sameOffice reports whether two titles are of offices of which the state of a code has one: "foreign minister" and "minister of foreign
// affairs", but not "interior minister". A bare "minister" may be any of them.
func sameOffice(a, b, code string) bool {
	if headsGovernment(a, code) && headsGovernment(b, code) {
		return true
	}
	x, y := officeWords(a), officeWords(b)
	if readOffice(a).second != readOffice(b).second || headWord(officeFields(a)) != headWord(officeFields(b)) { // "adviser to the president"
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

// headsGovernment reports whether a title is that of the head of government of a country. Premiers head provinces in some.
func headsGovernment(title, code string) bool {
	switch strings.ToLower(title) {
	case "premier":
		return !provincial[code]
	case "prime minister", "pm", "chancellor", "taoiseach":
		return true
	}
	return false
}

// provincial are the countries whose premiers head a province or state.
var provincial = nlp.WordSet("AU CA SB ZA")

// officeFields returns the words of a title in lower case.
func officeFields(title string) []string { return strings.Fields(strings.ToLower(title)) }

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
		if ledState(t) {
			return true
		}
		if strings.Contains(t, "minister") || strings.Contains(t, "head of state") || strings.HasPrefix(t, "crown prince") {
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
		words := officeFields(t)
		if len(words) == 0 {
			continue
		}
		if country.StateOffice(t) {
			return true
		}
		if headWord(words) == "secretary" && slices.ContainsFunc(words, func(w string) bool { return w == "division" || w == "ministry" }) {
			return true
		}
		if strings.HasPrefix(words[0], "spokes") && ofState[words[len(words)-1]] || strings.HasPrefix(words[0], "undersecretary") {
			return true
		}
		head := headWord(words)
		before := words[:slices.Index(words, head)]
		if (head == "adviser" || head == "advisor") && slices.Contains(words, "to") && !slices.ContainsFunc(words, func(w string) bool { return advised[w] }) {
			continue
		}
		switch {
		case stateHeads[head] && (!localOffices[head] || head == words[len(words)-1]), ofServices[head] && (slices.ContainsFunc(before, func(w string) bool { return ofState[w] }) ||
			slices.ContainsFunc(words, func(w string) bool { return services[w] })):
			return true
		case head == "leader" && len(before) > 0 && leadersOf[before[len(before)-1]]:
			return true
		case head == "officer" && len(before) > 0 && before[len(before)-1] == "press" && before[0] != "press":
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

// ranked reports whether one of the titles is a rank of the armed services as printed before a name.
func ranked(titles []string) bool {
	return slices.ContainsFunc(titles, func(t string) bool {
		words := officeFields(t)
		last := len(words) - 1
		return last >= 0 && capitalized(t) && ranks[strings.TrimSuffix(words[last], ".")] &&
			(words[last] != "general" || last == 0 || nlp.OfficeModifier(words[last-1]) || ranks[words[last-1]]) // but "Secretary General"
	})
}

// serves reports whether one of the titles is one that services of a state have.
func serves(titles []string) bool {
	return slices.ContainsFunc(titles, func(t string) bool { return ofServices[headWord(officeFields(t))] })
}

var (
	// stateHeads are offices of which the bearer acts for a state.
	stateHeads = nlp.WordSet(`inspector judge magistrate prosecutor councillor councilor councilman councilwoman sheriff superintendent mla parliamentarian speaker undersecretary under-secretary
		deputy lawmaker mp legislator senator mayor attorney-general congressman congresswoman sen. rep. gov. governor comptroller-general assemblyman assemblywoman`)
	// ofServices are offices that are of a state where one of its services stands before them.
	ofServices = nlp.WordSet(`spokesman spokeswoman spokesperson adviser advisor chief secretary director director-general head commander commissioner comptroller
		official officer superintendent inspector`)
	// ranks are those of the armed services.
	ranks     = nlp.WordSet("general gen colonel col major maj brigadier admiral adm lieutenant lt cdr cmdr commodore brigadier-general")
	leadersOf = nlp.WordSet("council minority majority floor senate house junta")
	// ofState are words before "spokesman", "adviser", "chief" or "secretary" that make an office one of a state.
	ofState = nlp.WordSet("presidential government cabinet ministry foreign defense defence security intelligence army military navy police home interior state treasury special junta")
	// advised are those whose advisers act for the state.
	advised  = nlp.WordSet("president prime minister ministry premier chancellor king queen emir sultan government governor cabinet presidency commander")
	services = nlp.WordSet("army navy military police customs treasury immigration presidency parliament defence defense forces")
)

// leadsOpposition reports whether a title is the office of the leader of the opposition in a parliament: others lead an opposition, or
// are "opposition leaders" without capitals.
func leadsOpposition(title string) bool {
	return strings.HasSuffix(title, "Opposition Leader") || strings.HasPrefix(strings.ToLower(title), "leader of the opposition")
}

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

// hasOffice reports whether a country has the offices of a person's titles.
func hasOffice(titles []string, code string) bool {
	foreign := slices.ContainsFunc(titles, func(t string) bool { return readOffice(t).portion["foreign"] })
	for _, t := range titles {
		if foreign && strings.EqualFold(t, "chancellor") { // as Spanish calls the minister
			continue
		}
		if !country.HasOffice(officeName(t), code) {
			return false
		}
	}
	return true
}

// officeName returns the office of a title as country.HasOffice knows it: the whole title, of which a deputy's is that of the office,
// or its head where that alone tells the office, as in "Republican Sen.", "senator for Leinster".
func officeName(title string) string {
	t := strings.ToLower(title)
	for _, standing := range []string{"acting ", "interim ", "outgoing ", "incoming ", "deputy "} {
		t = strings.TrimPrefix(t, standing)
	}
	t = strings.Replace(t, "vice-", "vice ", 1)
	if head := headWord(strings.Fields(t)); ofMany[head] {
		return head
	}
	return t
}
