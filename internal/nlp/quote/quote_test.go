package quote

import (
	"strings"
	"testing"

	"graphload/internal/nlp"
	"graphload/internal/nlp/token"
)

func doc(text string) *nlp.Doc {
	d := &nlp.Doc{Text: text, Clean: text}
	token.Run(d)
	Run(d)
	return d
}

func TestRun(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"curly", "“We go,” she said.", "We go,"},
		{"straight", `"We go," she said, "and stay."`, "We go,|and stay."},
		{"guillemets", "«We go», she said.", "We go"},
		{"typewriter", "''We go,'' she said. ``Now.''", "We go,|Now."},
		{"british", "‘We can’t go,’ she said of the farmers’ plan.", "We can’t go,"},
		{"british straight", "'We can't go,' she said.", "We can't go,"},
		{"nested", `"He said 'no' to us," she said.`, "He said 'no' to us,"},
		{"curly in straight", `"They call it “duty” here," she said.`, `They call it “duty” here,`},
		{"curly in straight, runs on", "\"They call it “duty” here.\n\n\"Nobody knows,\" he said.", "They call it “duty” here.|+Nobody knows,"},
		{"straight beside curly", `He said "no" to “them” and "us".`, "no|them|us"},
		{"closing mark opens", "The ”Technical” side failed, “they” said.", "Technical|they"},
		{"runs on", "“One.\n\n“Two,” he said.", "One.|+Two,"},
		{"unclosed", "“We go, she said.\n\nThe end.", "We go, she said."},
		{"opening mark lost", "Of course it is possible that nobody will come.\"\n\nThe end.", "Of course it is possible that nobody will come."},
		{"apostrophes only", "The farmers' vote wasn't Lind's.", ""},
		{"british in a headline", "Lind: 'We will go'\n\n\"We go,\" she said.", "We will go|We go,"},
		{"british in a paragraph", "\"We go,\" she said.\n\n'We stay,' said Korr of the farmers' plan.", "We go,|We stay,"},
		{"british, one unclosed", "\"We go,\" she said.\n\n'We stay, said Korr.", "We go,"},
		{"rock 'n' roll", "Rock 'n' roll is back\n\n\"We go,\" she said.", "We go,"},
		{"years", "The '90s and the '80s\n\n\"We go,\" she said.", "We go,"},
		{"empty", `He wrote "" and left.`, ""},
	} {
		d := doc(c.text)
		var got []string
		for _, q := range d.Quotes {
			s := d.Text[q.Inner.Start:q.Inner.End]
			if q.Continues {
				s = "+" + s
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: %q: got %q, want %q", c.name, c.text, s, c.want)
		}
	}
}

func FuzzRun(f *testing.F) {
	for _, s := range []string{"“a” \"b\" ‘c’ «d»", "\"\"\"", "“a\n\n“b”", "''a''", "a”", "'"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.ToValidUTF8(text, "?")
		d := doc(text)
		if err := d.Check(); err != nil {
			t.Fatal(err)
		}
		end := 0
		for i, q := range d.Quotes {
			if q.Start < end || q.Tokens.Len() == 0 {
				t.Fatalf("quote %d overlaps the one before or is empty", i)
			}
			end = q.End
		}
	})
}
