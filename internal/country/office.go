package country

import (
	_ "embed"
	"sync"
)

//go:embed data/offices.tsv
var officesTSV string

// officeRow is what is known of which countries have an office.
type officeRow struct {
	only, without map[string]bool // by code; only is nil where any country may have it
}

var officeRows = sync.OnceValue(func() map[string]officeRow {
	m := map[string]officeRow{}
	for _, row := range rows(officesTSV, 3) {
		var o officeRow
		if row[1] != "-" {
			o.only = set(row[1])
		}
		if row[2] != "-" {
			o.without = set(row[2])
		}
		m[row[0]] = o
	}
	return m
})

// HasOffice reports whether a country may have an office, in lower case: only the United States and some others have an office
// "sen.", none that is a kingdom a "president". Of offices that are not in the table every country may have each.
func HasOffice(office, code string) bool {
	o, ok := officeRows()[office]
	return !ok || !o.without[code] && (o.only == nil || o.only[code])
}

// RareOffice reports whether only some countries have an office, in lower case: "senator", "taoiseach".
func RareOffice(office string) bool { return officeRows()[office].only != nil }

// OnlyWithOffice returns the one country that has an office, in lower case: "taoiseach" is Ireland's. It is "" where several have it.
func OnlyWithOffice(office string) string {
	only := officeRows()[office].only
	if len(only) != 1 {
		return ""
	}
	for code := range only {
		return code
	}
	return ""
}
