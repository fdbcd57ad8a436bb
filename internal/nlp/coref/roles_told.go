package coref

import (
	"strings"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// What the words of an office tell besides a country's name: a town, a region, an organ, a party, a seat in a parliament; and
// the same office named elsewhere with its country.

// located returns the country of the town or region beside a local office, of the organ of a state beside any, or of the party of
// a lawmaker: "Istanbul Mayor NAME", "Knesset member NAME", "the Tory MP NAME".
func (r *resolver) located(person int, m nlp.Mention, titles []string, lawmaker bool, home string) string {
	if len(titles) == 0 && len(r.d.People[person].Titles) > 0 {
		return ""
	}
	local, leads := false, false
	for _, t := range titles {
		words := strings.Fields(strings.ToLower(t))
		local = local || localOffices[headWord(words)]
		leads = leads || regionLeaders[headWord(words)]
	}
	if r.partyTag(m) {
		return "US"
	}
	for _, x := range r.officePhrases(m) {
		if code := r.bodyIn(x, lawmaker, home); code != "" {
			return code
		}
		if local || lawmaker {
			if code := r.regionIn(x, true); code != "" {
				return code
			}
		} else if leads {
			if code := r.regionIn(x, false); code != "" {
				return code
			}
		}
	}
	if local || lawmaker { // "Governor NAME of Ohio"
		if w := r.d.Lower(m.To); w == "of" || w == "from" {
			return r.regionAt(m.To+1, true)
		}
	}
	return ""
}

var (
	localOffices  = nlp.WordSet("mayor governor gov. premier councillor councilor sheriff prefect prosecutor judge magistrate inspector superintendent")
	regionLeaders = nlp.WordSet("head chief leader minister president")
	lawmakers     = nlp.WordSet(`mp lawmaker legislator senator sen. rep. deputy representative congressman congresswoman member mla msp mk td assemblyman assemblywoman
		parliamentarian`)
)

// partyTag reports whether the tag of an American lawmaker stands behind a name: "(R-Texas)", "D-N.Y.".
func (r *resolver) partyTag(m nlp.Mention) bool {
	d := r.d
	k := m.To
	if w := d.Word(k); w == "(" || w == "," {
		k++
	} else {
		return false
	}
	w := d.Word(k)
	if len(w) > 2 && w[1] == '-' {
		return strings.ContainsAny(w[:1], "RDI") && w[2] >= 'A' && w[2] <= 'Z'
	}
	return (w == "R" || w == "D" || w == "I") && d.Word(k+1) == "-" && capitalized(d.Word(k+2))
}

// bodyIn returns the country of an organ of a state that a phrase names, or of a party where they count too. A party of a country
// that the article neither names nor comes from may be another of that name.
func (r *resolver) bodyIn(x nlp.Range, parties bool, home string) string {
	const most = 4
	for i := x.From; i < x.To; i++ {
		if r.d.Word(i-1) == "(" && r.d.Word(i+1) == ")" && nlp.Office(r.d.Lower(i-2)) { // "National Security Adviser (NSA) NAME"
			continue
		}
		for n := min(most, x.To-i); n > 0; n-- {
			words := strings.ReplaceAll(r.d.Words(nlp.Range{From: i, To: i + n}), "’", "'")
			if code, ok := country.Organ(words); ok {
				return code
			}
			if code, ok := country.Party(words); ok && parties && !r.isParty(i-1) && (home == code || r.count(code) > 0) {
				return code
			}
		}
	}
	return ""
}

// isParty reports whether a word begins the name of a party of many countries: "Social Democrat".
func (r *resolver) isParty(i int) bool {
	switch r.d.Lower(i) {
	case "social", "free", "centre", "center", "democratic":
		return true
	}
	return false
}

// regionIn returns the country of the first region, or town where they count too, that a phrase names, or "".
func (r *resolver) regionIn(x nlp.Range, towns bool) string {
	for i := x.From; i < x.To; i++ {
		if code := r.regionAt(i, towns); code != "" {
			return code
		}
	}
	return ""
}

// regionAt returns the country of the region, or town where they count too, whose name of a few words begins at token i, or "".
func (r *resolver) regionAt(i int, towns bool) string {
	const most = 4
	if r.d.Lower(i) == "the" {
		i++
	}
	if w := r.d.Lower(i); !capitalized(r.d.Word(i)) || nlp.Office(w) || nlp.OfficeModifier(w) {
		return ""
	}
	for n := min(most, len(r.d.Tokens)-i); n > 0; n-- {
		words := r.d.Words(nlp.Range{From: i, To: i + n})
		if code, ok := country.Region(words); ok {
			return code
		}
		if code, ok := country.City(words); ok && towns {
			return code
		}
	}
	return ""
}

// toldElsewhere returns the country of the one office of the same kind that the article names with its country and without a
// name: "The Ethiopian prime minister … Prime Minister NAME". Offices of which a state has many do not count.
func (r *resolver) toldElsewhere(person int, titles []string) string {
	found := ""
	for _, o := range r.bareOffices() {
		if len(officeWords(o.title)) == 1 && readOffice(o.title).head == "minister" && !readOffice(o.title).prime { // of anything
			continue
		}
		for _, t := range titles {
			if ofMany[readOffice(t).head] || !sameOffice(t, o.title, o.code) || found == o.code || r.taken(person, o.code) {
				continue
			}
			if found != "" {
				return ""
			}
			found = o.code
		}
	}
	return found
}

// bareOffices returns the offices that the article names with a country and without a name.
func (r *resolver) bareOffices() []role {
	if r.bare != nil {
		return r.bare
	}
	r.bare = []role{}
	d := r.d
	for i := 1; i < len(d.Tokens); i++ {
		if w := d.Lower(i); !nlp.Office(w) || nlp.FormOfAddress(w) || nlp.Office(d.Lower(i+1)) || genericOffice[w] {
			continue
		}
		k := i
		for nlp.OfficeModifier(d.Lower(k-1)) || nlp.Office(d.Lower(k-1)) {
			k--
		}
		at := k - 1
		if w := d.Lower(at); w == "'s" || w == "'" {
			at--
		}
		p, ok := r.placeAt(at)
		if !ok || d.Tokens[at].Sentence != d.Tokens[i].Sentence {
			continue
		}
		if past(r.tenure(at+1)) || r.chainAt(i+1) >= 0 || d.Word(i+1) == "," && (r.chainAt(i+2) >= 0 || nlp.FormOfAddress(d.Lower(i+2))) {
			continue
		}
		r.bare = append(r.bare, role{title: d.Words(nlp.Range{From: k, To: i + 1}), code: p.Code})
	}
	return r.bare
}
