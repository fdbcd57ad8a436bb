package news

import "testing"

func TestPersonID(t *testing.T) {
	for name, want := range map[string]string{
		"Ada Lind":           "ada-lind",
		"Ada B. Lind":        "ada-lind",
		"J. B. Lind":         "jb-lind",
		"J.B. Lind":          "jb-lind",
		"JB Lind":            "jb-lind",
		"Ólafur Thórsson":    "olafur-thorsson",
		"Jean-Luc O'Marney":  "jean-luc-omarney",
		"Putri":              "putri",
		"Nguyễn Văn Hạnh":    "nguyen-van-hanh",
		"Abdul al-Rashidani": "abdulrashidani",
	} {
		if got := PersonID(name); got != want {
			t.Errorf("PersonID(%q) = %q, want %q", name, got, want)
		}
	}
}
