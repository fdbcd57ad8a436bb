package main

import (
	"slices"
	"testing"
)

func TestNearest(t *testing.T) {
	known := []string{"who-said-what", "statements-over-time", "most-quoted", "path", "country-pair"}
	for _, test := range []struct {
		name string
		want []string
	}{
		{"who-said-wat", []string{"who-said-what"}},
		{"MOST-QUOTED", []string{"most-quoted"}},
		{"pair", []string{"country-pair", "path"}},
		{"pth", []string{"path"}},
		{"completely-different-thing", nil},
		{"", nil},
	} {
		if got := nearest(test.name, known); !slices.Equal(got, test.want) {
			t.Errorf("nearest(%q) = %q, expected %q", test.name, got, test.want)
		}
	}
}
