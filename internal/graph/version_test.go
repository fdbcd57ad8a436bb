package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"testing"

	"graphload/internal/news"
)

var updateVersion = flag.Bool("update-version", false, "write anew which graph this version makes of the records of TestVersion")

// TestVersion holds that whoever makes another graph of the same articles raises [Version]. The noted file has the version, a
// hash of the records of all stories and one of the graph that it makes of them.
func TestVersion(t *testing.T) {
	const noted = "testdata/version.txt"
	var records bytes.Buffer
	var all []*Fragment
	for _, r := range everyStory(t) {
		line, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		records.Write(line)
		f, err := FromRecord(r)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, f)
	}
	var made bytes.Buffer
	if err := Build(all).Dump(&made); err != nil {
		t.Fatal(err)
	}
	ofRecords, ofGraph := fmt.Sprintf("%x", sha256.Sum256(records.Bytes())), fmt.Sprintf("%x", sha256.Sum256(made.Bytes()))
	var version int
	var recordsThen, graphThen string
	if line, err := os.ReadFile(noted); err == nil {
		if _, err := fmt.Sscan(string(line), &version, &recordsThen, &graphThen); err != nil {
			t.Fatal(err)
		}
	}
	switch {
	case version == Version && recordsThen == ofRecords && graphThen == ofGraph:
	case version == Version && recordsThen == ofRecords:
		t.Errorf("version %d makes another graph of the same articles than it did: raise Version, then -update-version", version)
	case !*updateVersion:
		t.Errorf("version %d and records %.8s, noted are version %d and records %.8s: -update-version", Version, ofRecords, version, recordsThen)
	default:
		if err := os.WriteFile(noted, fmt.Appendf(nil, "%d %s %s\n", Version, ofRecords, ofGraph), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// everyStory returns the articles of the queries' story and of those of meetings and of statements.
func everyStory(t *testing.T) (list []*news.Record) {
	t.Helper()
	text, err := os.ReadFile("../../queries/testdata/story.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(text) {
		r, err := news.DecodeRecord(line)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, r)
	}
	for _, s := range readStories(t) {
		for _, letter := range slices.Sorted(maps.Keys(s.articles)) {
			list = append(list, s.articles[letter])
		}
	}
	for _, s := range readQuoteStories(t) {
		for _, letter := range slices.Sorted(maps.Keys(s.articles)) {
			list = append(list, s.articles[letter])
		}
	}
	return list
}
