package source

import "testing"

// TestDateLines prints one day in the forms in which publishers print it, above a headline and below it.
func TestDateLines(t *testing.T) {
	const title = "Norway and Chad go on talking"
	for _, form := range []string{
		"3:52 pm on 14 July 2026",
		"14 July 2026 at 3:52pm",
		"Tue, 14 Jul 2026 15:52 GMT",
		"July 14, 2026 / 3:52 PM EDT",
		"Published 3:52 PM EDT, July 14, 2026",
		"Updated 14 Jul, 2026 03:52pm",
		"Posted on: 14/07/2026 - 15:52",
		"2026/07/14 15:52 (JST)",
		"14. July 2026",
		"The Fjord Courier, Tuesday, July 14, 2026",
		"Issue 412 | July 14, 2026",
		"Vol. 12, No. 3 - July 14, 2026",
		"Number 122/26, 14 July 2026",
		"July 14, 2026 | 3:52pm | Updated 4:10pm",
		"By Ola Rimstad, July 14, 2026",
		"OSLO, July 14, 2026",
		"14 July 2026 · 4 min read",
		"Tuesday, the 14th of July 2026",
		"This article was published on July 14, 2026",
		"Release date: 14 July 2026",
		"2026.07.14 15:52",
		"14-Jul-2026",
		"July 14, 20263:52 PM GMT+2",
		"Reuters July 14, 20263:52 PM UTC",
		"14 July 20263:52 PM UTC",
		"14 July 2026 Last updated at 15:52 GMT",
		"Tuesday, July 14, 2026 / 28 Muharram 1448",
		"By OR - Jul 14,2026 - Last updated at Jul 14,2026",
		"July 14, 2026 - 15:5",
		"10:15 | Oslo, Jul. 14, 2026 (NORDIA).",
	} {
		for where, text := range map[string]string{
			"above": form + "\n\n" + title + "\n\n" + body,
			"below": title + "\n\n" + form + "\n\n" + body,
		} {
			if a, lines := marked(text); a.Published != "2026-07-14" || a.Title != title {
				t.Errorf("%s, %s: published %q, title %q: %q", form, where, a.Published, a.Title, lines)
			}
		}
	}
	summary := "Oslo wants an answer by the end of the week. The others do not."
	byline := "The Fjord Courier International, 14.07.2026, Ola Rimstad (with fci/dpa)"
	if a, lines := marked(title + "\n\n" + summary + "\n\n" + byline + "\n\n" + body); a.Published != "2026-07-14" {
		t.Errorf("below a summary: published %q: %q", a.Published, lines)
	}
	for _, headline := range []string{"The summit of July 14, 2026 changed much in Oslo", "What was agreed on July 14, 2026"} {
		if a, _ := marked(headline + "\n\n" + body); a.Published != "" {
			t.Errorf("%s: published %q", headline, a.Published)
		}
	}
}
