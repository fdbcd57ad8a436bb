package ner

import (
	"strings"
	"unicode/utf8"

	"graphload/internal/nlp"
)

// Who made an article is named in lines that hold nothing else: "NAME and NAME in Oslo", "NAME, Africa correspondent", "Video: NAME",
// "10:42 NAME", and behind captions. These people are none of the article's, unless it speaks of them in its own sentences.

const creditTokens = 40 // a longer line is none

// creditLine is what a line says that holds nothing but names and words of credits.
type creditLine struct {
	nlp.Range
	made   bool // has a word for what was made or for whose work it is: "photos", "correspondent"
	people []nlp.Range
}

// readCredits fills f.credit, by token: whether it names who made the article.
func (f *finder) readCredits() {
	f.credit = make([]bool, len(f.d.Tokens))
	lines := make([]*creditLine, len(f.d.Sentences))
	inCredit := make([]bool, len(f.d.Tokens))
	for i, s := range f.d.Sentences {
		signs := f.signsAbove(s)
		if c := f.readCredit(s); c != nil && (!s.Title || signs) {
			c.made = c.made || signs
			lines[i] = c
			for k := s.From; k < s.To; k++ {
				inCredit[k] = true
			}
		}
	}
	var lives []nlp.Range
	for _, s := range f.d.Sentences {
		life := f.readLife(s)
		if life.Len() > 0 {
			lives = append(lives, life)
		}
		if life.Len() > 0 || s.Len() < 3 && !s.Title { // who is named alone signs
			for k := s.From; k < s.To; k++ {
				inCredit[k] = true
			}
		}
	}
	told := map[string]bool{} // words of the article's own sentences, folded
	for i := range f.d.Tokens {
		if w := f.d.Word(i); !inCredit[i] && startsUpper(w) {
			told[nlp.Fold(w)] = true
		}
	}
	makers := map[string]bool{} // names in lines that say what was made
	for _, c := range lines {
		for i := 0; c != nil && c.made && i < len(c.people); i++ {
			makers[f.d.Words(c.people[i])] = true
		}
	}
	credited := map[string]bool{}
	for i, c := range lines {
		if c == nil || !c.made && (f.inList(lines, i) || f.signsQuote(i)) && !makers[f.d.Words(c.people[0])] {
			continue
		}
		for _, p := range c.people {
			if !c.made && p.Len() < 2 || f.tells(told, p) {
				continue
			}
			credited[f.d.Words(p)] = true
			f.setCredit(p)
		}
	}
	for _, r := range lives {
		if credited[f.d.Words(r)] {
			f.setCredit(r)
		}
	}
}

// signsAbove reports whether the article begins with a line of nothing but a name in capitals, as some papers print the writer's.
func (f *finder) signsAbove(s nlp.Sentence) bool {
	if s.From != 0 || s.Len() < 2 || s.Len() > 4 {
		return false
	}
	for i := s.From; i < s.To; i++ {
		if w := f.d.Word(i); !f.d.Tokens[i].Word || strings.ToUpper(w) != w || !f.sawPerson(i) {
			return false
		}
	}
	return true
}

func (f *finder) setCredit(r nlp.Range) {
	for k := r.From; k < r.To; k++ {
		f.credit[k] = true
	}
}

// readLife returns the name with which a sentence begins that says what a writer is: "NAME is a journalist in Skerry", or an empty
// range.
func (f *finder) readLife(s nlp.Sentence) nlp.Range {
	const most = 8 // words up to the trade
	n := f.creditName(s.From, s.To)
	if i := s.From + n; n > 1 && i+1 < s.To && f.d.Lower(i) == "is" {
		for k := i + 1; k < min(i+most, s.To); k++ {
			if creditMakers[f.d.Lower(k)] {
				return nlp.Range{From: s.From, To: i}
			}
		}
	}
	return nlp.Range{}
}

// tells reports whether the article's own sentences have a word of a name, other than a first name.
func (f *finder) tells(told map[string]bool, p nlp.Range) bool {
	if p.Len() > 1 && f.lx.first[f.d.Word(p.From)] != 0 {
		p.From++
	}
	for i := p.From; i < p.To; i++ {
		if told[nlp.Fold(f.d.Word(i))] {
			return true
		}
	}
	return false
}

// inList reports whether line i is one of three or more that hold names alone, as those of a list.
func (f *finder) inList(lines []*creditLine, i int) bool {
	const list = 3
	from, to := i, i+1
	for from > 0 && lines[from-1] != nil && !lines[from-1].made {
		from--
	}
	for to < len(lines) && lines[to] != nil && !lines[to].made {
		to++
	}
	if from > 0 && f.d.Word(f.d.Sentences[from].From-1) == ":" {
		return true // "Those who signed:"
	}
	return to-from >= list
}

