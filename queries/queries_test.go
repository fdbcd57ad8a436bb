package queries

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// The questions that graphload promises to answer.
var promised = []string{
	"about-country", "article", "contradictions", "country-meetings", "evidence", "meeting-changes", "most-quoted",
	"person-statements", "representatives", "shortest-path", "who-meets-whom", "who-said-what",
}

func TestPromisedQueriesAreThere(t *testing.T) {
	for _, name := range promised {
		if _, err := Get(name); err != nil {
			t.Error(err)
		}
	}
}

func TestGetNamesTheQueriesThatThereAre(t *testing.T) {
	_, err := Get("who-said-wot")
	var unknown *UnknownError
	if !errors.As(err, &unknown) {
		t.Fatalf("got %v, expected an UnknownError", err)
	}
	if unknown.Name != "who-said-wot" || !slices.Contains(unknown.Known, "who-said-what") {
		t.Errorf("got %+v", unknown)
	}
	if !slices.IsSorted(unknown.Known) || len(unknown.Known) != len(All()) {
		t.Errorf("known names are %v", unknown.Known)
	}
}

var (
	sentence   = regexp.MustCompile(`^[A-Z].*\.$`)
	kebabCase  = regexp.MustCompile(`^[a-z]+(-[a-z]+)*$`)
	parameter  = regexp.MustCompile(`\$(\w+)`)
	literal    = regexp.MustCompile(`'(?:[^'\\]|\\.)*'`)
	writeWord  = regexp.MustCompile(`\b(CREATE|MERGE|DELETE|DETACH|SET|REMOVE|FOREACH|LOAD|DROP)\b|\bapoc\.`)
	lastColumn = regexp.MustCompile(`\w+$`)
)

// TestHeaders holds every file's header against its Cypher.
func TestHeaders(t *testing.T) {
	for _, q := range All() {
		t.Run(q.Name, func(t *testing.T) {
			body := literal.ReplaceAllString(q.Cypher, "''")
			if !kebabCase.MatchString(q.Name) {
				t.Errorf("the name %q is not in kebab-case", q.Name)
			}
			if !sentence.MatchString(q.Title) {
				t.Errorf("the title %q is no sentence", q.Title)
			}
			if diff := cmp.Diff(columnsOf(body), columnNames(q)); diff != "" {
				t.Errorf("columns of RETURN (-) and of the header (+) differ:\n%s", diff)
			}
			if diff := cmp.Diff(parametersOf(body), parameterNames(q)); diff != "" {
				t.Errorf("parameters of the Cypher (-) and of the header (+) differ:\n%s", diff)
			}
			if word := writeWord.FindString(body); word != "" {
				t.Errorf("%s has no place in a query that only reads the graph", word)
			}
			if !strings.Contains(afterReturn(body), "ORDER BY") {
				t.Error("the answer has no order")
			}
			if !slices.ContainsFunc(q.Columns, func(c Column) bool { return strings.HasPrefix(c.Name, "article") }) {
				t.Error("no column leads to an article")
			}
		})
	}
}

// afterReturn returns what follows the last RETURN that begins a line.
func afterReturn(body string) string {
	return body[strings.LastIndex("\n"+body, "\nRETURN ")+len("RETURN "):]
}

// columnsOf returns the names of the columns of the last RETURN: each part's last word.
func columnsOf(body string) []string {
	list := afterReturn(body)
	if i := strings.Index(list, "\nORDER BY"); i >= 0 {
		list = list[:i]
	}
	var names []string
	depth, start := 0, 0
	for i, r := range list + "," {
		switch r {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		case ',':
			if depth == 0 {
				names = append(names, lastColumn.FindString(strings.TrimSpace(list[start:i])))
				start = i + 1
			}
		}
	}
	return names
}

// TestLayout keeps the files readable in an editor and in Neo4j Browser.
func TestLayout(t *testing.T) {
	for _, q := range All() {
		text, err := files.ReadFile(q.Name + ".cypher")
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(text), "\n") {
			if utf8.RuneCountInString(line) > 120 || strings.TrimRight(line, " \t") != line {
				t.Errorf("%s.cypher:%d is longer than 120 characters or ends in blanks", q.Name, i+1)
			}
		}
	}
}

func columnNames(q Query) []string {
	var names []string
	for _, c := range q.Columns {
		names = append(names, c.Name)
	}
	return names
}

func parametersOf(body string) []string {
	var names []string
	for _, match := range parameter.FindAllStringSubmatch(body, -1) {
		names = append(names, match[1])
	}
	slices.Sort(names)
	return slices.Compact(names)
}

func parameterNames(q Query) []string {
	var names []string
	for _, p := range q.Params {
		names = append(names, p.Name)
	}
	slices.Sort(names)
	return names
}
