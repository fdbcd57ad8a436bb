package source

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// fieldNames are the fields of an article in JSON.
var fieldNames = []string{"id", "text", "title", "url", "source", "published"}

// ParseFields reads a list such as "text=body,url=link,published=meta.date": which field of the input holds which of
// an article's id, text, title, url, source and published. A name with points leads into objects within objects.
func ParseFields(list string) (map[string]string, error) {
	fields := map[string]string{}
	for pair := range strings.SplitSeq(list, ",") {
		name, theirs, ok := strings.Cut(pair, "=")
		name, theirs = strings.TrimSpace(name), strings.TrimSpace(theirs)
		switch {
		case !ok || theirs == "":
			return nil, fmt.Errorf("%q names no field: expected pairs such as text=body,url=link", strings.TrimSpace(pair))
		case !slices.Contains(fieldNames, name):
			return nil, fmt.Errorf("an article has no field %q: expected %s", name, strings.Join(fieldNames, ", "))
		case fields[name] != "":
			return nil, fmt.Errorf("field %q is named twice", name)
		}
		fields[name] = theirs
	}
	return fields, nil
}

// renamed returns a JSON object with an article's own field names in place of those of the input. Fields that are not
// renamed keep their names.
func renamed(data []byte, fields map[string]string) ([]byte, error) {
	if len(fields) == 0 {
		return data, nil
	}
	var object map[string]json.RawMessage
	if err := json.Unmarshal(data, &object); err != nil {
		return nil, err
	}
	article := map[string]json.RawMessage{"schema": object["schema"]}
	for _, name := range fieldNames {
		value := object[name]
		if theirs, ok := fields[name]; ok {
			value = fieldAt(object, theirs)
		}
		// What is null is absent.
		if len(value) > 0 && !bytes.Equal(value, []byte("null")) {
			article[name] = value
		}
	}
	if article["schema"] == nil {
		delete(article, "schema")
	}
	return json.Marshal(article)
}

// fieldAt returns the field of a name: of the whole name, else of its parts at the points in objects within objects.
func fieldAt(object map[string]json.RawMessage, name string) json.RawMessage {
	if value, ok := object[name]; ok {
		return value
	}
	outer, rest, ok := strings.Cut(name, ".")
	var inner map[string]json.RawMessage
	if !ok || json.Unmarshal(object[outer], &inner) != nil {
		return nil
	}
	return fieldAt(inner, rest)
}

// fieldName is the name under which the user knows a field.
func (r *reader) fieldName(name string) string { return orElse(r.opt.Fields[name], name) }
