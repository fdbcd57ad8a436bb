package nlp

import (
	"regexp"
	"strings"
	"sync"

	"graphload/internal/country"
)

// siteEnd is the end of the address of a page or of mail under the domain of a country.
var siteEnd = regexp.MustCompile(`(?:@|www\.|://)[\w.-]+\.([a-z]{2})\b`)

// siteHost is the name of the machine in the address of a page, or an address that is no more than that.
var siteHost = regexp.MustCompile(`^(?:[a-z]+://)?(?:[^/@]*@)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?:[:/?#]|$)`)

// soldDomains are domains of countries under which the sites of all the world are.
var soldDomains = WordSet("ac ai am as bz cc cd cx dj eu fm gg io la ly me ms nu pm sc sh st su tk to tv vc ws")

// siteCountry returns the country of a domain of two letters, or "" where sites of all the world are under it.
func siteCountry(domain string) string {
	if soldDomains[domain] {
		return ""
	}
	switch domain {
	case "uk":
		return "GB"
	case "gov", "mil":
		return "US"
	}
	if c, ok := country.ByCode(strings.ToUpper(domain)); ok {
		return c.Code
	}
	return ""
}

// siteAgency returns the agency or newspaper whose site an address is of: by the table, whose names lose their spaces in addresses
// ("theskerrypost.com"), else by the domain of its country; or none.
func siteAgency(address string) agency {
	m := siteHost.FindStringSubmatch(strings.ToLower(strings.TrimSpace(address)))
	if m == nil {
		return agency{}
	}
	labels := strings.Split(strings.TrimPrefix(m[1], "www."), ".")
	if a, ok := agencies()[paperKey(strings.Join(labels, "."))]; ok && a.code != "" {
		return a
	}
	const shortest = 5 // letters of a name below which it may be anybody's
	for _, label := range labels[:len(labels)-1] {
		name := strings.TrimPrefix(label, "the")
		if a := joinedAgencies()[strings.ReplaceAll(name, "-", "")].settled(&Doc{}); a.code != "" && len(name) >= shortest {
			return a
		}
	}
	return agency{code: siteCountry(labels[len(labels)-1])}
}

// joinedAgencies are the known agencies and newspapers by their names in plain letters without spaces.
var joinedAgencies = sync.OnceValue(func() map[string]agency {
	m := make(map[string]agency, 8000)
	for key, a := range agencies() {
		name := strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, Fold(key))
		if b, ok := m[name]; ok {
			if b.code != a.code {
				a = agency{}
			}
			a.world = a.world || b.world
		}
		m[name] = a
	}
	return m
})
