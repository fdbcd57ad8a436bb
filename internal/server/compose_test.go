//go:build unix

package server

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func composeFile(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("../../docker-compose.yml")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestComposeFile(t *testing.T) {
	text := composeFile(t)
	given := map[string]bool{}
	for _, kv := range composeEnv(newSettings()) {
		name, _, _ := strings.Cut(kv, "=")
		given[name] = true
	}
	for _, m := range regexp.MustCompile(`\$\{(\w+)`).FindAllStringSubmatch(text, -1) {
		if !given[m[1]] {
			t.Errorf("the file asks for %s, which the program does not give", m[1])
		}
	}
	ports := regexp.MustCompile(`(?m)^ +- "(.*):\d+"$`).FindAllStringSubmatch(text, -1)
	if len(ports) != 2 {
		t.Errorf("%d ports, want Bolt's and HTTP's", len(ports))
	}
	for _, m := range ports {
		if !strings.HasPrefix(m[1], host+":") {
			t.Errorf("port %s is not bound to the loopback address", m[0])
		}
	}
}

func TestDockerCommands(t *testing.T) {
	// The container runs from up to down; ps prints its id, and up shows which settings it got.
	dir := t.TempDir()
	running := dir + "/running"
	calls := fakePath(t, map[string]string{"docker": `case "$*" in
		info*) echo 28.2.2;;
		"compose version"*) echo 2.36.0;;
		*" up "*) echo "$NEO4J_PASSWORD $GRAPHLOAD_BOLT_PORT $GRAPHLOAD_HTTP_PORT" >'` + running + `';;
		*" ps "*) [ ! -e '` + running + `' ] || echo 3a1f;;
		*" down "*) /bin/rm -f '` + running + `';;
		esac`})
	srv, err := New(Config{Dir: dir + "/data", Compose: composeFile(t)})
	if err != nil {
		t.Fatal(err)
	}
	set := newSettings()
	set.Engine, set.BoltPort, set.HTTPPort = Docker, listen(t, "\x00\x00\x08\x05"), freePort(t)
	if err := os.Mkdir(srv.conf.Dir, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := set.save(srv.conf.Dir); err != nil {
		t.Fatal(err)
	}
	eng := srv.engine(Docker)
	if err := eng.start(t.Context(), set, &strings.Builder{}); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(running)
	if err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf("%s %d %d", set.Password, set.BoltPort, set.HTTPPort); strings.TrimSpace(string(got)) != want {
		t.Errorf("the container got %q, want %q", got, want)
	}
	if info, err := srv.Start(t.Context(), nil); err != nil || info.Engine != Docker {
		t.Errorf("starting a running one: %+v, %v", info, err)
	}
	if err := srv.Wipe(t.Context()); err != nil {
		t.Fatal(err)
	}
	if status, err := srv.Status(t.Context()); err != nil || status.State != Absent {
		t.Errorf("after the wipe: %+v, %v", status, err)
	}

	var did []string
	prefix := "docker compose --project-name " + projectName(srv.conf.Dir) +
		" --file " + srv.conf.Dir + "/docker-compose.yml "
	for _, call := range calls() {
		if strings.Contains(call, set.Password) {
			t.Errorf("the password is on a command line: %s", call)
		}
		if args, ok := strings.CutPrefix(call, prefix); ok && !strings.HasPrefix(args, "ps ") {
			did = append(did, args)
		}
	}
	want := []string{"up --detach --wait", "down --timeout 60", "down --volumes"}
	if diff := cmp.Diff(want, did); diff != "" {
		t.Error(diff)
	}
}

func TestDockerThatIsGone(t *testing.T) {
	fakePath(t, map[string]string{"docker": dockerDown})
	srv, err := New(Config{Dir: t.TempDir(), Compose: composeFile(t)})
	if err != nil {
		t.Fatal(err)
	}
	set := newSettings()
	set.Engine = Docker
	if err := set.save(srv.conf.Dir); err != nil {
		t.Fatal(err)
	}
	for name, do := range map[string]func() error{
		"start": func() error { _, err := srv.Start(t.Context(), nil); return err },
		"stop":  func() error { return srv.Stop(t.Context()) },
		"wipe":  func() error { return srv.Wipe(t.Context()) },
	} {
		if err := do(); err == nil || !strings.Contains(err.Error(), "start Docker") {
			t.Errorf("%s: %v, want an error that says to start Docker", name, err)
		}
	}
	if _, ok := srv.Info(); !ok {
		t.Error("the settings of the database in Docker are gone")
	}
}
