package source

import (
	"strings"
	"testing"
)

// TestPageBoxes holds that what looks like a box of the page and is a part of the article stays, and what is a box goes.
func TestPageBoxes(t *testing.T) {
	const (
		lead  = "<p>The ministers of Chile and Peru met in Arica on Monday and spoke about the water of the Lauca for five hours.</p>"
		rest  = "<p>Minister Elisenda Bahamondes said that both sides had read the same map and had found the same river on it.</p>"
		more  = "<p>Her colleague Teofilo Quispe told reporters that the map was old and that the river had moved since it was drawn.</p>"
		other = "<p>A goat walked into the bank of Putre on Friday and left with a calendar, the police of the town has confirmed.</p>"
	)
	page := func(body string) string {
		return "<html><head><title>Water for Arica and Tacna</title></head><body><h1>Water for Arica and Tacna</h1>" + body + "</body></html>"
	}
	for _, test := range []struct{ name, page, with, without string }{
		{"a section with a heading as a box has", page("<section>" + lead + rest + "</section><section><h2>You may need a visa</h2>" + more + "</section>"), "the map was old", ""},
		{"a section that recommends", page("<section>" + lead + rest + "</section><section><h2>Recommended steps</h2>" + more + "</section>"), "the map was old", ""},
		{"a section that begins with a link", page("<section>" + lead + rest + "</section><section><p>Watch: <a href=x>the river</a></p>" + more + "</section>"), "the map was old", ""},
		{"a lead beside the text", page(lead + "<div>" + rest + more + rest + more + "</div>"), "for five hours", ""},
		{"a last paragraph beside the text", page("<div>" + lead + rest + more + "</div>" + other), "A goat", ""},
		{"a summary without a full stop", page("<p>Two neighbours look for a river that has moved</p><div>" + lead + rest + more + "</div>"), "Two neighbours look", ""},
		{"a byline below the headline", page("<p>By Rosalba Contreras, our correspondent in Arica and Tacna</p><div>" + lead + rest + more + "</div>"), "for five hours", "Rosalba"},
		{"a box without a name", page("<div>" + lead + rest + "<div><h3>Related stories</h3>" + other + "</div>" + more + "</div>"), "the map was old", "A goat"},
		{"a box of the writer", page("<div>" + lead + rest + more + "</div><div><div>About the author</div><p>Rosalba Contreras writes about rivers and about those who own them.</p></div>"), "the map was old", "Rosalba"},
		{"a subscription", page("<div>" + lead + rest + more + "</div><div><h2>Subscribe to unlock this article</h2><p>Only $1 for four weeks, then $75 for each month that follows.</p></div>"), "the map was old", "Only $1"},
		{"a summary by a machine", page("<div><div><p>Chile and Peru met in Arica and looked at a map of the river together.</p><span>AI-generated summary</span></div>" + lead + rest + more + "</div>"), "for five hours", "together"},
		{"the end of a page without a name", page("<div class=a><div class=b>" + lead + rest + more + "</div><div class=c><h4>Keep going</h4><a href=1>A goat in a bank</a>" + other +
			"<a href=2>A bridge that is closed</a></div></div>"), "the map was old", "A goat"},
		{"a second part with links", page("<div class=a><div class=b>" + lead + rest + rest + rest + "</div><div class=c>" + more + "<a href=1>A goat in a bank</a><a href=2>A bridge that is closed</a></div></div>"),
			"the map was old", ""},
		{"a table that floats", page("<div>" + lead + "<table align=right><tr><td>The river Lauca as it was in the spring of the year before, seen from the north.</td></tr></table>" + rest + more + "</div>"), "the map was old", "as it was"},
	} {
		t.Run(test.name, func(t *testing.T) {
			a := readPage(input{path: "page.html", size: -1}, []byte(test.page)).item.Article
			if a == nil {
				t.Fatal("no article")
			}
			if test.with != "" && !strings.Contains(keptText(a), test.with) {
				t.Errorf("%q is lost:\n%s", test.with, keptText(a))
			}
			if test.without != "" && strings.Contains(keptText(a), test.without) {
				t.Errorf("%q is left:\n%s", test.without, keptText(a))
			}
		})
	}
}
