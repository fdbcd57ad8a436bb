package coref

import "slices"

// voteSex tells the sex of people whose names leave it open by all the pronouns that may mean them. The first pronoun behind a name alone
// is often somebody else's: "NAME said the plan would deter her. … he said". A pronoun that is the subject of a sentence or of a verb of
// saying counts for more than one within what is said.
func (r *resolver) voteSex(owner []int, quoted []bool, claimOf []int) {
	d := r.d
	open := make([]bool, len(d.People))
	for p := range d.People {
		open[p] = d.People[p].Sex == '-'
	}
	if !slices.Contains(open, true) {
		return
	}
	own := slices.Clone(owner)
	votes := make([]int, len(d.People)) // above zero for a man
	for i := range d.Tokens {
		w := d.Lower(i)
		if own[i] > 0 || quoted[i] || !personal[w] {
			continue
		}
		p := r.standsFor(i, own, quoted, claimOf)
		if p < 0 {
			continue
		}
		if !open[p] {
			own[i] = p + 1
			continue
		}
		weight := 1
		if w == "he" || w == "she" {
			if i == d.SentenceOf(i).From || isReporting(d.Lower(i+1)) || isReporting(d.Lower(i-1)) {
				weight = 3
			}
		}
		if pronounSex(w) == 'F' {
			weight = -weight
		}
		votes[p] += weight
	}
	for p, v := range votes {
		if open[p] && v > 0 {
			d.People[p].Sex = 'M'
		} else if open[p] && v < 0 {
			d.People[p].Sex = 'F'
		}
	}
}

// personal are the pronouns for one human being.
var personal = map[string]bool{"he": true, "him": true, "his": true, "she": true, "her": true, "himself": true, "herself": true, "hers": true}
