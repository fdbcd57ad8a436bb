package extract

import (
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

var partyLabels = flag.String("party-labels", "", "a file to write the texts to, with the words that name parties of meetings, for training")

// labelled is a text of which it is known which phrases of its sentences name parties of a meeting that the sentence tells of.
type labelled struct {
	*meetingFinder
	set     string
	party   []bool // by phrase
	unknown []bool // by sentence: it is not known who takes part
}

// answer is a meeting as annotated: "person:NAME", "country:CODE", "org:NAME", and "other:WORDS" for those without a name.
type answer struct {
	participants []string
	evidence     []nlp.Span
	optional     bool
}

// TestPartyLabels writes what the encoder's head for parties is trained on. The phrases are those of the rules; whether they
// take part, annotated articles tell, and of the own texts and of every so many articles of running news the rules.
func TestPartyLabels(t *testing.T) {
	if *partyLabels == "" {
		t.Skip("nothing to write")
	}
	file, err := os.Create(*partyLabels)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	out := json.NewEncoder(file)
	out.SetEscapeHTML(false)
	for _, x := range partyTexts(t) {
		type line struct {
			Set       string   `json:"set"`
			Text      string   `json:"text"`
			Sentences [][3]any `json:"sentences"`
			Party     [][2]int `json:"party"`
		}
		l := line{Set: x.set, Text: x.d.Text, Party: [][2]int{}}
		runes := func(s nlp.Span) (int, int) {
			from := utf8.RuneCountInString(x.d.Text[:s.Start])
			return from, from + utf8.RuneCountInString(x.d.Text[s.Start:s.End])
		}
		for k, s := range x.d.Sentences {
			from, to := runes(x.d.SpanOf(s.Range))
			l.Sentences = append(l.Sentences, [3]any{from, to, map[bool]string{false: "gold", true: "skip"}[x.unknown[k]]})
		}
		for n, p := range x.phrase {
			if x.party[n] {
				if x.d.Word(p.To-1) == "," {
					p.To--
				}
				from, to := runes(x.d.SpanOf(p.Range))
				l.Party = append(l.Party, [2]int{from, to})
			}
		}
		if err := out.Encode(l); err != nil {
			t.Fatal(err)
		}
	}
}

func partyTexts(t *testing.T) []labelled {
	t.Helper()
	all := append(ownPartyTexts(t, "meetings"), ownPartyTexts(t, "articles")...)
	for _, folder := range strings.FieldsFunc(*annotatedTexts, func(r rune) bool { return r == ',' }) {
		all = append(all, annotatedPartyTexts(t, folder)...)
	}
	return append(all, newsPartyTexts(t)...)
}

// readPhrases reads an article and finds its phrases; its meetings are in the builder's record.
func readPhrases(t *testing.T, a *news.Article) labelled {
	t.Helper()
	d := read(t, a)
	b := newBuilder(a, d)
	b.people()
	b.countries()
	b.organizations()
	if err := b.meetings(t.Context()); err != nil {
		t.Fatal(err)
	}
	x := labelled{meetingFinder: newMeetingFinder(b), unknown: make([]bool, len(d.Sentences))}
	x.phrases()
	x.party = make([]bool, len(x.phrase))
	return x
}

// found returns the meetings that the program finds, with participants in the form of annotations.
func (x *labelled) found() []answer {
	var out []answer
	for _, m := range x.b.rec.Meetings {
		var a answer
		for _, p := range m.Participants {
			a.participants = append(a.participants, x.nameOfRef(p))
		}
		for _, e := range m.Evidence {
			a.evidence = append(a.evidence, nlp.Span(e))
		}
		out = append(out, a)
	}
	return out
}

func (x *labelled) nameOfRef(r news.Ref) string {
	switch r.Type {
	case news.RefCountry:
		return "country:" + r.ID
	case news.RefPerson:
		for _, p := range x.b.rec.People {
			if p.ID == r.ID {
				return "person:" + p.Name
			}
		}
	case news.RefOrganization:
		for _, o := range x.b.rec.Organizations {
			if o.ID == r.ID {
				return "org:" + o.Name
			}
		}
	}
	return "other:" + r.Text
}

// ownPartyTexts are the own texts: who takes part is annotated, and which sentence tells of it is taken from the meeting
// that the program finds with these parties.
func ownPartyTexts(t *testing.T, folder string) []labelled {
	t.Helper()
	var all []labelled
	for _, s := range readOwnTexts(t, folder) {
		x := readPhrases(t, &news.Article{ID: "x", Text: s.text, Published: s.published})
		x.set = "own"
		found := x.found()
		for _, line := range s.told {
			var a answer
			for _, p := range readTold(t, line).participants {
				switch {
				case len(p) == 2 && p == strings.ToUpper(p):
					p = "country:" + p
				case !strings.HasPrefix(p, "org:"):
					p = "person:" + p
				}
				a.participants = append(a.participants, p)
			}
			best, shared := -1, 0
			for i, m := range found {
				if n := common(m.participants, a.participants); n > shared && n*2 >= max(len(m.participants), len(a.participants)) {
					best, shared = i, n
				}
			}
			if best >= 0 {
				a.evidence = found[best].evidence
				x.label(a)
				found = slices.Delete(found, best, best+1)
				continue
			}
			for n, p := range x.phrase {
				if p.anaphor || x.names(p, a.participants) {
					x.unknown[x.d.Tokens[x.phrase[n].From].Sentence] = true
				}
			}
		}
		all = append(all, x)
	}
	return all
}

// annotatedPartyTexts are annotated articles: FOLDER/texts/NAME.txt with FOLDER/gold/NAME.json.
func annotatedPartyTexts(t *testing.T, folder string) []labelled {
	t.Helper()
	var all []labelled
	paths, err := filepath.Glob(filepath.Join(folder, "gold", "*.json"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no gold answers in %s: %v", folder, err)
	}
	for _, path := range paths {
		var gold struct {
			Published string
			Meetings  []struct {
				Participants, Evidence []string
				Optional               bool
			}
		}
		raw, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(raw, &gold); err != nil {
			t.Fatal(path, err)
		}
		text, err := os.ReadFile(filepath.Join(folder, "texts", strings.TrimSuffix(filepath.Base(path), ".json")+".txt"))
		if err != nil {
			t.Fatal(err)
		}
		x := readPhrases(t, &news.Article{ID: "x", Text: string(text), Published: gold.Published})
		x.set = filepath.Base(folder)
		for _, m := range gold.Meetings {
			a := answer{participants: m.Participants, optional: m.Optional}
			for _, e := range m.Evidence {
				if at := strings.Index(x.d.Text, e); at >= 0 {
					a.evidence = append(a.evidence, nlp.Span{Start: at, End: at + len(e)})
				}
			}
			x.label(a)
		}
		all = append(all, x)
	}
	return all
}

// newsPartyTexts are articles of running news, of which the rules tell who took part where two did; sentences of which neither
// they nor the classifier is sure are not known.
func newsPartyTexts(t *testing.T) []labelled {
	t.Helper()
	const (
		every = 48
		never = -2 // log odds below which a sentence tells of no meeting
	)
	var all []labelled
	for n, line := range corpusLines(t, "polnear-train.jsonl.gz") {
		if n%every != 0 {
			continue
		}
		var raw struct{ ID, Text string }
		if err := json.Unmarshal([]byte(line), &raw); err != nil {
			t.Fatal(err)
		}
		x := readPhrases(t, &news.Article{ID: raw.ID, Text: raw.Text})
		x.set = "news"
		for k := range x.d.Sentences {
			x.unknown[k] = tellsOccasion(x.d.Reading, k) > never
		}
		for _, a := range x.found() {
			a.optional = len(a.participants) < 2
			for _, e := range a.evidence {
				x.unknown[x.d.Tokens[x.d.TokenAt(e.Start)].Sentence] = a.optional
			}
			x.label(a)
		}
		all = append(all, x)
	}
	return all
}

// label marks the phrases that name participants in the sentences that tell of a meeting. Where the words for one are not
// found, the sentence is not known.
func (x *labelled) label(a answer) {
	told := make([]bool, len(x.d.Sentences))
	for _, e := range a.evidence {
		markSentences(x.d, e, told)
	}
	for k, s := range x.d.Sentences {
		if !told[k] {
			continue
		}
		if a.optional {
			x.unknown[k] = true
			continue
		}
		x.labelSentence(s, a.participants)
	}
}

func (x *labelled) labelSentence(s nlp.Sentence, participants []string) {
	k := x.d.Tokens[s.From].Sentence
	var here []int
	for n, p := range x.phrase {
		if p.From >= s.From && p.To <= s.To {
			here = append(here, n)
		}
	}
	met := map[string]bool{} // participants whose words have been found
	for _, n := range here {
		for _, who := range participants {
			if p := x.phrase[n]; x.names(p, []string{who}) && !x.venue(p) {
				x.party[n], met[who] = true, true
			}
		}
	}
	for _, n := range here { // "the Norwegian minister" of one whom another sentence names; "Ankara" of one who acts for it
		for _, who := range participants {
			if p := x.phrase[n]; !met[who] && !p.full && len(p.parties) > 0 && x.actsFor(who, p.parties) && !x.venue(p) {
				x.party[n], met[who] = true, true
			}
		}
	}
	for _, n := range here {
		p := x.phrase[n]
		if p.anaphor && (!p.states || len(met) < 2) {
			x.party[n] = true
		}
		if !x.party[n] && len(p.parties) > 0 && p.parties[0].ref.Type == news.RefUnnamed {
			for _, who := range participants {
				if other, ok := strings.CutPrefix(who, "other:"); ok && strings.Contains(strings.ToLower(other), x.headOf(p)) {
					x.party[n] = true
				}
			}
			if !x.party[n] && len(met) < len(participants) && !strings.HasPrefix(strings.ToLower(x.d.Words(p.Range)), "officials") { // "officials said"
				x.unknown[k] = true
			}
		}
	}
	words := x.d.Words(s.Range)
	for _, who := range participants {
		name, ok := strings.CutPrefix(who, "person:")
		if last := name[strings.LastIndex(name, " ")+1:]; ok && !met[who] && strings.Contains(words, last) {
			x.unknown[k] = true
		}
	}
}

// venue reports whether a phrase is the bare name of a country or a capital behind the preposition of a place.
func (x *labelled) venue(p phrase) bool {
	return p.site && has("in at near outside inside to from into through across around visit visited visiting", x.d.Lower(p.From-1))
}

// names reports whether a phrase names one of the participants.
func (x *labelled) names(p phrase, participants []string) bool {
	for _, y := range p.parties {
		for _, who := range participants {
			kind, name, _ := strings.Cut(who, ":")
			switch {
			case y.ref.Type == news.RefPerson && kind == "person" && x.samePerson(y.ref.ID, name),
				y.ref.Type == news.RefCountry && kind == "country" && y.ref.ID == name,
				y.ref.Type == news.RefOrganization && kind == "org" && sameBody(strings.TrimPrefix(x.nameOfRef(y.ref), "org:"), name):
				return true
			}
		}
	}
	return false
}

func (x *labelled) samePerson(id, name string) bool {
	for c, p := range x.d.People {
		if x.b.personID[c] == id && (p.Name == name || p.Words[len(p.Words)-1] == name[strings.LastIndex(name, " ")+1:]) {
			return true
		}
	}
	return false
}

// actsFor reports whether one of the parties is the state that a person acts for.
func (x *labelled) actsFor(who string, parties []party) bool {
	name, ok := strings.CutPrefix(who, "person:")
	for c, p := range x.d.People {
		if !ok || !x.samePerson(x.b.personID[c], name) || p.Represents == "" {
			continue
		}
		for _, y := range parties {
			if y.ref.Type == news.RefCountry && y.code == p.Represents {
				return true
			}
		}
	}
	return false
}

// sameBody reports whether two names are of one body: alike, or one the other's initials or a part of it.
func sameBody(a, b string) bool {
	a, b = strings.TrimPrefix(strings.ToLower(a), "the "), strings.TrimPrefix(strings.ToLower(b), "the ")
	initials := func(s string) string {
		out := ""
		for _, w := range strings.Fields(s) {
			if !has("of the and for", w) {
				out += w[:1]
			}
		}
		return out
	}
	return strings.Contains(a, b) || strings.Contains(b, a) || initials(a) == b || initials(b) == a
}
