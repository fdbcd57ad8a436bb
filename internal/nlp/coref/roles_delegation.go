package coref

import (
	"strings"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// Who leads a country's delegation, or speaks in its name: "the Kenyan side was led by NAME", "for Norway, NAME signed".

// delegated returns the country in whose name the words around a person's name say that they act, or "".
func (r *resolver) delegated(m nlp.Mention) string {
	i := r.nameStart(m)
	s := r.d.SentenceOf(m.From)
	for _, reading := range []func(nlp.Mention, int, nlp.Sentence) string{r.ledBy, r.ledAhead, r.inNameOf, r.sent, r.leads, r.equal, r.seated} {
		if code := reading(m, i, s); code != "" {
			return code
		}
	}
	return ""
}

// nameStart returns the first token of a name with all words of an office before it, and an article or possessive pronoun.
func (r *resolver) nameStart(m nlp.Mention) int {
	i := r.titleStart(m)
	s := r.d.SentenceOf(m.From)
	if i-2 > s.From && r.d.Word(i-1) == "," {
		k := i - 1
		for k > s.From && (nlp.Office(r.d.Lower(k-1)) || nlp.OfficeModifier(r.d.Lower(k-1)) || nlp.Department(r.d.Lower(k-1)) || r.d.Lower(k-1) == "of") {
			k--
		}
		if k < i-1 {
			i = k
		}
	}
	for i > s.From {
		w := r.d.Lower(i - 1)
		if w != "the" && !possessives[w] && !counterparts[w] && !nlp.OfficeModifier(w) && !nlp.Office(w) {
			break
		}
		i--
	}
	return i
}

// ledBy reads "the Kenyan delegation, led by NAME", "Kenya was represented by NAME", "and Norway by NAME".
func (r *resolver) ledBy(_ nlp.Mention, i int, s nlp.Sentence) string {
	d := r.d
	by := i - 1
	switch d.Lower(by) {
	case "by":
	case "under":
		return r.delegationBefore(by, s)
	default:
		return ""
	}
	verb := by - 1
	if leading[d.Lower(verb)] {
		if verb-1 >= s.From { // "were led on the Kenyan side by" stands below
			if code := r.delegationBefore(verb, s); code != "" {
				return code
			}
		}
		if d.Lower(verb) == "represented" {
			if p, ok := r.placeAt(r.beforeAuxiliaries(verb)); ok && p.Kind == country.Name {
				return p.Code
			}
			if r.tree != nil { // "Kenya, which holds the chair, will be represented by NAME"
				if k := r.tree.Kid(verb, "nsubj"); k >= 0 {
					if p, ok := r.placeAt(k); ok && p.Kind == country.Name {
						return p.Code
					}
				}
			}
		}
		if verb == s.From || verb == s.From+1 { // "Led by NAME, the Kenyan delegation"
			return r.delegationAfter(i, s)
		}
		return ""
	}
	if !r.hasWord(s.From, by, leading) {
		return ""
	}
	if p, ok := r.placeAt(verb); ok && p.Kind == country.Name { // "Kenya was represented by NAME and Norway by NAME"
		return p.Code
	}
	if delegations[d.Lower(verb)] { // "were led on the Kenyan side by NAME"
		return r.ownOf(verb)
	}
	return ""
}

// beforeAuxiliaries returns the last token before "was", "will be", "has been" and the like that stand before a verb.
func (r *resolver) beforeAuxiliaries(verb int) int {
	k := verb - 1
	for auxiliary[r.d.Lower(k)] || r.d.Lower(k) == "been" || r.d.Lower(k) == "be" || r.d.Word(k) == "," {
		k--
	}
	return k
}

// delegationBefore returns the country of the delegation that is named right before a verb, auxiliaries and a comma between.
func (r *resolver) delegationBefore(verb int, s nlp.Sentence) string {
	const most = 6
	to := r.beforeAuxiliaries(verb)
	for k := to; k >= s.From && k > to-most && r.chainAt(k) < 0; k-- {
		if !delegations[r.d.Lower(k)] {
			continue
		}
		if code := r.ownOf(k); code != "" {
			return code
		}
		if p, ok := r.placeAfter(k + 1); ok && (r.d.Lower(k+1) == "from" || r.d.Lower(k+1) == "of") {
			return p.Code
		}
		return ""
	}
	return ""
}

// delegationAfter returns the country of the delegation that is the subject behind an opening participle.
func (r *resolver) delegationAfter(i int, s nlp.Sentence) string {
	for k := i; k < s.To && k < i+14; k++ {
		if delegations[r.d.Lower(k)] {
			return r.ownOf(k)
		}
	}
	return ""
}

// ledAhead reads "Heading the Kenyan team was NAME", "at the head of the Kenyan delegation, NAME".
func (r *resolver) ledAhead(_ nlp.Mention, i int, s nlp.Sentence) string {
	d := r.d
	k := i - 1
	if d.Lower(k) == "was" || d.Lower(k) == "is" || d.Word(k) == "," {
		k--
	} else {
		return ""
	}
	if p, ok := r.placeAt(k); ok && p.Kind == country.Name && d.Lower(k-1) == "for" { // "Signing for Norway was NAME"
		return p.Code
	}
	if !delegations[d.Lower(k)] || !r.hasWord(s.From, k, leading) {
		return ""
	}
	return r.ownOf(k)
}

// inNameOf reads "For Norway, NAME signed", "representing Norway, NAME", "on behalf of Norway, NAME".
func (r *resolver) inNameOf(m nlp.Mention, i int, s nlp.Sentence) string {
	d := r.d
	if p, ok := r.placeAfter(m.To); ok && d.Lower(m.To) == "for" && p.Kind != country.Demonym && r.hasWord(s.From, m.To, signing) {
		return p.Code // "NAME signed for Norway and NAME for Kenya"
	}
	if d.Word(i-1) != "," {
		return ""
	}
	p, ok := r.placeAt(i - 2)
	if !ok || p.Kind != country.Name {
		return ""
	}
	k := i - 2
	for k > s.From && d.Tokens[k].Start > p.Start {
		k--
	}
	for k > s.From && (d.Lower(k-1) == "the" || d.Lower(k-1) == "of" || d.Lower(k-1) == "behalf") {
		k--
	}
	if w := d.Lower(k - 1); k > s.From && (w == "representing" || w == "for" && r.opens(k-1, s) || w == "on" && d.Lower(k) == "behalf") {
		return p.Code
	}
	return ""
}

// opens reports whether a token opens a sentence or a part of one: "; for Norway, NAME".
func (r *resolver) opens(i int, s nlp.Sentence) bool {
	return i == s.From || r.d.Word(i-1) == ";" || r.d.Lower(i-1) == "and" || r.d.Lower(i-1) == "speaking"
}

// sent reads "Norway sent Undersecretary NAME", "Norway named NAME its ambassador".
func (r *resolver) sent(m nlp.Mention, i int, _ nlp.Sentence) string {
	d := r.d
	if !sending[d.Lower(i-1)] {
		return ""
	}
	p, ok := r.placeAt(i - 2)
	if d.Lower(i-2) == "has" {
		p, ok = r.placeAt(i - 3)
	}
	if !ok || p.Kind == country.Demonym {
		return ""
	}
	if d.Lower(i-1) == "sent" || d.Lower(i-1) == "dispatched" {
		if d.Names[m.Name].Title.Len() == 0 && d.Word(m.To) != "," && d.Lower(m.To) != "to" {
			return ""
		}
		return p.Code
	}
	if w := d.Lower(m.To); possessives[w] || w == "as" || w == "ambassador" {
		return p.Code
	}
	return ""
}

// leads reads "NAME leads Norway's delegation", "NAME runs the Kenyan ministry", "NAME, who speaks for the Kenyan government".
func (r *resolver) leads(m nlp.Mention, _ int, s nlp.Sentence) string {
	d := r.d
	k := m.To
	if d.Word(k) == "," && d.Lower(k+1) == "who" {
		k += 2
	}
	for auxiliary[d.Lower(k)] || d.Lower(k) == "also" || d.Lower(k) == "now" {
		k++
	}
	speaks := d.Lower(k) == "speaks" && d.Lower(k+1) == "for"
	if speaks {
		k++
	}
	if !speaks && !heading[d.Lower(k)] && !strings.HasPrefix(d.Lower(k), "chair") {
		return ""
	}
	for i := k + 1; i < s.To && i < k+9; i++ {
		w := d.Lower(i)
		if w == "," || r.chainAt(i) >= 0 {
			return ""
		}
		if next := d.Lower(i + 1); !delegations[w] && !stateOrgans[w] && !guards[w] || stateOrgans[next] || guards[next] {
			continue
		}
		if code := r.organCountry(i); code != "" {
			return code
		}
		if d.Lower(i+1) == "in" {
			return r.townCountry(i + 2)
		}
		return ""
	}
	return ""
}

// seated reads "the junta leader in Bamako, NAME": an office, a town and a name. Who is sent there is of another country.
func (r *resolver) seated(_ nlp.Mention, i int, s nlp.Sentence) string {
	const most = 4
	d := r.d
	if d.Word(i-1) != "," {
		return ""
	}
	for k := i - 2; k > s.From && k > i-2-most; k-- {
		if d.Lower(k) != "in" {
			continue
		}
		office := k - 1
		if w := d.Lower(office); nlp.Sent(w) || private[w] || !nlp.Office(w) && !stateOrgans[w] || nlp.Spokesperson(w) {
			return ""
		}
		code, _ := r.placeFrom(k + 1)
		return code
	}
	return ""
}

// ownOf returns the country that stands before a delegation: "the Kenyan delegation", "Kenya's negotiating team".
func (r *resolver) ownOf(noun int) string {
	for k := noun - 1; k >= 0 && k >= noun-4 && r.d.Tokens[k].Sentence == r.d.Tokens[noun].Sentence; k-- {
		if p, ok := r.placeAt(k); ok {
			return p.Code
		}
	}
	return ""
}

// hasWord reports whether one of the words stands between two tokens.
func (r *resolver) hasWord(from, to int, words map[string]bool) bool {
	for i := from; i < to; i++ {
		if words[r.d.Lower(i)] {
			return true
		}
	}
	return false
}

var (
	leading     = nlp.WordSet("led headed represented chaired fronted leading heading representing chairing head helm")
	delegations = nlp.WordSet("delegation side team negotiators mission delegates party negotiator contingent deputation")
	signing     = nlp.WordSet("signed signing spoke speaking")
	sending     = nlp.WordSet("sent dispatched named appointed nominated")
	// guards are organs of a state that others have too; their country counts only where it is told with them.
	guards = nlp.WordSet("guard police service agency office ministry committee command forces force corps customs border directorate commission council bank treasury")
)
