package ner

import "graphload/internal/nlp"

// nickname returns the token behind a nickname in marks that token j opens and that another word of the name follows, or 0:
// `Ada “Red” Lind`, `Ada "The Fox" Lind`, "Ada (Addie) Lind".
func (f *finder) nickname(j, end int) int {
	const most = 4 // words
	d := f.d
	open := d.Word(j)
	bracket := open == "("
	if !bracket && open != "“" && open != "\"" && open != "‘" && open != "'" || !d.Tokens[j].Spaced || j+3 >= end || d.Tokens[j+1].Spaced ||
		!startsUpper(d.Word(j+1)) {
		return 0
	}
	for k := j + 2; k <= j+1+most && k+1 < end; k++ {
		w := d.Word(k)
		if d.Tokens[k].Word {
			continue
		}
		if bracket && w != ")" || !bracket && !closesQuote(w) || d.Tokens[k].Spaced || !d.Tokens[k+1].Spaced {
			return 0
		}
		if bracket && (k != j+2 || f.isPlace(j+1) || f.lx.first[d.Word(j+1)] == 0) { // no party and no town
			return 0
		}
		if f.nameWord(k+1) && !f.isPlace(k+1) || particles[d.Word(k+1)] && f.afterParticles(k+1, end) > 0 {
			return k + 1
		}
		return 0
	}
	return 0
}

// acrossNicknames joins what the encoder saw of a person's name before, in and behind a nickname.
func (f *finder) acrossNicknames(names []nlp.SeenName) []nlp.SeenName {
	d := f.d
	var out []nlp.SeenName
	for i := 0; i < len(names); i++ {
		n := names[i]
		s := d.SentenceOf(n.From)
		if n.Kind == nlp.SeenPerson {
			for j := n.From + 1; j <= n.To && j < s.To; j++ {
				behind := f.nickname(j, s.To)
				if behind == 0 {
					continue
				}
				if particles[d.Word(behind)] {
					behind = f.afterParticles(behind, s.To) - 1
				}
				n.To = max(n.To, behind+1)
				for n.To < s.To && generation[d.Lower(n.To)] {
					n.To++
				}
				for i+1 < len(names) && names[i+1].From < n.To {
					i++
					n.To = max(n.To, names[i].To)
				}
				break
			}
		}
		out = append(out, n)
	}
	return out
}
