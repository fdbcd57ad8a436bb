package source

import (
	"strings"
	"testing"

	"graphload/internal/news"

	"github.com/google/go-cmp/cmp"
)

// Prose about nobody real, to stand around what a test looks at.
const (
	para1 = "The foreign ministers of Norway and Chad met in Oslo on Tuesday, and they agreed to go on with their talks next month."
	para2 = "“We have come a long way since the winter,” said Ada Brunvoll, who led the Norwegian side through the night of talks."
	para3 = "Officials of both countries said that a second round would be held in the spring, if the harvest allowed it."
	body  = para1 + "\n\n" + para2 + "\n\n" + para3
)

// marked reads a text and returns what it tells, with a line "KIND: words" for every mark.
func marked(text string) (*news.Article, []string) {
	a := &news.Article{Text: text}
	markText(a, 0)
	var lines []string
	for _, m := range a.Marks {
		lines = append(lines, string(m.Kind)+": "+m.In(text))
	}
	return a, lines
}

func TestHead(t *testing.T) {
	tests := []struct {
		name                     string
		text                     string
		title, source, published string
		marks                    []string
	}{
		{"running text first", body, "", "", "", nil},
		{"headline", "Norway and Chad go on talking\n\n" + body, "Norway and Chad go on talking", "", "",
			[]string{"title: Norway and Chad go on talking"}},
		{"headline in quotation marks", "“A long way since the winter”\nMarch 14, 2025\n" + body,
			"“A long way since the winter”", "", "2025-03-14",
			[]string{"title: “A long way since the winter”", "header: March 14, 2025"}},
		{"headline that asks", "Will Norway and Chad go on talking?\n" + body, "Will Norway and Chad go on talking?", "", "",
			[]string{"title: Will Norway and Chad go on talking?"}},
		{"headline in capitals with a full stop", "Norway And Chad Agree To Disagree.\n" + body,
			"Norway And Chad Agree To Disagree.", "", "", []string{"title: Norway And Chad Agree To Disagree."}},
		{"short sentence first", "They met again.\n\nNo Word From The Palace Yet\n\n" + body, "", "", "", nil},
		{"Markdown heading below a label", "Foreign affairs desk report\n\n# Talks in Oslo\n\n" + body, "Talks in Oslo", "", "",
			[]string{"title: # Talks in Oslo"}},
		{"section and picture label above", "Europe\n\nAda Brunvoll\n\nNorway and Chad go on talking\n\n" + body,
			"Norway and Chad go on talking", "", "",
			[]string{"header: Europe", "header: Ada Brunvoll", "title: Norway and Chad go on talking"}},
		{"short headline with a summary", "Talks collapse\n\nMinisters leave Oslo without a deal\n\n" + body,
			"Talks collapse", "", "", []string{"title: Talks collapse"}},
		{"masthead, byline, date", "The Fjord Gazette\n\nA night in Oslo\n\nBy Ola Rimstad and Ngone Abba\nPublished: 12 May 2026\n\n" + body,
			"A night in Oslo", "The Fjord Gazette", "2026-05-12", []string{"header: The Fjord Gazette",
				"title: A night in Oslo", "header: By Ola Rimstad and Ngone Abba", "header: Published: 12 May 2026"}},
		{"masthead and date in marks of emphasis", "# A night in Oslo\n\n*The Fjord Gazette — Tuesday, 12 May 2026*\n\n" + body,
			"A night in Oslo", "The Fjord Gazette", "2026-05-12", []string{"title: # A night in Oslo", "header: *The Fjord Gazette — Tuesday, 12 May 2026*"}},
		{"byline, masthead and date between bars", "A night in Oslo\n\nBy Ola Rimstad | The Fjord Gazette | 12 May 2026\n\n" + body,
			"A night in Oslo", "The Fjord Gazette", "2026-05-12", []string{"title: A night in Oslo", "header: By Ola Rimstad | The Fjord Gazette | 12 May 2026"}},
		{"site, two calendars, role for a byline", "Fjord Gazette\nTuesday, March 3, 2026 | Ramadan 14, 1447\nHome\nWorld\nSport\nA night in Oslo and what came of it\nStaff Reporter\nMarch 4, 2026\n\n" + body,
			"A night in Oslo and what came of it", "Fjord Gazette", "2026-03-04", []string{"header: Fjord Gazette", "header: Tuesday, March 3, 2026 | Ramadan 14, 1447",
				"boilerplate: Home\nWorld\nSport", "title: A night in Oslo and what came of it", "header: Staff Reporter", "header: March 4, 2026"}},
		{"a name above a menu", "Baltic & Beyond\nAbout\nArchive\nSport\nA night in Oslo and what came of it\n\n" + body,
			"A night in Oslo and what came of it", "Baltic & Beyond", "", []string{"boilerplate: Baltic & Beyond\nAbout\nArchive\nSport", "title: A night in Oslo and what came of it"}},
		{"press office", "MINISTRY OF FOREIGN AFFAIRS OF CHAD\nPress Service\n\nFOR IMMEDIATE RELEASE\nMay 15, 2026\n\n" +
			"Statement on the talks in Oslo\n\n" + body,
			"Statement on the talks in Oslo", "MINISTRY OF FOREIGN AFFAIRS OF CHAD", "2026-05-15",
			[]string{"header: MINISTRY OF FOREIGN AFFAIRS OF CHAD", "header: Press Service", "header: FOR IMMEDIATE RELEASE",
				"header: May 15, 2026", "title: Statement on the talks in Oslo"}},
		{"a state's ministry above a menu", "Ministry of Foreign Affairs, Republic of Chad\nHOME | Ministry News | Press Releases\n\n" +
			"Outcome of the talks in Oslo (Jun. 18)\n\nDate\n2026-06-18\n\n" + body,
			"Outcome of the talks in Oslo (Jun. 18)", "Ministry of Foreign Affairs, Republic of Chad", "2026-06-18",
			[]string{"header: Ministry of Foreign Affairs, Republic of Chad", "boilerplate: HOME | Ministry News | Press Releases",
				"title: Outcome of the talks in Oslo (Jun. 18)", "header: Date", "header: 2026-06-18"}},
		{"a council above a press release", "Council of the Fjord Union\n\nPress release\n18 June 2026\n\nOutcome of the talks in Oslo\n\n" + body,
			"Outcome of the talks in Oslo", "Council of the Fjord Union", "2026-06-18",
			[]string{"header: Council of the Fjord Union", "header: Press release", "header: 18 June 2026",
				"title: Outcome of the talks in Oslo"}},
		{"a link past the menu, and a kind of text", "Jump directly to the content\nLive updates\n\nNorway and Chad go on talking\n\n" + body,
			"Norway and Chad go on talking", "", "",
			[]string{"boilerplate: Jump directly to the content", "header: Live updates", "title: Norway and Chad go on talking"}},
		{"publisher's line", "Norway and Chad go on talking\nPublished by fjord-gazette.example\n" + body,
			"Norway and Chad go on talking", "fjord-gazette.example", "",
			[]string{"title: Norway and Chad go on talking", "header: Published by fjord-gazette.example"}},
		{"date with a publisher below a caption", "Norway and Chad go on talking\n\nAda Brunvoll speaks to reporters at the harbour of Oslo.\n\n" +
			"Date: 23-10-2025 [Fjord 24 News]\n\n" + body, "Norway and Chad go on talking", "Fjord 24 News", "2025-10-23",
			[]string{"title: Norway and Chad go on talking", "header: Date: 23-10-2025 [Fjord 24 News]"}},
		{"update after publication", "Norway and Chad go on talking\nPublished 18 Apr 2025 10:32 GMT | Updated 19 Apr 2025 08:00 GMT\n" + body,
			"Norway and Chad go on talking", "", "2025-04-18", []string{"title: Norway and Chad go on talking",
				"header: Published 18 Apr 2025 10:32 GMT | Updated 19 Apr 2025 08:00 GMT"}},
		{"update alone", "Norway and Chad go on talking\nLast updated: 2025/04/18\n" + body, "Norway and Chad go on talking", "",
			"2025-04-18", []string{"title: Norway and Chad go on talking", "header: Last updated: 2025/04/18"}},
		{"date that leaves open which is the month", "Norway and Chad go on talking\n04/05/2025\n" + body,
			"Norway and Chad go on talking", "", "", []string{"title: Norway and Chad go on talking", "header: 04/05/2025"}},
		{"relative date", "Norway and Chad go on talking\nUpdated 3 hours ago\n4 min read\n" + body,
			"Norway and Chad go on talking", "", "",
			[]string{"title: Norway and Chad go on talking", "header: Updated 3 hours ago", "header: 4 min read"}},
		{"date in the body", "Norway and Chad go on talking\n\n" + para1 + "\n\n" + para2 + "\n\nMarch 14, 2025\n\n" + para3,
			"Norway and Chad go on talking", "", "", []string{"title: Norway and Chad go on talking"}},
		{"date within a sentence", "Norway and Chad go on talking\n\nOn March 14, 2025 the ministers met in Oslo for the first time.\n\n" + body,
			"Norway and Chad go on talking", "", "", []string{"title: Norway and Chad go on talking"}},
		{"sentence that begins with by", "Norway and Chad go on talking\n\nBy Thursday the talks had ended, and everybody went home.\n\n" + body,
			"Norway and Chad go on talking", "", "", []string{"title: Norway and Chad go on talking"}},
		{"list without prose", "Apples and pears\nPlums and cherries\nNuts of all kinds\n", "", "", "", nil},
		{"wrapped lines", "Norway and Chad go on talking\n\nThe foreign ministers of Norway and Chad met in Oslo on\n" +
			"Tuesday, and they agreed to go on with their talks next\nmonth in another town that has more rooms for guests and\n" +
			"their many advisers. Nobody knows what it will cost.\n", "Norway and Chad go on talking", "", "",
			[]string{"title: Norway and Chad go on talking"}},
		{"wrapped lines without a headline", "The foreign ministers of Norway and Chad met in Oslo on\n" +
			"Tuesday, and they agreed to go on with their talks next\nmonth in another town that has more rooms for guests and\n" +
			"their many advisers. Nobody knows what it will cost.\n", "", "", "", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, marks := marked(test.text)
			got := []string{a.Title, a.Source, a.Published}
			if diff := cmp.Diff([]string{test.title, test.source, test.published}, got); diff != "" {
				t.Errorf("title, source, published: %s", diff)
			}
			if diff := cmp.Diff(test.marks, marks); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPlaceLine(t *testing.T) {
	const rest = "The foreign ministers of Norway and Chad met here, and they agreed to go on."
	tests := []struct{ line, source, published string }{
		{"MOSCOW, March 5 (Reuters) -", "Reuters", ""},
		{"MOSCOW, March 5, 2025 (Reuters) -", "Reuters", "2025-03-05"},
		{"GENEVA/OSLO, 5 March 2025 (Fjord News Agency) —", "Fjord News Agency", "2025-03-05"},
		{"ST. JOHN'S, Antigua (AP) —", "AP", ""},
		{"WASHINGTON, D.C. –", "", ""},
		{"N'DJAMENA, Chad --", "", ""},
		{"LISBON —", "", ""},
		{"Miami, FL –", "", ""},
		{"Pasadena, Calif. -", "", ""},
		{"Oslo (AFP) –", "AFP", ""},
		{"Oslo, March 5 –", "", ""},
		{"March 5 (Reuters) -", "Reuters", ""},
		{"OSLO (Reuters):", "Reuters", ""},
	}
	for _, test := range tests {
		t.Run(test.line, func(t *testing.T) {
			a, marks := marked("Norway and Chad go on talking\n\n" + test.line + " " + rest + "\n\n" + body)
			want := []string{"title: Norway and Chad go on talking", "header: " + test.line}
			if diff := cmp.Diff(want, marks); diff != "" {
				t.Error(diff)
			}
			if a.Source != test.source || a.Published != test.published {
				t.Errorf("source %q, published %q", a.Source, a.Published)
			}
		})
	}
	for _, line := range []string{"NATO – the alliance of thirty-two states – has asked for talks with both of the ministers.",
		"Brunvoll, who led the talks – The ministers of Norway and Chad met in Oslo.",
		"BRUNVOLL: The talks have come a long way since the winter, and they will go on.",
		"Oslo – A town of many rooms for guests has seen the ministers of Norway and Chad meet."} {
		if _, marks := marked(line + "\n\n" + body); len(marks) != 0 {
			t.Errorf("%s: got %q", line, marks)
		}
	}
}

func TestBoilerplate(t *testing.T) {
	const title = "Norway and Chad go on talking"
	tests := []struct {
		name, text string
		marks      []string
	}{
		{"menu above", "Skip to content\nHome\nWorld\nSport\n\n" + title + "\n\n" + body,
			[]string{"boilerplate: Skip to content\nHome\nWorld\nSport", "title: " + title}},
		{"menu in a line", "Home | World | Science | Letters\n\n" + title + "\n\n" + body,
			[]string{"boilerplate: Home | World | Science | Letters", "title: " + title}},
		{"three labels above", "Africa\nDiplomacy\nOur Pick\n" + title + "\n\n" + body,
			[]string{"boilerplate: Africa\nDiplomacy\nOur Pick", "title: " + title}},
		{"buttons", title + "\nShare\nTweet\n\n" + body, []string{"title: " + title, "boilerplate: Share\nTweet"}},
		{"a word that is a button elsewhere", title + "\n\n" + para1 + "\n\nPolitics\n\n" + para2 + "\n\n" + para3,
			[]string{"title: " + title}},
		{"follow, newsletter, advertisement", title + "\n\n" + para1 + "\n\nAdvertisement\n\n" + para2 +
			"\n\nFollow us on social media\n\n" + para3 + "\n\nSubscribe now to our weekly letter and don’t miss a beat.",
			[]string{"title: " + title, "boilerplate: Advertisement", "boilerplate: Follow us on social media",
				"boilerplate: Subscribe now to our weekly letter and don’t miss a beat."}},
		{"sign-up box", title + "\n\n" + body + "\n\nSign up to The Long Night, our newsletter\nEnter your email\nName\n",
			[]string{"title: " + title, "boilerplate: Sign up to The Long Night, our newsletter\nEnter your email\nName"}},
		{"comment form", title + "\n\n" + body + "\n\nLeave a Reply\n\nYour email address will not be published.\n\nPaul says:\n\nI do not think so.",
			[]string{"title: " + title, "boilerplate: Leave a Reply\n\nYour email address will not be published.\n\nPaul says:\n\nI do not think so."}},
		{"comment link above", title + "\nLeave a comment\n\n" + body, []string{"title: " + title, "boilerplate: Leave a comment"}},
		{"appeal to comment", title + "\n\n" + body + "\n\nWhat do you think? Tell us in the comments below!",
			[]string{"title: " + title, "boilerplate: What do you think? Tell us in the comments below!"}},
		{"buttons run together", title + "\n\n" + body + "\n\nkeep readingShow less\n",
			[]string{"title: " + title, "boilerplate: keep readingShow less"}},
		{"related stories", title + "\n\n" + body + "\n\nRelated stories\nHow the talks began\nTen towns with rooms\n",
			[]string{"title: " + title, "boilerplate: Related stories\nHow the talks began\nTen towns with rooms"}},
		{"related stories within", title + "\n\n" + body + "\n\nRelated stories\nHow the talks began\nTen towns with rooms\n\nThe harvest\n\n" + para2,
			[]string{"title: " + title, "boilerplate: Related stories\nHow the talks began\nTen towns with rooms"}},
		{"also read", title + "\n\n" + para1 + "\n\nALSO READ: How the talks began\n\n" + para2,
			[]string{"title: " + title, "boilerplate: ALSO READ: How the talks began"}},
		{"another story after a repeated label", title + "\n\nAnalysis | Fjord Desk\n\n" + body +
			"\n\nPhoto credit: Ada Brunvoll leaves the hall in which the ministers of both countries met for a night in Oslo.\n" +
			"Analysis | Fjord Desk\nTen towns with rooms\n\nThe small towns of the coast have more rooms for guests than anybody needs.\n",
			[]string{"title: " + title, "header: Analysis | Fjord Desk",
				"boilerplate: Analysis | Fjord Desk\nTen towns with rooms\n\nThe small towns of the coast have more rooms for guests than anybody needs."}},
		{"credits and copyright", title + "\n\n" + body + "\n\n(Reporting by Ola Rimstad in Oslo; Editing by Ngone Abba)\nPhoto: Fjord Pictures\n© 2026 Fjord Gazette\n",
			[]string{"title: " + title, "boilerplate: (Reporting by Ola Rimstad in Oslo; Editing by Ngone Abba)", "boilerplate: Photo: Fjord Pictures", "boilerplate: © 2026 Fjord Gazette"}},
		{"writer and publisher described", title + "\nBy Ola Rimstad\nPublished by Fjord Gazette\n\n" + body +
			"\n\nOla Rimstad is a correspondent in Oslo.\n\nFjord Gazette is an independent newspaper for the north.",
			[]string{"title: " + title, "header: By Ola Rimstad", "header: Published by Fjord Gazette",
				"boilerplate: Ola Rimstad is a correspondent in Oslo.", "boilerplate: Fjord Gazette is an independent newspaper for the north."}},
		{"teasers with a button", title + "\n\n" + body + "\n\n" + body + "\n\nTen towns with rooms\nThe small towns of the coast have more rooms for guests than they need.\nRead more\n" +
			"A bridge in the north\nThe old bridge of the north has been closed since the flood of the spring.\nRead more\n",
			[]string{"title: " + title, "boilerplate: Ten towns with rooms\nThe small towns of the coast have more rooms for guests than they need.\nRead more\n" +
				"A bridge in the north\nThe old bridge of the north has been closed since the flood of the spring.\nRead more"}},
		{"a consent longer than any other line", "We and our partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers, " +
			strings.Repeat("for measurements of the pages that are seen by each of those who come here, ", 8) + "with your consent.\n\n" + title + "\n\n" + body,
			[]string{"boilerplate: We and our partners store and access information on a device, such as cookies, and process personal data, such as unique identifiers, " +
				strings.Repeat("for measurements of the pages that are seen by each of those who come here, ", 8) + "with your consent.", "title: " + title}},
		{"notes of an agency", title + "\n\n" + body + "\n\n-- With assistance from Ngone Abba.\n(Adds comment of the minister in last paragraph.)\n",
			[]string{"title: " + title, "boilerplate: -- With assistance from Ngone Abba.", "boilerplate: (Adds comment of the minister in last paragraph.)"}},
		{"an agency's mark behind the last sentence", title + "\n\n" + body + "\n\nA delegation will travel to the north in March. (FGA)", []string{"title: " + title}},
		{"words that only sound so", title + "\n\nReporting by the Fjord Gazette has shown that the talks nearly failed in the winter.\n\n" +
			"“Follow us on the road,” the minister said to the men of the harbour.\n\n" + body +
			"\n\nAda Brunvoll is a former editor of a newspaper in the north.", []string{"title: " + title}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, marks := marked(test.text)
			if diff := cmp.Diff(test.marks, marks); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestInjected(t *testing.T) {
	const who = "Foreign Minister of Norway Ada Brunvoll"
	tests := []struct {
		name, text string
		marks      []string
	}{
		{"parentheses, glue and stray full stops", who + " said on Monday that the talks would go on.\n\n" +
			"The plan freezes the quotas of several( " + who + " )small boats for a year.\n\n" +
			"The winter was hard and prices rose." + who + " .\n\n" +
			"“We will go on with the talks.”" + who + " .\n\n" +
			"The prices may rise again in the winter. " + who + ", However, the ministry sees no danger.\n\n" +
			"There are contacts, possibly paving the" + who + " )way for another round.",
			[]string{"injected: ( " + who + " )", "injected: " + who + " .", "injected: " + who + " .",
				"injected: " + who + ",", "injected: " + who + " )"}},
		{"link between full stop and line end", "The winter was hard and prices rose. Our Guide To Fish For All\n\n" +
			"The boats stayed in the harbour. Our Guide To Fish For All\n\nNobody went out for a month. Our Guide To Fish For All\n",
			[]string{"injected: Our Guide To Fish For All", "injected: Our Guide To Fish For All", "injected: Our Guide To Fish For All"}},
		{"subject of sentences, with and without the space", "The talks went on." + who + " said so on Monday.\n\n" +
			"The prices rose." + who + " promised help.\n\nThe boats came back." + who + " was glad.\n\n" + who + " left.", nil},
		{"speaker in parentheses", "“We agree.” (" + who + ")\n\n“We go on.” (" + who + ")\n\n“We are glad.” (" + who + ")", nil},
		{"speaker after the quotation", "“We agree.” " + who + "\n\n“We go on.” " + who + "\n\n“We are glad.” " + who, nil},
		{"twice is not enough", "The plan freezes several( " + who + " )boats.\n\nIt lasts a(" + who + ")year.", nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, marks := marked(test.text)
			var injected []string
			for _, m := range marks {
				if strings.HasPrefix(m, "injected") {
					injected = append(injected, m)
				}
			}
			if diff := cmp.Diff(test.marks, injected); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestPublishedDate(t *testing.T) {
	for value, want := range map[string]string{
		"":                                "",
		"2025":                            "2025",
		"2025-03":                         "2025-03",
		"2025-03-14":                      "2025-03-14",
		" 2025/3/14 ":                     "2025-03-14",
		"2025-03-14T23:30:00Z":            "2025-03-14",
		"2025-03-14T23:30:00.123+02:00":   "2025-03-14",
		"2025-03-14 23:30:00":             "2025-03-14",
		"Fri, 14 Mar 2025 10:32:00 +0000": "2025-03-14",
		"Friday, March 14th, 2025":        "2025-03-14",
		"14.03.2025":                      "2025-03-14",
		"03/14/2025 10:32 AM":             "2025-03-14",
		"05/05/2025":                      "2025-05-05",
		"18 Apr 2025 10:32 GMT":           "2025-04-18",
	} {
		if got, err := publishedDate(value); err != nil || got != want {
			t.Errorf("%q: got %q, %v, want %q", value, got, err, want)
		}
	}
	for _, value := range []string{"yesterday", "03/04/2025", "2025-02-30", "2025-13-01", "Friday", "1741912345",
		"from 14 March 2025 to 16 March 2025", "14 March 2025 in Oslo", "14-03-25"} {
		if got, err := publishedDate(value); err == nil {
			t.Errorf("%q: got %q, want an error", value, got)
		}
	}
}
