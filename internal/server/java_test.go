//go:build unix

package server

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestParseJava(t *testing.T) {
	tests := map[string]struct {
		out  string
		want java
		ok   bool
	}{
		"8": {
			"Property settings:\n    java.home = /usr/lib/jvm/java-8/jre\n    java.specification.version = 1.8\n",
			java{"/usr/lib/jvm/java-8/jre", 8}, true,
		},
		"17, a line with two values": {
			"Property settings:\n    file.encoding = UTF-8\n    java.class.path = \n    java.home = /usr/lib/jvm/java-17\n" +
				"    java.library.path = /usr/java/packages/lib\n        /usr/lib64\n" +
				"    java.specification.version = 17\n\nopenjdk version \"17.0.15\" 2025-04-15\n",
			java{"/usr/lib/jvm/java-17", 17}, true,
		},
		"a folder with =": {"java.home = /opt/a=b\njava.specification.version = 21\n", java{"/opt/a=b", 21}, true},
		"macOS's stand-in": {
			"The operation couldn’t be completed. Unable to locate a Java Runtime.\n", java{}, false,
		},
		"no version":  {"java.home = /opt/java\n", java{home: "/opt/java"}, false},
		"odd version": {"java.home = /opt/java\njava.specification.version = next\n", java{}, false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got, ok := parseJava([]byte(test.out))
			if ok != test.ok || ok && got != test.want {
				t.Errorf("got %+v, %t, want %+v, %t", got, ok, test.want, test.ok)
			}
		})
	}
}

func TestFindJava(t *testing.T) {
	home := func(t *testing.T, parent, name, version string) string {
		bin := filepath.Join(parent, name, "bin")
		if err := os.MkdirAll(bin, 0o700); err != nil {
			t.Fatal(err)
		}
		script := "#!/bin/sh\necho 'java.home = " + name + "'\necho 'java.specification.version = " + version + "'\n"
		if err := os.WriteFile(filepath.Join(bin, "java"), []byte(script), 0o700); err != nil {
			t.Fatal(err)
		}
		return filepath.Join(parent, name)
	}
	tests := map[string]struct {
		javaHome, onPath string
		inDirs           []string
		want             string
	}{
		"JAVA_HOME first":              {javaHome: "21", onPath: "17", inDirs: []string{"17"}, want: "home"},
		"then the PATH":                {javaHome: "11", onPath: "17", inDirs: []string{"21"}, want: "/opt/java"},
		"then the folders":             {onPath: "1.8", inDirs: []string{"11", "21"}, want: "dir1"},
		"none that is new enough":      {javaHome: "11", onPath: "16", inDirs: []string{"1.8"}},
		"none at all":                  {},
		"what is not Java is left out": {onPath: "junk", inDirs: []string{"17"}, want: "dir0"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			scripts := map[string]string{}
			if test.onPath != "" {
				scripts["java"] = fakeJava(test.onPath)
			}
			fakePath(t, scripts)
			if test.javaHome != "" {
				t.Setenv("JAVA_HOME", home(t, t.TempDir(), "home", test.javaHome))
			}
			jvms := t.TempDir()
			for i, version := range test.inDirs {
				home(t, jvms, "dir"+string(rune('0'+i)), version)
			}
			got, err := findJava(t.Context(), filepath.Join(jvms, "*"))
			if test.want == "" {
				if !errors.Is(err, errNoJava) {
					t.Errorf("got %+v, %v, want no Java", got, err)
				}
				return
			}
			if err != nil || got.home != test.want {
				t.Errorf("got %+v, %v, want %s", got, err, test.want)
			}
		})
	}
}
