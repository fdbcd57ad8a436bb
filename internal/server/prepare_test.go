//go:build unix

package server

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	dockerUp   = `case "$1" in info) echo 28.2.2;; compose) echo 2.36.0;; esac`
	dockerDown = `echo 'Cannot connect to the Docker daemon' >&2; exit 1`
	noCompose  = `case "$1" in info) echo 28.2.2;; *) echo 'unknown command' >&2; exit 1;; esac`
)

func TestPrepare(t *testing.T) {
	// installs is apt-get: on install it makes the programs that it was asked for.
	installs := `make() { printf '#!/bin/sh\n%s\n' "$2" >"${0%/*}/$1"; /bin/chmod +x "${0%/*}/$1"; }
		case "$*" in *install*-jre-headless*) make java "` + fakeJava("17") + `";; esac
		case "$*" in *install*maven*) make mvn;; esac`
	const env = `shift; exec "$@"`
	const apt = "env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "
	tests := map[string]struct {
		scripts map[string]string
		goos    string
		user    bool // not root
		cached  bool // the jars are there
		// wantInstall are the commands that change the system
		wantInstall []string
		wantErr     string
	}{
		"Docker answers": {scripts: map[string]string{"docker": dockerUp, "apt-get": installs}},
		"Docker without Compose, and Java": {
			scripts: map[string]string{"docker": noCompose, "java": fakeJava("17"), "mvn": ""},
		},
		"no Docker, newer Java": {
			scripts: map[string]string{"java": fakeJava("21"), "mvn": "", "apt-get": installs},
		},
		"no Docker, Java, and jars, no Maven": {
			scripts: map[string]string{"java": fakeJava("17")},
			cached:  true,
		},
		"Debian as root": {
			scripts:     map[string]string{"docker": dockerDown, "apt-get": installs, "apt-cache": "", "env": env},
			wantInstall: []string{apt + "update", apt + "install -y --no-install-recommends openjdk-17-jre-headless maven"},
		},
		"Debian without Java 17 in its packages": {
			scripts:     map[string]string{"apt-get": installs, "apt-cache": "exit 100", "env": env},
			wantInstall: []string{apt + "update", apt + "install -y --no-install-recommends default-jre-headless maven"},
		},
		"Ubuntu by sudo, old Java": {
			scripts: map[string]string{"sudo": `shift; exec "$@"`, "true": "", "java": fakeJava("11"), "mvn": "",
				"apt-get": installs, "apt-cache": "", "env": env},
			user: true,
			wantInstall: []string{"sudo -n " + apt + "update",
				"sudo -n " + apt + "install -y --no-install-recommends openjdk-17-jre-headless"},
		},
		"Maven alone is missing": {
			scripts:     map[string]string{"java": fakeJava("17"), "apt-get": installs, "env": env},
			wantInstall: []string{apt + "update", apt + "install -y --no-install-recommends maven"},
		},
		"Ubuntu, sudo would ask": {
			scripts: map[string]string{"sudo": "exit 1", "apt-get": installs},
			user:    true,
			wantErr: "Java 17 or newer and Maven not found: run `sudo apt-get install -y openjdk-17-jre-headless maven`",
		},
		"apt-get fails": {
			scripts:     map[string]string{"apt-get": "exit 100", "env": env},
			wantInstall: []string{apt + "update"},
			wantErr:     "By hand: run `apt-get install -y openjdk-17-jre-headless maven`",
		},
		"macOS": {goos: "darwin", user: true, wantErr: "run `brew install openjdk@21 maven`, or start Docker"},
		"macOS, no Maven": {
			scripts: map[string]string{"java": fakeJava("17")},
			goos:    "darwin",
			user:    true,
			wantErr: "Maven not found: run `brew install maven`",
		},
		"Fedora": {
			scripts: map[string]string{"dnf": ""},
			wantErr: "run `dnf install -y java-latest-openjdk-headless maven`",
		},
		"Arch by sudo": {
			scripts: map[string]string{"pacman": "", "sudo": ""},
			user:    true,
			wantErr: "run `sudo pacman -S",
		},
		"something else": {wantErr: "install Java 17"},
		"Windows":        {goos: "windows", wantErr: "start Docker Desktop"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			calls := fakePath(t, test.scripts)
			s := system{goos: "linux", cacheDir: t.TempDir()}
			if test.goos != "" {
				s.goos = test.goos
			}
			if test.user {
				s.uid = 1000
			}
			if test.cached {
				dir, err := jarsDir(s.cacheDir)
				if err == nil {
					err = os.Mkdir(dir, 0o700)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			var progress strings.Builder
			err := s.prepare(t.Context(), &progress)
			if test.wantErr == "" && err != nil {
				t.Errorf("error: %v", err)
			}
			if test.wantErr != "" && (err == nil || !strings.Contains(err.Error(), test.wantErr)) {
				t.Errorf("error %v\nwant one with %q", err, test.wantErr)
			}
			var installed []string
			for _, call := range calls() {
				if strings.HasPrefix(call, "env ") && !test.user || strings.HasPrefix(call, "sudo -n env") {
					installed = append(installed, call)
				}
			}
			if diff := cmp.Diff(test.wantInstall, installed); diff != "" {
				t.Error(diff)
			}
			if (progress.Len() > 0) != (test.wantInstall != nil) {
				t.Errorf("said %q", progress.String())
			}
		})
	}
}

func TestInstallThatBringsNothingIsAnError(t *testing.T) {
	fakePath(t, map[string]string{"apt-get": "", "apt-cache": "", "env": ""})
	err := system{goos: "linux", cacheDir: t.TempDir()}.prepare(t.Context(), &strings.Builder{})
	if err == nil || !strings.Contains(err.Error(), "even after installing") {
		t.Errorf("got %v", err)
	}
}

func TestFetchJars(t *testing.T) {
	// mvn makes the folder that its last argument names.
	const mvn = `for last; do :; done; dir=${last#-DoutputDirectory=}; /bin/mkdir "$dir" && echo jar >"$dir/neo4j.jar"`
	t.Run("once", func(t *testing.T) {
		calls := fakePath(t, map[string]string{"mvn": mvn})
		cache := filepath.Join(t.TempDir(), "cache")
		for range 2 {
			dir, err := fetchJars(t.Context(), cache, "/opt/java", &strings.Builder{})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := os.Stat(filepath.Join(dir, "neo4j.jar")); err != nil {
				t.Error(err)
			}
		}
		if got := calls(); len(got) != 1 {
			t.Errorf("Maven ran %d times: %q", len(got), got)
		}
	})
	t.Run("a failure leaves nothing", func(t *testing.T) {
		fakePath(t, map[string]string{"mvn": mvn + "; echo 'no route to the registry'; exit 1"})
		cache := t.TempDir()
		_, err := fetchJars(t.Context(), cache, "/opt/java", &strings.Builder{})
		if err == nil || !strings.Contains(err.Error(), "no route to the registry") {
			t.Errorf("got %v, want what Maven said", err)
		}
		left, err := filepath.Glob(filepath.Join(cache, "neo4j-*"))
		if err != nil || len(left) > 0 {
			t.Errorf("left %v, %v", left, err)
		}
	})
	t.Run("no Maven", func(t *testing.T) {
		fakePath(t, nil)
		_, err := fetchJars(t.Context(), t.TempDir(), "/opt/java", &strings.Builder{})
		if err == nil || !strings.Contains(err.Error(), "there is no mvn") {
			t.Errorf("got %v", err)
		}
	})
}
