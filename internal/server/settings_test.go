package server

import (
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSettingsAreKept(t *testing.T) {
	dir := t.TempDir()
	if set, err := loadSettings(dir); set != nil || err != nil {
		t.Fatalf("of an empty folder: %v, %v", set, err)
	}
	want := newSettings()
	want.Engine, want.BoltPort, want.HTTPPort = Java, 7688, 7475
	for range 2 { // the second time over the first
		if err := want.save(dir); err != nil {
			t.Fatal(err)
		}
	}
	got, err := loadSettings(dir)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(entries) != 1 {
		t.Errorf("%d files are left, want the settings alone", len(entries))
	}
	fi, err := os.Stat(settingsPath(dir))
	if err != nil {
		t.Fatal(err)
	}
	if mode := fi.Mode().Perm(); mode != 0o600 && runtime.GOOS != "windows" {
		t.Errorf("mode %o, want 600", mode)
	}
}

func TestDamagedSettingsAreNamed(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(settingsPath(dir), []byte(`{"engine": "ja`), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := loadSettings(dir)
	if err == nil || !strings.Contains(err.Error(), filepath.Join(dir, "settings.json")) {
		t.Errorf("got %v, want an error with the file's name", err)
	}
}

func TestPasswords(t *testing.T) {
	// Letters and digits need no quoting anywhere, and 20 of 32 kinds are 100 bits.
	shape := regexp.MustCompile(`^[A-Z0-9]{20,}$`)
	seen := map[string]bool{}
	for range 50 {
		password := newSettings().Password
		if !shape.MatchString(password) {
			t.Errorf("password %q, want the shape %s", password, shape)
		}
		if seen[password] {
			t.Errorf("password %q came twice", password)
		}
		seen[password] = true
	}
}

func TestInfo(t *testing.T) {
	set := settings{Engine: Docker, Username: "neo4j", Password: "secret", BoltPort: 7688, HTTPPort: 7475}
	want := Info{
		URI: "bolt://127.0.0.1:7688", BrowserURL: "http://127.0.0.1:7475/browser/",
		Username: "neo4j", Password: "secret", Database: "neo4j", Engine: Docker,
	}
	if diff := cmp.Diff(want, set.info()); diff != "" {
		t.Error(diff)
	}
}
