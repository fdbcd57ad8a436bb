package country

import "strings"

// slips returns the ways in which a name of one word is often mistyped: a letter left out, doubled, or changed with the
// next. The first letter is always right. Names of fewer than six letters have none, since a slip makes other words of
// them ("Chad", "chat").
func slips(name string) []string {
	const shortest = 6
	if len(name) < shortest || strings.ContainsFunc(name, func(r rune) bool { return r < 'A' || r > 'z' || r > 'Z' && r < 'a' }) {
		return nil
	}
	seen := map[string]bool{name: true}
	var out []string
	add := func(s string) {
		if !seen[s] && !noSlip[strings.ToLower(s)] {
			seen[s] = true
			out = append(out, s)
		}
	}
	for i := 1; i < len(name); i++ {
		if i+1 < len(name) { // without its last letter a name is often a word of its own ("Romani")
			add(name[:i] + name[i+1:])
			add(name[:i] + string(name[i+1]) + string(name[i]) + name[i+2:])
		}
		add(name[:i] + string(name[i]) + name[i:])
	}
	return out
}

// addSlips makes the slips of all countries' names findable, save those that are a form of some country themselves.
func (t *tables) addSlips() {
	taken := map[string]bool{}
	for _, list := range t.names.byWord {
		for _, p := range list {
			taken[p.key] = true
		}
	}
	for _, code := range t.codes {
		for _, name := range t.byCode[code].Names {
			for _, s := range slips(name) {
				if key := strings.ToLower(s); !taken[key] {
					taken[key] = true
					t.names.add(phrase{form: s, code: code, kind: Name})
				}
			}
		}
	}
}

// noSlip are words, names and places that are a slip away from a country's name and are no slip.
var noSlip = set(`alegria belie basil brittain cameron cyrus fares guane hungry isael latia romana randa seria surname taian uster`)
