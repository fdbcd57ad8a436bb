package date

import (
	"strings"
	"testing"
)

// show writes mentions as "TEXT=FROM" or "TEXT=FROM/TO", with "?" for what stays open.
func show(s string, mentions []Mention) string {
	var list []string
	for _, m := range mentions {
		v := m.From
		switch {
		case v == "":
			v = "?"
		case m.To != m.From:
			v += "/" + m.To
		}
		list = append(list, s[m.Start:m.End]+"="+v)
	}
	return strings.Join(list, "; ")
}

// A published date that is not said otherwise is Wednesday, 22 October 2025.
const wednesday = "2025-10-22"

var findTests = []struct {
	published string
	tense     Tense
	sentence  string
	want      string
}{
	// days with a year
	{"", Unknown, "They met on March 14, 2025.", "March 14, 2025=2025-03-14"},
	{"", Unknown, "They met on March 14,2025, in Rome.", "March 14,2025=2025-03-14"},
	{"", Unknown, "They met on 14 March 2025.", "14 March 2025=2025-03-14"},
	{"", Unknown, "They met on the 14th of March, 2025.", "the 14th of March, 2025=2025-03-14"},
	{"", Unknown, "They met on March 14th 2025.", "March 14th 2025=2025-03-14"},
	{"", Unknown, "They met on Oct. 3, 2025.", "Oct. 3, 2025=2025-10-03"},
	{"", Unknown, "They met on Sept. 3, 2025.", "Sept. 3, 2025=2025-09-03"},
	{"", Unknown, "MAY 5, 2025", "MAY 5, 2025=2025-05-05"},
	{"", Unknown, "Friday, October 24, 2025", "Friday, October 24, 2025=2025-10-24"},
	{"", Unknown, "Sun, 26 Oct 2025", "Sun, 26 Oct 2025=2025-10-26"},
	{"", Unknown, "Sat. Oct. 25, 2025", "Sat. Oct. 25, 2025=2025-10-25"},
	{"", Unknown, "Published 2025-10-30.", "2025-10-30=2025-10-30"},
	{"", Unknown, "Published 2025-10-30T08:15:00Z.", "2025-10-30=2025-10-30"},
	{"", Unknown, "Published 2025/10/30", "2025/10/30=2025-10-30"},
	{"", Unknown, "Published 23/10/2025", "23/10/2025=2025-10-23"},
	{"", Unknown, "Published 10/23/2025", "10/23/2025=2025-10-23"},
	{"", Unknown, "Published 30.10.2025", "30.10.2025=2025-10-30"},
	{"", Unknown, "Published 05/05/2025", "05/05/2025=2025-05-05"},
	{"", Unknown, "Published 03/04/2025", "03/04/2025=2025"},
	{"", Unknown, "On February 29, 2024, he left.", "February 29, 2024=2024-02-29"},
	{"", Unknown, "On February 30, 2024, he left.", ""},
	{"", Unknown, "on 2025-13-40", ""},
	// days without a year
	{wednesday, Past, "They met on October 20.", "October 20=2025-10-20"},
	{wednesday, Past, "The talks planned for October 30 were called off.", "October 30=2025-10-30"},
	{wednesday, Past, "They met on December 5.", "December 5=2024-12-05"},
	{wednesday, Future, "They will meet on October 30.", "October 30=2025-10-30"},
	{wednesday, Future, "They will meet on February 3.", "February 3=2026-02-03"},
	{wednesday, Unknown, "The summit of October 22", "October 22=2025-10-22"},
	{"2026-01-05", Past, "They met on Dec. 29.", "Dec. 29=2025-12-29"},
	{"2025-12-29", Future, "They will meet on Jan. 5.", "Jan. 5=2026-01-05"},
	{wednesday, Past, "On the 14th of March they met.", "the 14th of March=2025-03-14"},
	{wednesday, Past, "On 14th March they met.", "14th March=2025-03-14"},
	{wednesday, Past, "They met on Monday, Oct. 20.", "Monday, Oct. 20=2025-10-20"},
	{wednesday, Past, "They met on Monday (Oct. 20) in Rome.", "Monday (Oct. 20=2025-10-20"},
	{wednesday, Past, "They met on Thursday, December 5.", "Thursday, December 5=2024-12-05"},
	{wednesday, Past, "Since the Oct. 7 attack", "Oct. 7=2023-10-07"},
	{wednesday, Past, "After the Sept. 11 attacks", "Sept. 11=2001-09-11"},
	{wednesday, Past, "On Oct. 7 they met.", "Oct. 7=2025-10-07"},
	{wednesday, Past, "They met on March 3 last year.", "March 3 last year=2024-03-03"},
	{wednesday, Past, "The ship sank on February 29.", "February 29=2024-02-29"},
	{"2025-10", Past, "They met on October 3.", "October 3=2025-10-03"},
	{"2025", Past, "They met on October 3.", "October 3=?"},
	{"", Past, "They met on October 3.", "October 3=?"},
	// months
	{"", Unknown, "in April 2025", "April 2025=2025-04"},
	{"", Unknown, "in April of 2025", "April of 2025=2025-04"},
	{"", Unknown, "in early April 2025", "early April 2025=2025-04"},
	{"", Unknown, "by mid-April 2025", "mid-April 2025=2025-04"},
	{wednesday, Past, "They met in March.", "March=2025-03"},
	{wednesday, Past, "They met in November.", "November=2024-11"},
	{wednesday, Past, "They met in October.", "October=2025-10"},
	{wednesday, Future, "They will meet in May.", "May=2026-05"},
	{wednesday, Future, "They will meet in November.", "November=2025-11"},
	{wednesday, Unknown, "A summit in December", "December=2025-12"},
	{wednesday, Unknown, "A summit in August", "August=2025-08"},
	{wednesday, Past, "They met last October.", "last October=2024-10"},
	{wednesday, Future, "They will meet next March.", "next March=2026-03"},
	{wednesday, Past, "They met in October last year.", "October last year=2024-10"},
	{wednesday, Future, "They will meet in April next year.", "April next year=2026-04"},
	{wednesday, Past, "They met in late September.", "late September=2025-09"},
	{"2025", Past, "They met in September.", "September=?"},
	// years
	{"", Unknown, "They met in 2022.", "2022=2022"},
	{"", Unknown, "in 2022 elections", "2022=2022"},
	{"", Unknown, "the 2018 summit in Helsinki", "2018=2018"},
	{"", Unknown, "Since 2014, nothing has changed.", "2014=2014"},
	{"", Unknown, "Russia's 2014 annexation", "2014=2014"},
	{"", Unknown, "from 2014 to 2022", "from 2014 to 2022=2014/2022"},
	{"", Unknown, "between 2014 and 2022", "between 2014 and 2022=2014/2022"},
	{"", Unknown, "the war of 2014-2022", "2014-2022=2014/2022"},
	{"", Unknown, "the season 2014–15", "2014–15=2014/2015"},
	// days near publication
	{wednesday, Unknown, "They met today.", "today=2025-10-22"},
	{wednesday, Unknown, "They met yesterday.", "yesterday=2025-10-21"},
	{wednesday, Unknown, "They met yesterday evening.", "yesterday evening=2025-10-21"},
	{wednesday, Unknown, "They met earlier today.", "earlier today=2025-10-22"},
	{wednesday, Unknown, "They meet tonight.", "tonight=2025-10-22"},
	{wednesday, Unknown, "They spoke last night.", "last night=2025-10-21"},
	{wednesday, Unknown, "They spoke this morning.", "this morning=2025-10-22"},
	{wednesday, Unknown, "They will meet tomorrow.", "tomorrow=2025-10-23"},
	{wednesday, Unknown, "They met the day before yesterday.", "the day before yesterday=2025-10-20"},
	{wednesday, Unknown, "They meet the day after tomorrow.", "the day after tomorrow=2025-10-24"},
	{"2025-11-01", Unknown, "They met yesterday.", "yesterday=2025-10-31"},
	{"2025-10", Unknown, "They met yesterday.", "yesterday=?"},
	{"", Unknown, "They met yesterday.", "yesterday=?"},
	{wednesday, Unknown, "The paper USA Today said so.", ""},
	{wednesday, Unknown, "Russia Today said so.", ""},
	// weekdays
	{wednesday, Past, "They met on Friday.", "Friday=2025-10-17"},
	{wednesday, Past, "They met on Wednesday.", "Wednesday=2025-10-22"},
	{wednesday, Past, "They met on Tuesday.", "Tuesday=2025-10-21"},
	{wednesday, Future, "They will meet on Friday.", "Friday=2025-10-24"},
	{wednesday, Future, "They will meet on Tuesday.", "Tuesday=2025-10-28"},
	{wednesday, Future, "They will meet on Wednesday.", "Wednesday=2025-10-22"},
	{wednesday, Unknown, "They will meet on Friday.", "Friday=2025-10-24"},
	{wednesday, Unknown, "They are expected to meet on Friday.", "Friday=2025-10-24"},
	{wednesday, Unknown, "Friday's meeting went well.", "Friday=2025-10-17"},
	{wednesday, Future, "Friday’s meeting will be short.", "Friday=2025-10-24"},
	{wednesday, Present, "They meet on Friday.", "Friday=2025-10"},
	{"2025-10-30", Present, "They meet on Monday.", "Monday=2025"},
	{wednesday, Present, "They meet on Wednesday.", "Wednesday=2025-10-22"},
	{wednesday, Past, "They met last Friday.", "last Friday=2025-10-17"},
	{wednesday, Past, "They met last Wednesday.", "last Wednesday=2025-10-15"},
	{wednesday, Future, "They will meet this Friday.", "this Friday=2025-10-24"},
	{wednesday, Future, "They will meet this coming Friday.", "this coming Friday=2025-10-24"},
	{wednesday, Past, "They met this past Friday.", "this past Friday=2025-10-17"},
	{wednesday, Future, "They will meet next Monday.", "next Monday=2025-10-27"},
	{wednesday, Future, "They will meet next Friday.", "next Friday=2025-10"},
	{wednesday, Past, "They met on Tuesday last week.", "Tuesday last week=2025-10-14"},
	{wednesday, Past, "They met on Tuesday of last week.", "Tuesday of last week=2025-10-14"},
	{wednesday, Future, "They will meet on Tuesday next week.", "Tuesday next week=2025-10-28"},
	{wednesday, Past, "They met late on Monday.", "late on Monday=2025-10-20"},
	{wednesday, Past, "They met early Monday.", "early Monday=2025-10-20"},
	{wednesday, Past, "They met on Monday night.", "Monday night=2025-10-20"},
	{wednesday, Past, "They met the following Friday.", "following Friday=?"},
	{"", Past, "They met on Friday.", "Friday=?"},
	{"2025-10", Past, "They met on Friday.", "Friday=?"},
	{wednesday, Past, "The Sunday Times said so on Good Friday and every Monday.", ""},
	{wednesday, Past, "They meet on Fridays.", ""},
	// weeks, months and years near publication
	{wednesday, Past, "They met last week.", "last week=2025-10"},
	{wednesday, Past, "They met this week.", "this week=2025-10"},
	{wednesday, Future, "They will meet next week.", "next week=2025"},
	{"2025-10-10", Future, "They will meet next week.", "next week=2025-10"},
	{"2025-12-24", Future, "They will meet next week.", "next week=?"},
	{wednesday, Future, "They will meet this weekend.", "this weekend=2025-10"},
	{"2026-01-28", Future, "They will meet this weekend.", "this weekend=2026"},
	{wednesday, Past, "They met over the weekend.", "the weekend=2025-10"},
	{wednesday, Past, "They met last weekend.", "last weekend=2025-10"},
	{wednesday, Past, "They met earlier this week.", "earlier this week=2025-10"},
	{"2025-10-01", Past, "They met earlier this week.", "earlier this week=2025"},
	{"2025-10-01", Future, "They will meet later this week.", "later this week=2025-10"},
	{wednesday, Past, "They met last month.", "last month=2025-09"},
	{"2026-01-15", Past, "They met last month.", "last month=2025-12"},
	{wednesday, Future, "They will meet later this month.", "later this month=2025-10"},
	{wednesday, Future, "They will meet next month.", "next month=2025-11"},
	{"2025-10", Future, "They will meet next month.", "next month=2025-11"},
	{wednesday, Past, "They met earlier this year.", "earlier this year=2025"},
	{wednesday, Past, "They met last year.", "last year=2024"},
	{wednesday, Future, "They will meet early next year.", "early next year=2026"},
	{"2025", Future, "They will meet next year.", "next year=2026"},
	{wednesday, Future, "They will meet by the end of the year.", "the year=2025"},
	{wednesday, Future, "They will meet in the coming weeks.", "coming weeks=?"},
	{wednesday, Future, "They will meet in the next two weeks.", "next two weeks=?"},
	{wednesday, Past, "in the last week of March 2025", "March 2025=2025-03"},
	{"", Past, "They met last month.", "last month=?"},
	// so long ago or ahead
	{wednesday, Past, "They met three days ago.", "three days ago=2025-10-19"},
	{wednesday, Past, "They met 10 days ago.", "10 days ago=2025-10-12"},
	{wednesday, Past, "They met a week ago.", "a week ago=2025-10"},
	{wednesday, Past, "They met three weeks ago.", "three weeks ago=2025"},
	{wednesday, Past, "They met two months ago.", "two months ago=2025"},
	{wednesday, Past, "They met a few days ago.", "a few days ago=?"},
	{wednesday, Past, "They met more than two weeks ago.", "two weeks ago=?"},
	{"2025-06-15", Past, "They met three years ago.", "three years ago=2022"},
	{wednesday, Future, "They will meet in two days.", "in two days=2025-10-24"},
	{wednesday, Future, "They will meet in two weeks.", "in two weeks=2025-11"},
	{wednesday, Future, "They will meet in two weeks' time.", "in two weeks' time=2025-11"},
	{wednesday, Past, "It was the first visit in two weeks.", ""},
	{wednesday, Future, "It will be the first visit in two weeks.", ""},
	{wednesday, Past, "They met two days after the vote.", "two days after=?"},
	{wednesday, Past, "Two weeks later they met.", "Two weeks later=?"},
	{wednesday, Past, "They met the next day.", "the next day=?"},
	{wednesday, Past, "They had met the day before.", "the day before=?"},
	// ranges
	{wednesday, Past, "They met on March 3-5.", "March 3-5=2025-03-03/2025-03-05"},
	{wednesday, Past, "They met on March 3–5, 2024.", "March 3–5, 2024=2024-03-03/2024-03-05"},
	{wednesday, Past, "They met on 3-5 March 2024.", "3-5 March 2024=2024-03-03/2024-03-05"},
	{wednesday, Past, "They met on 3 and 4 March.", "3 and 4 March=2025-03-03/2025-03-04"},
	{wednesday, Past, "They met on March 3 and 4.", "March 3 and 4=2025-03-03/2025-03-04"},
	{wednesday, Past, "They met from Sept. 30 to Oct. 2.", "from Sept. 30 to Oct. 2=2025-09-30/2025-10-02"},
	{wednesday, Future, "They will meet from December 30 to January 2.", "from December 30 to January 2=2025-12-30/2026-01-02"},
	{wednesday, Past, "They met between May 2 and 4.", "between May 2 and 4=2025-05-02/2025-05-04"},
	{wednesday, Past, "They met from Monday to Wednesday.", "from Monday to Wednesday=2025-10-20/2025-10-22"},
	{wednesday, Future, "They will meet from Monday to Wednesday.", "from Monday to Wednesday=2025-10-27/2025-10-29"},
	{wednesday, Past, "They met on Monday and Tuesday.", "Monday and Tuesday=2025-10-20/2025-10-21"},
	{wednesday, Past, "They met on Monday and Wednesday.", "Monday=2025-10-20; Wednesday=2025-10-22"},
	{wednesday, Past, "They met between April and June.", "between April and June=2025-04/2025-06"},
	{wednesday, Past, "They met from April to June 2024.", "from April to June 2024=2024-04/2024-06"},
	{"", Past, "They met from Monday to Wednesday.", "from Monday to Wednesday=?"},
	{wednesday, Future, "in the week of October 13", "week of October 13=2025-10"},
	// seasons
	{"", Unknown, "in the summer of 2024", "summer of 2024=2024"},
	{wednesday, Past, "They met this summer.", "this summer=2025"},
	{wednesday, Past, "They met last summer.", "last summer=?"},
	// a tense told by the verbs
	{wednesday, Unknown, "He said on Friday that he will meet her on Monday.", "Friday=2025-10-17; Monday=2025-10-27"},
	{wednesday, Unknown, "On Friday he said that he will meet her.", "Friday=2025-10-17"},
	{wednesday, Unknown, "He said Friday's meeting will be short.", "Friday=2025-10-24"},
	{wednesday, Unknown, "They told us the summit, planned for Friday, is off.", "Friday=2025-10-24"},
	{wednesday, Unknown, "It has been shut since March.", "March=2025-03"},
	{wednesday, Future, "It will stay shut as it has been since Friday.", "Friday=2025-10-17"},
	{wednesday, Unknown, "They meet in the spring, after talks in March.", "March=2025-03"},
	// two in a sentence
	{wednesday, Past, "On Tuesday he recalled March 3, 2014.", "Tuesday=2025-10-21; March 3, 2014=2014-03-03"},
	{wednesday, Past, "He left on Monday, returned on Oct. 21 and spoke today.",
		"Monday=2025-10-20; Oct. 21=2025-10-21; today=2025-10-22"},
	// no dates
	{wednesday, Unknown, "They may march in the sun, he sat there for a second.", ""},
	{wednesday, Unknown, "May I ask? March on! Mar the view. Will April Field sit?", ""},
	{wednesday, Unknown, "Theresa May spoke. May said no. The Sun said so. He may 5 times.", ""},
	{wednesday, Unknown, "An august body sat; the Sat-nav and a Sun hat.", ""},
	{wednesday, Unknown, "Ann Field, 52, saw 2,500 people and 1,000 dogs.", ""},
	{wednesday, Unknown, "Call 202-555-0147 or 0201 55 2022 now.", ""},
	{wednesday, Unknown, "It costs $2022, 2000 euros or 2000 rubles.", ""},
	{wednesday, Unknown, "a force of 2000 troops, in 1500 homes, 50 percent, 24/7, 9/11 and 10:30", ""},
	{wednesday, Unknown, "in the 1990s, the early 1970's, at 7am, on Flight 1549", ""},
	{wednesday, Unknown, "", ""},
}

func TestFind(t *testing.T) {
	for _, test := range findTests {
		if got := show(test.sentence, Find(test.sentence, test.published, test.tense)); got != test.want {
			t.Errorf("Find(%q, %q, %d)\n got %s\nwant %s", test.sentence, test.published, test.tense, got, test.want)
		}
	}
}
