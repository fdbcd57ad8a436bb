package queries

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Bind turns parameters as a user writes them into the values that the driver takes, with the defaults of those that
// are left out. The error of an unknown name is an UnknownError; others say which parameter is missing or what its
// value should look like.
func (q Query) Bind(raw map[string]string) (map[string]any, error) {
	bound := make(map[string]any, len(q.Params))
	known := make([]string, 0, len(q.Params))
	for _, p := range q.Params {
		known = append(known, p.Name)
		text, given := raw[p.Name]
		if !given {
			text = p.Default
		}
		if p.Required && strings.TrimSpace(text) == "" {
			return nil, fmt.Errorf("query %s needs the parameter %s (%s): %s", q.Name, p.Name, p.Type, p.Doc)
		}
		value, err := p.value(text)
		if err != nil {
			return nil, fmt.Errorf("parameter %s of query %s: %w", p.Name, q.Name, err)
		}
		bound[p.Name] = value
	}
	for _, name := range slices.Sorted(maps.Keys(raw)) {
		if !slices.Contains(known, name) {
			return nil, &UnknownError{What: "parameter of query " + q.Name, Name: name, Known: known}
		}
	}
	return bound, nil
}

// value reads a value of the parameter's type.
func (p Param) value(text string) (any, error) {
	text = strings.TrimSpace(text)
	switch p.Type {
	case TypeString:
		return text, nil
	case TypeInt:
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil || n < 0 {
			return nil, fmt.Errorf("%q is no whole number from 0 up", text)
		}
		return n, nil
	case TypeDate:
		if !validDate(text) {
			return nil, fmt.Errorf("%q is no date like 2026, 2026-05 or 2026-05-28", text)
		}
		return text, nil
	case TypeList:
		list := []string{}
		for item := range strings.SplitSeq(text, ",") {
			if item = strings.TrimSpace(item); item != "" {
				list = append(list, item)
			}
		}
		return list, nil
	}
	return nil, fmt.Errorf("unknown type %q", p.Type)
}

// validDate reports whether text is empty or an ISO 8601 date as exact as a year, a month or a day.
func validDate(text string) bool {
	for _, layout := range []string{"", "2006", "2006-01", time.DateOnly} {
		if len(text) == len(layout) {
			_, err := time.Parse(layout, text)
			return err == nil
		}
	}
	return false
}
