package date

import "time"

var months = map[string]time.Month{
	"january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9,
	"october": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11,
	"dec": 12,
}

// doubtful months are also names of people, verbs or adjectives: alone they need a word before them that asks for a
// date.
var doubtful = set("march", "may", "april", "june", "august", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
	"sept", "oct", "nov", "dec")

var weekdays = map[string]time.Weekday{
	"monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 0,
}

// shortWeekdays count only before a date: "Sat" and "Sun" are other words.
var shortWeekdays = map[string]time.Weekday{
	"mon": 1, "tue": 2, "tues": 2, "wed": 3, "weds": 3, "thu": 4, "thur": 4, "thurs": 4, "fri": 5, "sat": 6, "sun": 0,
}

var counts = map[string]int{
	"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
	"ten": 10, "eleven": 11, "twelve": 12,
}

var units = map[string]string{
	"day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month", "year": "year",
	"years": "year",
}

var (
	partsOfDay = set("morning", "afternoon", "evening", "night")

	pastVerbs = set("said", "told", "met", "spoke", "held", "was", "were", "had", "did", "went", "came", "left", "took",
		"gave", "made", "saw", "sent", "wrote", "began", "flew", "led", "put", "won", "lost", "struck", "hit", "fell",
		"rose", "broke", "shot", "drew", "sought", "thought", "knew", "became", "ran", "sat", "stood", "kept", "paid")

	// beforeMonth are the words that a month's name follows, beforeYear those that a year follows.
	beforeMonth = set("in", "since", "until", "till", "by", "from", "to", "last", "next", "this", "early", "late", "mid",
		"of", "during", "before", "after", "between", "through", "for", "and", "or", "around", "past", "following")
	beforeYear = set("in", "since", "until", "till", "by", "from", "during", "before", "after", "early", "late", "mid",
		"of", "year", "between", "through", "around", "circa", "the", "for", "its", "their", "his", "her", "s")

	// counted are nouns that make a number of four digits an amount.
	counted = set("people", "troops", "soldiers", "men", "women", "children", "dollars", "euros", "pounds", "rubles",
		"roubles", "yuan", "yen", "km", "kilometers", "kilometres", "miles", "metres", "meters", "tons", "tonnes",
		"percent", "hours", "days", "prisoners", "hostages", "civilians", "drones", "missiles", "refugees", "workers",
		"jobs", "homes", "houses", "feet", "barrels", "migrants", "victims", "deaths", "killed", "words", "pages",
		"agenda", "vision", "billion", "million", "square", "acres", "hectares", "kilograms", "kg", "volts", "seats",
		"votes", "students", "supporters", "protesters", "others", "or", "more")

	// papers are what a weekday's name begins without meaning the day.
	papers = set("times", "telegraph", "mirror", "mail", "express", "herald", "post", "world", "independent", "school",
		"schools", "addams", "island", "tribune")

	// feasts stand before a weekday that is then no day of this week.
	feasts = set("black", "good", "bloody", "super", "palm", "easter", "ash", "giving", "cyber", "holy", "maundy",
		"casual", "shrove", "freaky", "fat", "every", "each", "any")
)

// openers are the words that a date can begin with.
var openers = func() map[string]bool {
	m := set("from", "between", "early", "late", "earlier", "later", "mid", "the", "day", "today", "tonight", "yesterday",
		"tomorrow", "this", "last", "next", "past", "coming", "following", "previous", "in", "week", "few", "several",
		"couple", "spring", "summer", "autumn", "fall", "winter")
	for w := range months {
		m[w] = true
	}
	for w := range weekdays {
		m[w] = true
	}
	for w := range shortWeekdays {
		m[w] = true
	}
	for w := range counts {
		m[w] = true
	}
	for w := range feasts {
		m[w] = true
	}
	return m
}()

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}
