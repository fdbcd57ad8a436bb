//go:build unix

package main

import (
	"slices"
	"strings"
	"testing"

	"graphload/internal/server"
)

// A user who may not, and a database that is not there, are told with the code for it, and nothing is written.
func TestLoadRefused(t *testing.T) {
	db := openGraph(t)
	path := recordsFile(t, 0, 5)
	system := testServer(t)
	system.Database = "system"
	asAnother(t, system, "CREATE USER clerk IF NOT EXISTS SET PASSWORD 'not-changed-yet' CHANGE REQUIRED")
	defer asAnother(t, system, "DROP USER clerk")
	clerk, elsewhere := testServer(t), testServer(t)
	clerk.Username, clerk.Password = "clerk", "not-changed-yet"
	elsewhere.Database = "archive"
	guesser, nobody := testServer(t), testServer(t)
	guesser.Username = "guesser"
	nobody.Username, nobody.Password = "", ""
	asAnother(t, system, "CREATE USER guesser IF NOT EXISTS SET PASSWORD 'never-guessed' CHANGE NOT REQUIRED")
	defer asAnother(t, system, "DROP USER guesser")
	for _, test := range []struct {
		name string
		info server.Info
		code int
		told string
	}{
		{"a password that has to be changed", clerk, exitAuth, `"clerk"`},
		{"no such database", elsewhere, exitFailure, `has no database "archive"`},
		{"no user name and password", nobody, exitAuth, "asks for user name and password, and none is given"},
		{"the server's own database", system, exitFailure, "graphload: error: "},
	} {
		l := startLoad(t, test.info, path)
		code := l.exit()
		told := strings.Split(strings.TrimSpace(l.err.String()), "\n")
		if code != test.code || !slices.ContainsFunc(told, func(x string) bool { return strings.Contains(x, test.told) }) {
			t.Errorf("%s: exit code %d, expected %d\n%s", test.name, code, test.code, &l.err)
		}
		if password := test.info.Password; password != "" && strings.Contains(l.err.String(), password) {
			t.Errorf("%s: the password is told", test.name)
		}
	}
	// The server remembers wrong passwords for some seconds.
	waitFor(t, "the right password to be refused after several wrong ones", func() bool {
		for _, guesser.Password = range []string{"guess-one", "guess-two", "guess-three"} {
			if code, _, told := runAt(t, guesser, "status"); code != exitAuth {
				t.Fatalf("a wrong password: exit code %d: %s", code, told)
			}
		}
		guesser.Password = "never-guessed"
		code, _, told := runAt(t, guesser, "load", path)
		return code == exitAuth && strings.Contains(told, "accepts no login for some seconds")
	})
	if n := countArticles(t, db); n != 0 {
		t.Errorf("%d articles were written", n)
	}
}
