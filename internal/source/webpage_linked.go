package source

import (
	"encoding/json"
	"html"
	"strings"
)

// linkedData is what a page says of itself in JSON-LD, the form that search engines ask for.
type linkedData struct {
	title, publisher, published, url, language, body string
	site                                             string // the name of the site as a whole
	article                                          bool
}

// deepestObject is how deep objects are looked for in one another.
const deepestObject = 8

// readLinkedData reads the scripts of a page; what is not valid is passed over, for other metadata say the same.
func readLinkedData(scripts []string) linkedData {
	var objects []map[string]any
	for _, script := range scripts {
		var value any
		script = strings.Map(func(c rune) rune {
			if c < ' ' { // line breaks within strings are the commonest fault
				return ' '
			}
			return c
		}, script)
		if json.Unmarshal([]byte(strings.TrimSpace(script)), &value) == nil {
			objects = collectObjects(objects, value, deepestObject)
		}
	}
	byID := map[string]map[string]any{}
	for _, o := range objects {
		if id, _ := o["@id"].(string); id != "" && len(o) > 1 {
			byID[id] = o
		}
	}
	var l linkedData
	for _, o := range objects {
		switch {
		case !l.article && isType(o, "article", "blogposting", "pressrelease", "report"):
			l.article = true
			l.title = linkedText(o, byID, "headline", "name")
			l.publisher = linkedText(o, byID, "publisher", "sourceOrganization")
			l.published = linkedText(o, byID, "datePublished", "dateCreated")
			l.url = linkedText(o, nil, "url", "mainEntityOfPage")
			l.language = linkedText(o, byID, "inLanguage")
			l.body, _ = o["articleBody"].(string)
		case l.site == "" && isType(o, "website", "organization"):
			l.site = linkedText(o, byID, "name")
		}
	}
	return l
}

// collectObjects appends the objects in a value, outer ones first.
func collectObjects(objects []map[string]any, value any, depth int) []map[string]any {
	if depth == 0 {
		return objects
	}
	switch v := value.(type) {
	case []any:
		for _, element := range v {
			objects = collectObjects(objects, element, depth-1)
		}
	case map[string]any:
		objects = append(objects, v)
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "isPartOf", "publisher"} {
			if inner, ok := v[key]; ok {
				objects = collectObjects(objects, inner, depth-1)
			}
		}
	}
	return objects
}

// isType reports whether the type of an object ends as one of the names, in lower case, does.
func isType(o map[string]any, names ...string) bool {
	types, ok := o["@type"].([]any)
	if !ok {
		types = []any{o["@type"]}
	}
	for _, t := range types {
		name, _ := t.(string)
		for _, wanted := range names {
			if strings.HasSuffix(strings.ToLower(name), wanted) {
				return true
			}
		}
	}
	return false
}

// linkedText returns the first of an object's fields that holds a text, or an object with a name or, without byID, an
// address.
func linkedText(o map[string]any, byID map[string]map[string]any, keys ...string) string {
	for _, key := range keys {
		value := o[key]
		if list, ok := value.([]any); ok && len(list) > 0 {
			value = list[0]
		}
		if object, ok := value.(map[string]any); ok {
			id, _ := object["@id"].(string)
			if name, _ := object["name"].(string); name != "" && byID != nil {
				value = name
			} else if byID == nil {
				value = id
			} else {
				value = byID[id]["name"]
			}
		}
		if text, _ := value.(string); strings.TrimSpace(text) != "" {
			return fold(html.UnescapeString(text))
		}
	}
	return ""
}
