package main

import (
	"encoding/json"
	"fmt"
	"io"
	"time"
)

// The parts of generated articles. The people are invented; an article's number alone decides what is in it.
var (
	firstNames = []string{"Adela", "Bartholo", "Corinna", "Dragan", "Elspeth", "Farid", "Giulia", "Henrik", "Ilse",
		"Jorund", "Katya", "Lamberto", "Mirela", "Nuno", "Odalys", "Pavlina", "Quirin", "Rosalind", "Stellan", "Tomasina"}
	surnames = []string{"Abendroth", "Brackwater", "Castelmore", "Dunquist", "Eschenbach", "Fairholt", "Grimaud",
		"Hollanderson", "Istvanek", "Juhlmann", "Kerrigold", "Lindqvarn", "Marchetane", "Nordhavn", "Ostrowell",
		"Pellegrande", "Quennell", "Rasmuth", "Sandorval", "Tarkovane", "Ulvestad", "Vantongerloo", "Wexcombe"}
	nations = []struct{ name, demonym, capital string }{
		{"Portugal", "Portuguese", "Lisbon"}, {"Norway", "Norwegian", "Oslo"}, {"Kenya", "Kenyan", "Nairobi"},
		{"Chile", "Chilean", "Santiago"}, {"Japan", "Japanese", "Tokyo"}, {"Morocco", "Moroccan", "Rabat"},
		{"Finland", "Finnish", "Helsinki"}, {"Uruguay", "Uruguayan", "Montevideo"}, {"Ghana", "Ghanaian", "Accra"},
		{"Austria", "Austrian", "Vienna"}, {"Canada", "Canadian", "Ottawa"}, {"Vietnam", "Vietnamese", "Hanoi"},
	}
	offices  = []string{"Foreign Minister", "Prime Minister", "President", "Trade Minister", "Defence Minister"}
	subjects = []string{"fishing quotas", "a rail tunnel", "grain exports", "visa rules", "a data cable", "river tolls"}
)

type actor struct{ first, last, office, country, demonym, capital string }

func generatedActor(n int) actor {
	nation := nations[n%len(nations)]
	return actor{
		first:  firstNames[n%len(firstNames)],
		last:   surnames[n%len(surnames)],
		office: offices[n%len(offices)], country: nation.name, demonym: nation.demonym, capital: nation.capital,
	}
}

// generatedText is an article of some 200 words about two office holders who speak and meet.
func generatedText(i int) (title, text string, day time.Time) {
	a, b := generatedActor(i), generatedActor(i*7+5)
	if a.country == b.country {
		b = generatedActor(i*7 + 6)
	}
	subject := subjects[i%len(subjects)]
	day = time.Date(2025, 1, 1+i%360, 0, 0, 0, 0, time.UTC)
	title = fmt.Sprintf("%s and %s near a deal on %s, round %d", a.country, b.country, subject, i)
	text = fmt.Sprintf(`%s, %s — %s %s %s %s met %s %s %s %s in %s on %s for talks on %s.

"We have never been closer to an agreement on %s than in round %d," %s told reporters. "What is left is %d pages."

%s said that %s would not sign before %s had answered. "An answer by letter is no answer," said %s.

The two are to hold a summit in %s next month, the %s government said. %s emphasized that the talks of this week had
been "frank and long".

A senior diplomat, who asked not to be named, said number %d on the list was the hardest.
`,
		a.capital, day.Format("January 2, 2006"), a.demonym, a.office, a.first, a.last,
		b.demonym, b.office, b.first, b.last, a.capital, day.Format("Monday"), subject,
		subject, i, a.last, i%40+2,
		b.last, b.country, a.country, b.last,
		b.capital, b.demonym, a.last, i%9+1)
	return title, text, day
}

// writeGenerated writes articles from number first on as JSON Lines.
func writeGenerated(w io.Writer, first, n int) error {
	enc := json.NewEncoder(w)
	for i := first; i < first+n; i++ {
		title, text, day := generatedText(i)
		line := map[string]string{"id": fmt.Sprintf("generated-%05d", i), "title": title, "text": text,
			"source": "Generated News", "published": day.Format(time.DateOnly)}
		if err := enc.Encode(line); err != nil {
			return err
		}
	}
	return nil
}
