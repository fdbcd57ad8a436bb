package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"graphload/internal/news"
)

// ReadIdentities reads decisions from YAML:
//
//	same:
//	  - people: [Lassana Diabatel, Lansana Diabatel]
//	    reason: two spellings of one name
//	not-same:
//	  - people: [Wei Linhao, {name: Wei Linhao, represents: SG}]
//	    reason: a painter and a minister
//
// A person is a name, or a name with the article (its id or the beginning of at least 8 characters, its name or its URL),
// the country that the person represents there, or both. Those of one entry under same get the key of the first one's
// name, those of one under not-same a key each. An error tells the line, what is wrong there, and what is expected.
func ReadIdentities(r io.Reader) (*Identities, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc, next yaml.Node
	switch err := dec.Decode(&doc); {
	case errors.Is(err, io.EOF):
		return nil, errors.New("it is empty; expected same: or not-same:, each with a list")
	case err != nil:
		return nil, err
	}
	if err := dec.Decode(&next); !errors.Is(err, io.EOF) {
		return nil, errors.New("it holds more than one YAML document; expected one")
	}
	top, err := fields(doc.Content[0], "same", "not-same")
	if err != nil {
		return nil, err
	}
	same, err := groups(top["same"])
	if err != nil {
		return nil, err
	}
	notSame, err := groups(top["not-same"])
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(data)
	ids := &Identities{digest: hex.EncodeToString(sum[:16])}
	if ids.decisions, err = decisions(same, notSame); err != nil {
		return nil, err
	}
	return ids, nil
}

// group is one entry of same or not-same.
type group struct {
	people []selector
	reason string
	line   int
}

func groups(list *yaml.Node) ([]group, error) {
	if list == nil || list.Tag == "!!null" {
		return nil, nil
	}
	if list.Kind != yaml.SequenceNode {
		return nil, fault(list, "expected a list of entries with people and reason")
	}
	var out []group
	for _, node := range list.Content {
		entry, err := fields(node, "people", "reason")
		if err != nil {
			return nil, err
		}
		g := group{line: node.Line}
		if g.reason, err = text(node, entry["reason"], "reason"); err != nil {
			return nil, err
		}
		people := entry["people"]
		if people == nil || people.Kind != yaml.SequenceNode || len(people.Content) == 0 {
			return nil, fault(node, "people is missing or no list; expected names, such as [Ada Lind, Adah Lind]")
		}
		for _, p := range people.Content {
			s, err := person(p)
			if err != nil {
				return nil, err
			}
			if slices.ContainsFunc(g.people, func(o selector) bool { return o.same(&s) }) {
				return nil, fault(p, "%s stands in the entry twice", &s)
			}
			g.people = append(g.people, s)
		}
		out = append(out, g)
	}
	return out, nil
}

var countryCode = regexp.MustCompile(`^[A-Z]{2}$`)

func person(node *yaml.Node) (selector, error) {
	s := selector{name: strings.TrimSpace(node.Value)}
	if node.Kind != yaml.ScalarNode {
		parts, err := fields(node, "name", "article", "represents")
		if err != nil {
			return s, err
		}
		if s.name, err = text(node, parts["name"], "name"); err != nil {
			return s, err
		}
		if n := parts["article"]; n != nil {
			if s.article, err = text(node, n, "article"); err != nil {
				return s, err
			}
		}
		if n := parts["represents"]; n != nil {
			// YAML 1.1 would read NO, Norway's code, as false: the word counts as it is written.
			if s.represents = n.Value; !countryCode.MatchString(s.represents) {
				return s, fault(n, "represents is %q; expected an ISO 3166-1 alpha-2 code such as NO", n.Value)
			}
		}
	}
	s.slug, s.id = news.Slug(s.name), news.PersonID(s.name)
	if s.slug == "" {
		return s, fault(node, "a name is %q; expected letters", s.name)
	}
	return s, nil
}

// fields returns what a mapping has under the known names.
func fields(node *yaml.Node, known ...string) (map[string]*yaml.Node, error) {
	if node.Kind != yaml.MappingNode {
		return nil, fault(node, "expected a mapping with %s", strings.Join(known, ", "))
	}
	out := map[string]*yaml.Node{}
	for i := 0; i < len(node.Content); i += 2 {
		name := node.Content[i]
		switch {
		case !slices.Contains(known, name.Value):
			return nil, fault(name, "unknown field %q; expected %s", name.Value, strings.Join(known, ", "))
		case out[name.Value] != nil:
			return nil, fault(name, "field %s stands twice", name.Value)
		}
		out[name.Value] = node.Content[i+1]
	}
	return out, nil
}

// text returns a field's words, without which an entry is at fault.
func text(entry, node *yaml.Node, field string) (string, error) {
	if node == nil {
		return "", fault(entry, "%s is missing", field)
	}
	words := strings.TrimSpace(node.Value)
	if node.Kind != yaml.ScalarNode || words == "" || node.Tag == "!!null" {
		return "", fault(node, "%s is empty or no text", field)
	}
	return words, nil
}

func fault(node *yaml.Node, format string, args ...any) error {
	return fmt.Errorf("line %d: %s", node.Line, fmt.Sprintf(format, args...))
}
