package country

import (
	"strings"
	"testing"
)

// TestOneCountry holds that a name by which a country is known stands in the tables for one country alone.
func TestOneCountry(t *testing.T) {
	for _, table := range []struct{ name, text string }{{"bodies", bodiesTSV}, {"regions", regionsTSV}, {"marks", marksTSV}} {
		of := map[string]string{}
		for line := range strings.Lines(table.text) {
			fields := strings.Split(strings.TrimSpace(line), "\t")
			if strings.HasPrefix(line, "#") {
				continue
			}
			if _, ok := ByCode(fields[0]); !ok {
				t.Errorf("%s: %q is no country", table.name, fields[0])
			}
			for _, names := range fields[1:] {
				for name := range strings.SplitSeq(names, "; ") {
					if code, ok := of[name]; ok && code != fields[0] && name != "-" {
						t.Errorf("%s: %q stands for %s and %s", table.name, name, code, fields[0])
					}
					of[name] = fields[0]
				}
			}
		}
	}
}

func TestMark(t *testing.T) {
	for word, want := range map[string]string{"naira": "NG", "Datuk": "MY", "SAST": "ZA", "won": "", "dollar": ""} {
		if code, _ := Mark(word); code != want {
			t.Errorf("Mark(%q) = %q, want %q", word, code, want)
		}
	}
}
