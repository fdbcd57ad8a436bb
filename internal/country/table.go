package country

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed data/countries.tsv
var countriesTSV string

//go:embed data/ambiguous.tsv
var ambiguousTSV string

//go:embed data/terms.txt
var termsText string

// flags say how a form is to be read; see the header of data/countries.tsv.
type flags uint8

const (
	lowerIsWord  flags = 1 << iota // l
	isFirstName                    // f
	isSurname                      // s
	needsCountry                   // c
	exactOnly                      // x
	mostlyPerson                   // p
)

// tables is what the files under data say about names.
type tables struct {
	codes  []string
	byCode map[string]Country
	names  *index
}

var table = sync.OnceValue(func() *tables {
	t := &tables{byCode: map[string]Country{}, names: newIndex()}
	for _, row := range rows(countriesTSV, 8) {
		t.add(row)
	}
	for _, row := range rows(ambiguousTSV, 4) {
		kind := Name
		switch row[1] {
		case Demonym.String():
			kind = Demonym
		case Seat.String():
			kind = Seat
		}
		t.names.add(phrase{form: row[0], kind: kind, among: strings.Fields(row[2]), otherwise: strings.Trim(row[3], "-")})
	}
	for _, row := range rows(termsText, 1) {
		t.names.add(phrase{form: row[0], term: true})
	}
	t.addSlips()
	t.names.build()
	return t
})

func (t *tables) add(row []string) {
	c := Country{Code: row[0], Code3: row[1], Name: row[2], Official: row[3]}
	further := forms(row[4])
	own := map[string]bool{}
	for _, f := range further {
		own[f.text] = true
	}
	for _, name := range []string{c.Official, c.Name} {
		if !own[name] {
			own[name] = true
			further = append([]form{{text: name}}, further...)
		}
	}
	for _, part := range []struct {
		kind  Kind
		forms []form
		list  *[]string
	}{
		{Name, further, &c.Names},
		{Demonym, forms(row[5]), &c.Demonyms},
		{Capital, forms(row[6]), &c.Capitals},
		{Seat, forms(row[7]), &c.Seats},
	} {
		for _, f := range part.forms {
			*part.list = append(*part.list, f.text)
			t.names.add(phrase{form: f.text, code: c.Code, kind: part.kind, flags: f.flags})
		}
	}
	t.codes = append(t.codes, c.Code)
	t.byCode[c.Code] = c
}

type form struct {
	text  string
	flags flags
}

// forms reads a list as the data files write it: "Polish/l; Pole/ls; Thai+".
func forms(list string) []form {
	var out []form
	for item := range strings.SplitSeq(list, "; ") {
		if item == "" {
			continue
		}
		text, letters, _ := strings.Cut(item, "/")
		f := form{text: text, flags: readFlags(letters)}
		if singular, ok := strings.CutSuffix(text, "+"); ok {
			f.text = singular
			out = append(out, f, form{text: singular + "s", flags: f.flags})
			continue
		}
		out = append(out, f)
	}
	return out
}

func readFlags(letters string) flags {
	var f flags
	for _, r := range letters {
		switch r {
		case 'l':
			f |= lowerIsWord
		case 'f':
			f |= isFirstName
		case 's':
			f |= isSurname
		case 'c':
			f |= needsCountry
		case 'x':
			f |= exactOnly
		case 'p':
			f |= mostlyPerson
		default:
			panic(fmt.Sprintf("country: embedded table: unknown flag %q in %q", r, letters))
		}
	}
	return f
}

// rows returns the tab-separated rows of an embedded file without its comments. The files are part of the program, so
// a row with another number of columns is a mistake in the program.
func rows(file string, columns int) [][]string {
	var out [][]string
	for line := range strings.Lines(file) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		row := strings.Split(line, "\t")
		if len(row) != columns {
			panic(fmt.Sprintf("country: embedded table: %d columns instead of %d in %q", len(row), columns, line))
		}
		out = append(out, row)
	}
	return out
}