// signsQuote reports whether line i stands below words in quotation marks or opens with a dash, as the name of who said the words
// above does.
func (f *finder) signsQuote(i int) bool {
	from := f.d.Sentences[i].From
	if w := f.d.Word(from); w == "—" || w == "–" || w == "-" || closesQuote(w) {
		return true
	}
	return from > 0 && closesQuote(f.d.Word(from-1))
}

// readCredit returns what a line says if it holds nothing but names, towns and words of credits, else nil.
func (f *finder) readCredit(s nlp.Sentence) *creditLine {
	d := f.d
	if s.Len() > creditTokens {
		return nil
	}
	c := &creditLine{Range: s.Range}
	end := s.To
	stopped := d.Word(end-1) == "."
	if stopped {
		end--
	}
	first := s.From
	for first < end-1 && !d.Tokens[first].Word {
		first++
	}
	ofItself := d.Lower(first) == "this" || d.Lower(first) == "today" && d.Lower(first+1) == "'s" || d.Lower(first) == "the" && creditMakers[d.Lower(first+1)]
	for i := s.From; i < end; i++ {
		w := d.Word(i)
		l := strings.ToLower(w)
		switch {
		case f.inAddress(i, end), ofItself && ofArticle[l]:
		case !d.Tokens[i].Word:
			if utf8.RuneCountInString(w) > 1 || !strings.Contains(",;:|/&()[]-–—•·©*‑.", w) || w == ":" && i == end-1 {
				return nil
			}
		case creditMakers[l]:
			c.made = true
		case creditJoins[l] || particles[w]:
		case w[0] >= '0' && w[0] <= '9':
			if i > s.From+2 { // the time of an entry
				return nil
			}
		case !startsUpper(w) || nlp.Office(l) && !f.personWord(i) || openingWord[l] && l != "the":
			return nil
		default:
			if n := f.creditName(i, end); n > 1 || f.isSeenPerson(i) {
				c.people = append(c.people, nlp.Range{From: i, To: i + n})
				i += n - 1
			}
		}
	}
	if len(c.people) == 0 || stopped && !c.made {
		return nil
	}
	return c
}

// inAddress reports whether token i is a part of an e-mail address or of a name in a network.
func (f *finder) inAddress(i, end int) bool {
	l := f.d.Lower(i)
	return f.d.Word(i) == "@" || i > 0 && f.d.Word(i-1) == "@" || i+1 < end && f.d.Word(i+1) == "@" && !f.d.Tokens[i+1].Spaced || l == "email" || l == "protected"
}

// creditName returns the length of the name that begins at token i of a line: capitalized words with particles and hyphens.
func (f *finder) creditName(i, end int) int {
	d := f.d
	n := 0
	for k := i; k < end; k++ {
		w := d.Word(k)
		l := strings.ToLower(w)
		switch {
		case d.Tokens[k].Word && startsUpper(w) && !creditMakers[l] && !f.isPlace(k) && l != "the":
			n = k + 1 - i
		case k > i && d.Word(k-1) == "-" && !d.Tokens[k].Spaced && startsLower(w):
			n = k + 1 - i // Mei-ling
		case k > i && (particles[w] || (w == "-" || w == "’" || w == "'") && !d.Tokens[k].Spaced):
		default:
			return max(n, 1)
		}
	}
	return max(n, 1)
}

// personWord reports whether an office's word is a name's as well: "Marshal".
func (f *finder) personWord(i int) bool {
	return f.lx.surnames[f.d.Word(i)] || f.lx.first[f.d.Word(i)] != 0
}

func (f *finder) isSeenPerson(i int) bool {
	k := f.seen[i]
	return k > 0 && f.d.Reading.Names[k-1].Kind == nlp.SeenPerson
}

var (
	// creditMakers are what has been made for an article, and by what trade.
	creditMakers = nlp.WordSet(`reporting reported reports report writing written editing edited editor editors story text words picture pictures pic pics photo
		photos foto photograph photographs photographer photography image images illustration illustrations illustrator graphic graphics map maps
		cartography cartoon video audio camera produced producer producers design designed data visualisation visualization research researched
		researcher compiled posted filed translated translation translator interview interviewed interviewer conducted contributed contributing
		contributor contributors contributions files inputs assistance writer writers correspondent correspondents reporter reporters columnist
		analysis opinion commentary exclusive author authors courtesy credit bureau staff journalist freelance`)
	// creditJoins stand between the names and the words for what was made.
	creditJoins = nlp.WordSet(`by from for of the in at with and our to special senior chief political economics diplomatic defence defense foreign world
		business additional agencies news copy live fact checked into originally par von por large africa asia europe this`)
	// ofArticle are words of a sentence that an article has about itself: "This article was written by NAME."
	ofArticle = nlp.WordSet("article story piece report edition newsletter bulletin briefing today 's ’s was is a an it")
)
