//go:build unix

package main

import (
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A server that takes encrypted connections only is reached where somebody trusted vouches for it.
func TestTLS(t *testing.T) {
	ours, others := newAuthority(t, "Ours"), newAuthority(t, "Others")
	tomorrow := time.Now().Add(20 * time.Hour)
	certificate, key := ours.issue(t, "127.0.0.1", tomorrow)
	own := newOwnServer(t, filepath.Join(t.TempDir(), "server"))
	own.scheme, own.files = "bolt+ssc", filepath.Dir(key)
	own.set("server.bolt.tls_level=REQUIRED", "dbms.ssl.policy.bolt.enabled=true", "dbms.ssl.policy.bolt.client_auth=NONE",
		"dbms.ssl.policy.bolt.base_directory="+own.files, "dbms.ssl.policy.bolt.private_key="+filepath.Base(key),
		"dbms.ssl.policy.bolt.public_certificate="+filepath.Base(certificate))
	own.start(t)
	plain := testServer(t)
	plainAddress := strings.TrimPrefix(plain.URI, "bolt://")
	// through shows a certificate of ours in front of the plain server, and returns the port.
	through := func(host string, until time.Time) string {
		certificate, key := ours.issue(t, host, until)
		_, port, _ := strings.Cut(encrypt(t, certificate, key, plainAddress), ":")
		return port
	}
	valid, expired := through("127.0.0.1", tomorrow), through("127.0.0.1", time.Now().Add(-time.Hour))
	elsewhere := through("db.example", tomorrow)

	const untrusted = "shows a certificate that is not trusted: "
	for _, test := range []struct {
		name, uri, authority string
		password             string
		code                 int
		told                 []string
	}{
		{"bolt+s", own.address("bolt+s"), ours.file, own.info.Password, exitFine, nil},
		{"neo4j+s", own.address("neo4j+s"), ours.file, own.info.Password, exitFine, nil},
		{"bolt+ssc", own.address("bolt+ssc"), "", own.info.Password, exitFine, nil},
		{"neo4j+ssc", own.address("neo4j+ssc"), "", own.info.Password, exitFine, nil},
		{"through another program", "bolt+s://127.0.0.1:" + valid, ours.file, plain.Password, exitFine, nil},
		{"bolt+s, nobody vouches", own.address("bolt+s"), "", own.info.Password, exitFailure,
			[]string{untrusted, "unknown authority", "--ca-file"}},
		{"neo4j+s, nobody vouches", own.address("neo4j+s"), "", own.info.Password, exitFailure,
			[]string{untrusted, "unknown authority", "--ca-file"}},
		{"others vouch", own.address("bolt+s"), others.file, own.info.Password, exitFailure,
			[]string{untrusted, "unknown authority"}},
		{"another address", "bolt+s://127.0.0.1:" + elsewhere, ours.file, plain.Password, exitFailure,
			[]string{untrusted, "127.0.0.1"}},
		{"another host, routed", "neo4j+s://localhost:" + elsewhere, ours.file, plain.Password, exitFailure,
			[]string{untrusted, "valid for db.example, not localhost"}},
		{"expired", "bolt+s://127.0.0.1:" + expired, ours.file, plain.Password, exitFailure, []string{untrusted, "has expired"}},
		{"in the clear", own.address("bolt"), "", own.info.Password, exitUnreachable, []string{"whether its address takes TLS"}},
		{"in the clear, routed", own.address("neo4j"), "", own.info.Password, exitUnreachable,
			[]string{"whether its address takes TLS"}},
		{"encrypted where the server is not", "bolt+s://" + plainAddress, "", plain.Password, exitUnreachable,
			[]string{"bolt:// and neo4j:// go without TLS"}},
		{"an authority without encryption", own.address("bolt"), ours.file, own.info.Password, exitUsage,
			[]string{"--ca-file has no effect with bolt://", "use bolt+s://"}},
		{"an authority and any certificate", own.address("neo4j+ssc"), ours.file, own.info.Password, exitUsage,
			[]string{"--ca-file has no effect with neo4j+ssc://", "use neo4j+s://"}},
		{"no such file", own.address("bolt+s"), ours.file + "-absent", own.info.Password, exitUsage,
			[]string{"--ca-file: ", "no such file"}},
		{"no certificate in the file", own.address("bolt+s"), key, own.info.Password, exitUsage,
			[]string{"--ca-file: " + key, "no certificate in PEM"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			args := []string{"status", "--uri", test.uri}
			if test.authority != "" {
				args = append(args, "--ca-file", test.authority)
			}
			cmd := program(t, args...)
			cmd.Env = append(cmd.Env, envPassword+"="+test.password)
			out, err := cmd.CombinedOutput()
			if code := cmd.ProcessState.ExitCode(); code != test.code {
				t.Errorf("exit code %d, expected %d: %v\n%s", code, test.code, err, out)
			}
			for _, told := range test.told {
				if !strings.Contains(string(out), told) {
					t.Errorf("%q is not told: %s", told, out)
				}
			}
			if strings.Contains(string(out), test.password) {
				t.Errorf("the password is told: %s", out)
			}
		})
	}

	// A whole load, with the authority from the environment, and a bad one there.
	const articles = 20
	info := own.info
	info.URI = own.address("neo4j+s")
	t.Setenv(envCAFile, ours.file)
	startLoad(t, info, recordsFile(t, 0, articles)).fine(t)
	if n := countArticles(t, own.open(t)); n != articles {
		t.Errorf("%d articles were loaded over TLS, expected %d", n, articles)
	}
	t.Setenv(envCAFile, key)
	if l := startLoad(t, info, recordsFile(t, 0, articles)); l.exit() != exitUsage || !strings.Contains(l.err.String(), envCAFile) {
		t.Errorf("a key in %s: exit code %d: %s", envCAFile, l.exit(), &l.err)
	}
}
