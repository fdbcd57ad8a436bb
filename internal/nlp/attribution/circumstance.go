package attribution

import (
	"strings"

	"graphload/internal/nlp"
)

// onlyWhere reports whether nothing but a place and a time stands from token i to the end of the unit: "said in Oslo on Monday."
func (f *finder) onlyWhere(i int, un unit) bool {
	d := f.d
	if w := d.Lower(i); w != "in" && w != "at" || i+1 >= un.To {
		return false
	}
	k := i + 1
	for k < un.To && (f.placeOf[k] > 0 || d.Lower(k) == "the" || f.nameOf[k] == 0 && f.capitalized(nlp.Range{From: k, To: k + 1}) && !nlp.Weekday(d.Lower(k))) {
		k++
	}
	if k == i+1 {
		return false
	}
	k = f.afterTime(k, un)
	return k >= un.To || k == un.To-1 && !d.Tokens[k].Word
}

// afterTime returns the token behind the time that stands right behind a cue: "said Monday", "said on March 4", "said late
// last month". A time that only opens the content ("said today is fine") is told by the verb behind it.
func (f *finder) afterTime(i int, un unit) int {
	d := f.d
	for i < un.To && f.quoteOf[i] == 0 {
		w, next := d.Lower(i), d.Lower(i+1)
		switch {
		case (nlp.Weekday(w) || w == "today" || w == "yesterday" || w == "earlier" || w == "later" || w == "late" || w == "early") &&
			!finite[next] && next != "'s":
			i++
		case (w == "last" || w == "this") && (periods[next] || nlp.Weekday(next)) && !finite[d.Lower(i+2)] && d.Lower(i+2) != "'s":
			i += 2
		case w == "on" && networks[next]:
			i += 2
		case w == "in" && nlp.Month(next):
			i += 2
			if year := f.d.Word(i); len(year) == 4 && isNumber(year) {
				i++
			}
		case w == "on" && (nlp.Weekday(next) || nlp.Month(next)):
			i += 2
			for i < un.To && isNumber(d.Word(i)) {
				i++
			}
		default:
			return i
		}
	}
	return i
}

// networks are what something is said on, without an article.
var networks = nlp.WordSet("x twitter facebook telegram instagram bluesky truth television tv radio")

var periods = nlp.WordSet("week month year night morning afternoon evening weekend spring summer autumn fall winter")

func isNumber(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

var venueOpens = nlp.WordSet("a an the his her their")

// venues are the nouns behind "in a", "at the" that tell where something was said.
var venues = nlp.WordSet("statement interview briefing conference speech post tweet letter address remarks message report article podcast call meeting rally hearing forum summit")

// endOfVenue returns the token behind "in an interview" with what goes with it up to a comma; found is false where no
// venue begins at token i.
func (f *finder) endOfVenue(i int, un unit) (int, bool) {
	for j := i + 1; j < un.To && j < i+6; j++ {
		if venues[f.d.Lower(j)] {
			for j+1 < un.To && j < i+14 && f.quoteOf[j+1] == 0 && f.d.Word(j+1) != "," && f.d.Word(j+1) != "." && prepositions[f.d.Lower(j+1)] {
				j++
				j = f.listeners(j, un)
				for j+1 < un.To && f.quoteOf[j+1] == 0 && (f.nameOf[j+1] > 0 || f.placeOf[j+1] > 0 || nlp.Weekday(f.d.Lower(j+1)) || f.d.Lower(j+1) == "the") {
					j++
				}
			}
			return j + 1, true
		}
	}
	return i, false
}

// listeners returns the last token of the noun phrase behind a preposition at token i, by the tree, or i: "in a speech to dockers".
func (f *finder) listeners(i int, un unit) int {
	r := f.d.Reading
	if r == nil || f.d.Lower(i) != "to" || r.Relations[i] != "case" {
		return i
	}
	for head := r.Heads[i]; i+1 < un.To && f.quoteOf[i+1] == 0 && f.under(i+1, head); i++ {
		if tag := r.Tags[i+1]; tag == "PUNCT" || tag == "SCONJ" || tag == "VERB" || tag == "AUX" || tag == "PRON" {
			break
		}
	}
	return i
}

// beforeVenue returns where a content that is no clause ends before what it was said in: "called for calm on the roads in a statement on
// Thursday".
func (f *finder) beforeVenue(r nlp.Range, un unit) int {
	if r.Len() < 6 || f.d.Reading == nil {
		return r.To
	}
	clause := f.clausal([]nlp.Range{r})
	for i := r.From + 2; i < r.To-2; i++ {
		if w := f.d.Lower(i); w != "in" && w != "at" && w != "during" || f.quoteOf[i] > 0 || !venueOpens[f.d.Lower(i+1)] {
			continue
		}
		end, found := f.endOfVenue(i, un)
		if !found || clause && (f.d.Lower(i+1) == "the" || !f.saidThere(i, un)) {
			continue
		}
		if end = f.afterTime(end, un); end >= r.To || end == r.To-1 && !f.d.Tokens[end].Word {
			return i
		}
	}
	return r.To
}

// spoken are venues that are made to say something in.
var spoken = nlp.WordSet("statement interview briefing speech post tweet address remarks message conference letter")

// saidThere reports whether a venue that opens at token i is one to say something in.
func (f *finder) saidThere(i int, un unit) bool {
	for j := i + 1; j < un.To && j < i+6; j++ {
		if venues[f.d.Lower(j)] {
			return spoken[f.d.Lower(j)]
		}
	}
	return false
}

// circumstance reports whether the words between a cue and "that" tell a time, a venue or a listener, so that "that"
// does not belong to a noun: "agreed on a cable that …".
func (f *finder) circumstance(r nlp.Range) bool {
	if !f.adverbial(r) {
		return false
	}
	for r.Len() > 0 && !f.d.Tokens[r.To-1].Word {
		r.To--
	}
	if r.Len() == 0 {
		return true
	}
	i := r.To - 1
	w := f.d.Lower(i)
	return f.actorIn(nlp.Range{From: i, To: r.To}) || venues[w] || periods[w] || nlp.Weekday(w) || nlp.Month(w) || isNumber(w) || f.inWork[i] ||
		w == "today" || w == "yesterday" || w == "earlier" || w == "later" || strings.HasSuffix(w, "ly")
}

// adverbial reports whether the words between a cue and its content only tell time, place or listener.
func (f *finder) adverbial(r nlp.Range) bool {
	d := f.d
	for r.Len() > 0 && (d.Word(r.To-1) == "," || d.Word(r.To-1) == ":") {
		r.To--
	}
	if r.Len() == 0 {
		return true
	}
	w := d.Lower(r.From)
	if d.Lower(r.From+1) == "'s" { // "called Friday's decision a “win”"
		return false
	}
	if !prepositions[w] && !nlp.Weekday(w) && w != "today" && w != "yesterday" && w != "," && w != "earlier" && w != "that" && w != "late" &&
		w != "simply" && w != "via" && w != "through" && !strings.HasSuffix(w, "ly") {
		return false
	}
	for i := r.From; i < r.To; i++ {
		if finite[d.Lower(i)] {
			return false
		}
	}
	return true
}
