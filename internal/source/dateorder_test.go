package source

import "testing"

func TestDayAndMonth(t *testing.T) {
	const title = "Norway and Chad go on talking\n"
	tests := []struct{ name, text, want string }{
		{"nothing decides", title + "04/05/2025\n" + body, ""},
		{"both are the same", title + "05/05/2025\n" + body, "2025-05-05"},
		{"the day cannot be a month", title + "23/05/2025\n" + body, "2025-05-23"},
		{"weekday", title + "Sunday, 04/05/2025\n" + body, "2025-05-04"},
		{"weekday of the other reading", title + "Sat 04/05/2025\n" + body, "2025-04-05"},
		{"weekday of neither", title + "Monday, 04/05/2025\n" + body, ""},
		{"with dots, day first", title + "Published 04.05.2025\n" + body, "2025-05-04"},
		{"another date of the page, day first", title + "Published 04/05/2025 | Updated 13/05/2025\n" + body, "2025-05-04"},
		{"another date of the page, month first", title + "Published 04/05/2025 | Updated 04/13/2025\n" + body, "2025-04-05"},
		{"dates of both orders", title + "04/05/2025\n" + body + "\n\nThe first round was on 13/01/2025, the second on 02/14/2025.\n", ""},
		{"day in words", title + "04/05/2025\n" + body + "\n\nThe ministers will speak again on May 4 in the evening.\n", "2025-05-04"},
		{"day in words, month first", title + "04/05/2025\n" + body + "\n\nThe ministers spoke on 5 April in the evening.\n", "2025-04-05"},
		{"another day in words", title + "04/05/2025\n" + body + "\n\nThe ministers will speak again on July 9.\n", ""},
		{"glued to its repetition in words", title + "10/23/2025October 23, 2025\n" + body, "2025-10-23"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			a, _ := marked(test.text)
			if a.Published != test.want {
				t.Errorf("got %q, want %q", a.Published, test.want)
			}
		})
	}
}

func TestDroppedLinks(t *testing.T) {
	const title = "Norway and Chad go on talking\n\n"
	tests := []struct {
		name, text string
		want       []string
	}{
		{"link behind a sentence", title + para1 + "ALSO READ: How the talks began\n\n" + body,
			[]string{"injected: ALSO READ: How the talks began"}},
		{"link that stands again within a sentence", title + para1 + " Click Here For More Fish News\n\nThe boats stay Click Here For More Fish News in the harbour.\n\n" + para2,
			[]string{"injected: Click Here For More Fish News", "injected: Click Here For More Fish News"}},
		{"label within a sentence", title + "The ministers of both countries Advertisement met in Oslo on Tuesday for talks.\n\n" + body,
			[]string{"injected: Advertisement"}},
		{"label glued to a sentence", title + "The ministers met in Oslo.AdvertisementThey will meet again in the spring of next year.\n\n" + body,
			[]string{"injected: Advertisement"}},
		{"a sentence that begins so", title + "The talks went on. Advertisement of the result will have to wait.\n\n" + body, nil},
		{"a sentence that asks to read", title + "“It is all written down. Read more than the first page of it.” She left.\n\n" + body, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, marks := marked(test.text)
			var got []string
			for _, m := range marks {
				if m[:len("injected")] == "injected" || m[:len("boil")] == "boil" {
					got = append(got, m)
				}
			}
			if len(got) != len(test.want) {
				t.Fatalf("got %q, want %q", got, test.want)
			}
			for i := range got {
				if got[i] != test.want[i] {
					t.Errorf("got %q, want %q", got[i], test.want[i])
				}
			}
		})
	}
}
