package coref

import (
	"sort"
	"strings"
	"sync"

	"github.com/agnivade/levenshtein"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// Countries that an office or its holder alone tells.

// officeCountry returns the country of an office that only one country has, or only one of those that the article names.
func (r *resolver) officeCountry(title string) string {
	if title == "Chief Executive" && r.count("HK") >= 3 {
		return "HK"
	}
	t := strings.ToLower(title)
	if strings.HasPrefix(title, "Secretary for ") && r.count("HK") > 0 && r.count("HK") >= r.count("PH") {
		return "HK"
	}
	if code := ownOffices[t]; code != "" && r.count(code) > 0 {
		return code
	}
	switch {
	case (strings.HasPrefix(t, "defense secretary") || strings.HasPrefix(t, "secretary of state")) && r.count("US") < max(r.count("PH"), r.count("GB")):
		return ""
	case strings.Contains(t, "secretary of state") && !strings.Contains(t, "secretary of state for") && !strings.Contains(t, "parliamentary"),
		strings.HasPrefix(t, "under secretary for"),
		strings.Contains(t, "secretary of defense"), strings.Contains(t, "secretary of the treasury"),
		strings.HasPrefix(t, "treasury secretary"), strings.HasPrefix(t, "defense secretary"):
		return "US"
	case t == "taoiseach" || t == "tánaiste" || t == "td":
		return "IE"
	case t == "bundeskanzler":
		return "DE"
	case t == "msp" || t == "first minister":
		return "GB"
	case t == "mk":
		return "IL"
	case t == "pope" || strings.HasSuffix(t, "nuncio"):
		return "VA"
	}
	return ""
}

// seatIn returns the country of a seat of power that a title names: "Kremlin spokesman".
func seatIn(title string) string {
	for _, p := range country.Find(title) {
		if p.Kind == country.Seat {
			return p.Code
		}
	}
	return ""
}

// countries gives a country to the people whom a table of office holders knows: an article that names the country and a
// president's, premier's or minister's surname leaves no other reading. The holder's full name is kept, so that the same
// person has one key in all articles however the name is spelt.
func (r *resolver) countries() {
	count := map[string]int{}
	for _, p := range r.d.Places {
		count[p.Code]++
	}
	codes := make([]string, 0, len(count))
	for code := range count {
		codes = append(codes, code)
	}
	sort.Strings(codes)
	for i := range r.d.People {
		p := &r.d.People[i]
		if p.Represents != "" {
			codes := []string{p.Represents}
			r.holder(p, codes)
			continue
		}
		r.holder(p, codes)
		if p.Represents == "" && len(p.Words) > 1 && bearsState(p.Titles) { // a full name with an office needs no country beside it
			r.holder(p, allCodes())
		}
	}
}

var allCodes = sync.OnceValue(func() []string {
	var codes []string
	for _, c := range country.All() {
		codes = append(codes, c.Code)
	}
	return codes
})

// holder looks a person up among the office holders of some countries.
func (r *resolver) holder(p *nlp.Chain, codes []string) {
	surname, first := p.Words[len(p.Words)-1], p.Words[0]
	if len(p.Words) > 1 && nlp.FamilyFirst(p.Words[0]) {
		surname, first = first, surname
	}
	var found, full string
	for _, code := range codes {
		name, ok := country.Holder(code, surname, r.d.Published)
		if !ok || len(p.Words) > 1 && !hasName(name, first) {
			continue
		}
		if found != "" {
			return // two countries' holders bear the name
		}
		found, full = code, name
	}
	if found == "" {
		return
	}
	setCountry(p, found)
	p.Holder, p.Known = full, found
}

// hasName reports whether a full name has the first name among its words, as an initial or in another way to write it in
// Latin letters ("Sergei", "Sergey") too.
func hasName(full, first string) bool {
	a := nlp.Fold(strings.TrimSuffix(first, "."))
	for _, w := range strings.FieldsFunc(full, func(r rune) bool { return r == ' ' || r == '-' }) {
		b := nlp.Fold(strings.TrimSuffix(w, "."))
		if a == b || len(a) == 1 && strings.HasPrefix(b, a) ||
			a[0] == b[0] && len(a) > 4 && len(b) > 4 && levenshtein.ComputeDistance(a, b) <= 2 {
			return true
		}
	}
	joined := strings.NewReplacer("-", "", " ", "") // "Min-seo", "Min Seo", "Minseo"
	a = joined.Replace(a)
	return len(a) > 3 && strings.Contains(joined.Replace(nlp.Fold(full)), a)
}
