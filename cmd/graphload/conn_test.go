package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"

	"graphload/internal/server"
)

// resolve parses flags as a command does and resolves the settings.
func resolve(t *testing.T, local server.Info, args ...string) (settings, error) {
	t.Helper()
	var o connOptions
	cmd := &cobra.Command{}
	o.addFlags(cmd)
	if err := cmd.ParseFlags(args); err != nil {
		t.Fatal(err)
	}
	return o.settings(cmd, local)
}

func TestSettings(t *testing.T) {
	local := server.Info{URI: "bolt://127.0.0.1:7690", Username: "neo4j", Password: "local-pw", Database: "neo4j"}
	file := filepath.Join(t.TempDir(), "password")
	if err := os.WriteFile(file, []byte(" from file \r\nsecond line\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name  string
		local server.Info
		env   map[string]string
		args  []string
		want  settings
	}{
		{"nothing", server.Info{}, nil, nil, settings{uri: "neo4j://localhost:7687"}},
		{"local database", local, nil, nil, settings{uri: "bolt://127.0.0.1:7690", username: "neo4j", password: "local-pw", database: "neo4j"}},
		{"environment beats local", local,
			map[string]string{"NEO4J_URI": "neo4j://db:7687", "NEO4J_USERNAME": "ana", "NEO4J_PASSWORD": "env-pw",
				"NEO4J_DATABASE": "news"}, nil,
			settings{uri: "neo4j://db:7687", username: "ana", password: "env-pw", database: "news"}},
		{"flag beats environment", local,
			map[string]string{"NEO4J_URI": "neo4j://db:7687", "NEO4J_USERNAME": "ana", "NEO4J_PASSWORD": "env-pw",
				"NEO4J_DATABASE": "news"},
			[]string{"--uri", "bolt://x:1", "--username=lu", "--password=flag-pw", "--database=d"},
			settings{uri: "bolt://x:1", username: "lu", password: "flag-pw", database: "d"}},
		{"each by itself", local, map[string]string{"NEO4J_PASSWORD": "env-pw"}, []string{"--username=lu"},
			settings{uri: "bolt://127.0.0.1:7690", username: "lu", password: "env-pw", database: "neo4j"}},
		{"password from a file beats environment", local, map[string]string{"NEO4J_PASSWORD": "env-pw"},
			[]string{"--password-file", file}, settings{uri: "bolt://127.0.0.1:7690", username: "neo4j", password: " from file ", database: "neo4j"}},
		{"the local password goes to the local database alone", local, nil, []string{"--uri", "bolt://elsewhere:7687"},
			settings{uri: "bolt://elsewhere:7687"}},
		{"user name left out", server.Info{}, map[string]string{"NEO4J_PASSWORD": "env-pw"}, nil,
			settings{uri: "neo4j://localhost:7687", username: "neo4j", password: "env-pw"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			for _, env := range []string{envURI, envUsername, envPassword, envDatabase, envCAFile} {
				t.Setenv(env, test.env[env])
			}
			got, err := resolve(t, test.local, test.args...)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, got, cmp.AllowUnexported(settings{})); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

func TestSettingsFaults(t *testing.T) {
	for _, env := range []string{envURI, envUsername, envPassword, envDatabase, envCAFile} {
		t.Setenv(env, "")
	}
	empty := filepath.Join(t.TempDir(), "empty")
	if err := os.WriteFile(empty, []byte("\nnot the first line\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"--uri", "localhost:7687"},
		{"--uri", "http://localhost:7474"},
		{"--uri", "bolt://"},
		{"--uri", "bolt://neo4j:hunter2@localhost:7687"},
		{"--uri", "neo4j:hunter2@localhost"},
		{"--uri", "hunter2"},
		{"--uri", "bolt://neo4j:hunter2"},
		{"--uri", "neo4j://localhost:7687?password=hunter2"},
		{"--uri", "http://neo4j:hunter2"},
		{"--password", "hunter2", "--password-file", empty},
		{"--password-file", empty},
		{"--password-file", empty + "-absent"},
	} {
		_, err := resolve(t, server.Info{}, args...)
		var usage usageError
		if !errors.As(err, &usage) {
			t.Errorf("%q: error %v, expected one of usage", args, err)
			continue
		}
		if strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%q: the error shows the password: %v", args, err)
		}
	}
}
