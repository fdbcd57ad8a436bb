package coref

import "graphload/internal/nlp"

// Whose office it is where an article speaks of two countries and the bearer of the same office in one of them is known.

// otherOf returns the country that an article names by far most besides the one at home, where the one at home has no such
// office, it is another's there or its bearer is met by one of home; or "". Without a home the foremost country stands for it.
func (r *resolver) otherOf(person int, m nlp.Mention, home string) string {
	const least = 3 // mentions
	count := map[string]int{}
	for _, p := range r.d.Places {
		if p.Code != "" && !nlp.Town(r.d, p) {
			count[p.Code]++
		}
	}
	if home == "" {
		home, _ = nlp.Foremost(count)
	}
	if hasOffice(r.d.People[person].Titles, home) && !r.taken(person, home) && !r.metBy(person, m, home) {
		return ""
	}
	delete(count, home)
	other, next := nlp.Foremost(count)
	if count[other] < least || count[other] < 2*count[next] {
		return ""
	}
	return other
}

// metBy reports whether a sentence tells of a meeting with somebody of a country who has an office of the same kind, as ministers of
// one government do not meet.
func (r *resolver) metBy(person int, m nlp.Mention, code string) bool {
	s := r.d.SentenceOf(m.From)
	for i := range r.d.People {
		q := &r.d.People[i]
		if i == person || q.Represents != code || !r.sameRank(i, person) {
			continue
		}
		for _, o := range q.Mentions {
			if o.From < m.From && s.Has(o.From) && r.hasWord(o.To, m.From, metWith) {
				return true
			}
		}
	}
	return false
}

// sameRank reports whether two people have offices of one kind, as two ministers have.
func (r *resolver) sameRank(a, b int) bool {
	for _, t := range r.current(a) {
		for _, u := range r.current(b) {
			x, y := readOffice(t), readOffice(u)
			if x.head != "" && x.head == y.head && x.prime == y.prime && x.second == y.second {
				return true
			}
		}
	}
	return false
}

// tells returns the country of which a sentence speaks that ends with who told it: "Norway will close the port, Transport Minister NAME
// said", or "".
func (r *resolver) tells(m nlp.Mention) string {
	const opening = 12 // tokens in which the subject stands
	d := r.d
	s := d.SentenceOf(m.From)
	if r.tree == nil || d.Word(r.titleStart(m)-1) != "," || !isReporting(d.Lower(m.To)) {
		return ""
	}
	for k := s.From; k < min(m.From, s.From+opening); k++ {
		if d.Reading.Relations[k] != "nsubj" && d.Reading.Relations[k] != "nsubj:pass" {
			continue
		}
		if r.chainAt(k) >= 0 {
			return ""
		}
		return r.countryOfPhrase(k)
	}
	return ""
}
