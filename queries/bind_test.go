package queries

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestBind(t *testing.T) {
	q, err := parse("who", example)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name string
		raw  map[string]string
		want map[string]any
		err  string
	}{
		{
			name: "defaults",
			raw:  map[string]string{"place": "Lisbon"},
			want: map[string]any{"place": "Lisbon", "since": "2026-05", "status": []string{"held", "ongoing"}, "limit": int64(20)},
		},
		{
			name: "all given, with blanks",
			raw:  map[string]string{"place": " Lisbon ", "since": " 2026-05-28", "status": " planned , ,held,", "limit": " 3 "},
			want: map[string]any{"place": "Lisbon", "since": "2026-05-28", "status": []string{"planned", "held"}, "limit": int64(3)},
		},
		{
			name: "empty date and list",
			raw:  map[string]string{"place": "Lisbon", "since": "", "status": ""},
			want: map[string]any{"place": "Lisbon", "since": "", "status": []string{}, "limit": int64(20)},
		},
		{name: "missing", raw: nil, err: "query who needs the parameter place (string): where"},
		{name: "blank", raw: map[string]string{"place": " "}, err: "query who needs the parameter place (string): where"},
		{
			name: "no number",
			raw:  map[string]string{"place": "x", "limit": "ten"},
			err:  `parameter limit of query who: "ten" is no whole number from 0 up`,
		},
		{
			name: "negative number",
			raw:  map[string]string{"place": "x", "limit": "-1"},
			err:  `parameter limit of query who: "-1" is no whole number from 0 up`,
		},
		{
			name: "no date",
			raw:  map[string]string{"place": "x", "since": "2026-02-30"},
			err:  `parameter since of query who: "2026-02-30" is no date like 2026, 2026-05 or 2026-05-28`,
		},
		{
			name: "unknown",
			raw:  map[string]string{"place": "x", "until": "2026"},
			err:  `there is no parameter of query who called "until"`,
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := q.Bind(test.raw)
			if (err == nil) != (test.err == "") || err != nil && err.Error() != test.err {
				t.Fatalf("got error %v, expected %q", err, test.err)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestBindNamesTheParametersThatThereAre(t *testing.T) {
	q, err := parse("who", example)
	if err != nil {
		t.Fatal(err)
	}
	_, err = q.Bind(map[string]string{"place": "x", "statsu": "held"})
	var unknown *UnknownError
	if !errors.As(err, &unknown) {
		t.Fatalf("got %v, expected an UnknownError", err)
	}
	if got := strings.Join(unknown.Known, " "); got != "place since status limit" {
		t.Errorf("known parameters are %s", got)
	}
}

func TestValidDate(t *testing.T) {
	for text, want := range map[string]bool{
		"": true, "2026": true, "2026-05": true, "2026-05-28": true,
		"26": false, "2026-13": false, "2026-02-30": false, "2026-5-2": false, "28.05.2026": false, "2026-05-28T": false,
	} {
		if got := validDate(text); got != want {
			t.Errorf("validDate(%q) is %t", text, got)
		}
	}
}
