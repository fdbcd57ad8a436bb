package coref

import (
	"slices"
	"strings"
	"sync"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// Heads of states and governments, who stay their country's when the office is over.

// ledState reports whether a title is that of the head of a state or of its government, held now or once: "president", "late
// king", "former prime minister". Premiers and chancellors are left out: they head provinces, treasuries and universities too.
func ledState(title string) bool {
	words := officeFields(title)
	for len(words) > 1 && (ended[words[0]] || words[0] == "late" || words[0] == "first" || words[0] == "two-time" || words[0] == "current") {
		words = words[1:]
	}
	if len(words) == 0 {
		return false
	}
	words[0] = strings.TrimPrefix(words[0], "ex-")
	return headOffices[strings.Join(words, " ")]
}

var headOffices = map[string]bool{"president": true, "prime minister": true, "pm": true, "king": true, "queen": true, "emir": true,
	"amir": true, "sultan": true, "emperor": true, "shah": true, "taoiseach": true, "head of state": true, "head of government": true,
	"president and prime minister": true, "president of the republic": true, "military ruler": true, "dictator": true}

// headsNamed are the heads of states and governments by the form that all spellings of a full name share, by the first word of it,
// and by the word that stands alone for the name.
var headsNamed = sync.OnceValue(func() (h struct{ full, first, alone map[string][]country.Head }) {
	h.full, h.first, h.alone = map[string][]country.Head{}, map[string][]country.Head{}, map[string][]country.Head{}
	for _, x := range country.Heads() {
		name := nlp.CanonicalName(x.Name)
		words := strings.Fields(name)
		h.full[name] = append(h.full[name], x)
		h.first[words[0]] = append(h.first[words[0]], x)
		printed := strings.Fields(x.Name)
		short := printed[len(printed)-1]
		if nlp.FamilyFirst(printed[0]) {
			short = printed[0]
		}
		h.alone[nlp.Fold(short)] = append(h.alone[nlp.Fold(short)], x)
	}
	return h
})

// heads gives their country to those whom the table of heads of states and governments knows: by a full name where the article
// names the country or an office of a head, by a surname where it names both.
func (r *resolver) heads() {
	for i := range r.d.People {
		p := &r.d.People[i]
		office := r.governs(p)
		for _, t := range p.Titles {
			office = office || ledState(t)
		}
		code := ""
		for _, h := range r.headsOf(p, office) {
			named := r.count(h.Code) > 0
			if !h.Since(r.d.Published) || !office && (h.Common || !named) || len(p.Words) == 1 && !named && len(r.d.Places) > 0 {
				continue
			}
			if code != "" && code != h.Code {
				code = ""
				break
			}
			code = h.Code
		}
		if code != "" && (p.Represents == "" || p.Represents == code) {
			p.Represents, p.Known = code, code
			r.head[i] = true
		}
	}
}

// headsOf returns the heads whom a person's name may mean. A surname alone means none without an office.
func (r *resolver) headsOf(p *nlp.Chain, office bool) []country.Head {
	if len(p.Words) == 1 {
		if !office {
			return nil
		}
		return headsNamed().alone[nlp.Fold(p.Words[0])]
	}
	if joined := nlp.Fold(strings.ReplaceAll(p.Name, " ", "")); office && len(headsNamed().alone[joined]) > 0 { // "the Lind - Moe government"
		return headsNamed().alone[joined]
	}
	name := nlp.CanonicalName(p.Name)
	if h := headsNamed().full[name]; len(h) > 0 {
		return h
	}
	words := strings.Fields(name)
	if slices.Contains(words, "bin") { // the names of fathers are many people's
		return nil
	}
	var out []country.Head
	for _, h := range headsNamed().first[words[0]] { // with a second surname or a name more
		if within(strings.Fields(nlp.CanonicalName(h.Name)), words) {
			out = append(out, h)
		}
	}
	return out
}

// within reports whether the words of a stand among those of b in their order.
func within(a, b []string) bool {
	for _, w := range b {
		if len(a) > 0 && a[0] == w {
			a = a[1:]
		}
	}
	return len(a) == 0
}

// governs reports whether a government is said to be a person's: "the Lind administration".
func (r *resolver) governs(p *nlp.Chain) bool {
	for _, m := range p.Mentions {
		k := m.To
		if w := r.d.Lower(k); w == "'s" || w == "'" {
			k++
		}
		if m.Name >= 0 && rules[r.d.Lower(k)] {
			return true
		}
	}
	return false
}

// heir returns the token of "predecessor" or "successor" right before a name or its title, or -1: "her predecessor, President NAME".
func (r *resolver) heir(m nlp.Mention) int {
	k := r.titleStart(m) - 1
	if r.d.Word(k) == "," {
		k--
	}
	if w := r.d.Lower(k); w == "predecessor" || w == "successor" {
		return k
	}
	return -1
}

// succession gives their country to those who are said to come after somebody in office, and to heads of states and governments who
// came before.
func (r *resolver) succession() {
	for i := range r.d.People {
		p := &r.d.People[i]
		for _, m := range p.Mentions {
			k := -1
			if m.Name >= 0 && p.Represents == "" {
				k = r.heir(m)
			}
			if k < 0 {
				continue
			}
			other := r.personAt(k - 1)
			if r.possessive(k - 1) {
				other = r.chainAt(k - 2)
			}
			if other >= 0 && other != i && (r.d.Lower(k) == "successor" || slices.ContainsFunc(slices.Concat(p.Titles, r.d.People[other].Titles), ledState)) {
				setCountry(p, r.d.People[other].Represents)
			}
		}
	}
}

// personAt returns the person whom the pronoun or office at token k means, or -1.
func (r *resolver) personAt(k int) int {
	for i := range r.d.People {
		for _, m := range r.d.People[i].Mentions {
			if m.Has(k) {
				return i
			}
		}
	}
	return -1
}

// rules are what only the head of a state or of its government has.
var rules = nlp.WordSet("administration government presidency regime dictatorship cabinet")
