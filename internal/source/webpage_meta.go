package source

import (
	"net/url"
	"strings"

	"graphload/internal/news"

	"golang.org/x/net/html"
)

// pageMeta is what a page says of itself. Empty is what it does not say.
type pageMeta struct {
	title     string
	publisher string
	published string
	url       string // absolute
	language  string // ISO 639-1
	body      string // the text, where the page gives it to search engines
	article   bool   // the page calls itself an article
}

// pageFields are the metadata of a page by their names, in lower case; the first value of a name holds.
type pageFields struct {
	meta      map[string]string // meta elements, by property, name or itemprop
	props     map[string]string // what other elements name by itemprop
	times     []pageTime
	links     map[string]string // link elements, by rel
	title     string            // of the title element
	headings  []string          // h1
	headline  string            // of microdata, where it is a heading: some sites call their own name one, too
	lang      string
	base      string
	linkedRaw []string // JSON-LD
}

// pageTime is a time element with the classes that say what it is the time of.
type pageTime struct{ value, role string }

func readPageMeta(doc *html.Node, from string) pageMeta {
	f := pageFields{meta: map[string]string{}, props: map[string]string{}, links: map[string]string{}}
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			f.add(n)
		}
	}
	linked := readLinkedData(f.linkedRaw)
	m := pageMeta{
		language: languageCode(first(f.lang, f.meta["og:locale"], linked.language, f.meta["dc.language"],
			f.meta["dcterms.language"], f.meta["content-language"])),
		body:    linked.body,
		article: linked.article || strings.HasPrefix(f.meta["og:type"], "article") || f.props["articlebody"] != "",
	}
	m.url = f.url(from, linked.url)
	m.publisher = publisherName(linked.publisher, f.meta["og:site_name"], f.meta["application-name"], f.meta["dc.publisher"],
		f.meta["dcterms.publisher"], f.meta["citation_publisher"], f.props["publisher"], linked.site)
	heading := ""
	if len(f.headings) > 0 {
		heading = f.headings[0]
	}
	m.title = fold(first(linked.title, f.meta["og:title"], f.meta["twitter:title"], f.meta["dc.title"],
		f.meta["dcterms.title"], f.headline, f.props["headline"]))
	// A page's own heading decides between a title and the same title with the site's name behind it.
	if m.title == "" || heading != "" && strings.HasPrefix(m.title, heading) && countWords(heading) > 2 {
		m.title = heading
	}
	whole := fold(f.title)
	if m.title == "" {
		m.title, m.publisher = besideSite(doc, whole, m.publisher)
	}
	m.title = withoutSite(orElse(m.title, whole), m.publisher)
	if m.publisher == "" && strings.HasPrefix(whole, m.title) {
		m.publisher = siteBehind(whole[len(m.title):])
	}
	m.published = f.published(linked.published)
	return m
}

// publisherName returns the first name that is given, and an address only where no name is.
func publisherName(names ...string) string {
	for _, name := range names {
		if name = fold(name); name != "" && !siteAddress.MatchString(name) {
			return name
		}
	}
	return fold(first(names...))
}

var siteAddress = newPattern(`^(?:https?://\S*|www\.\S+|[a-z\d-]+(?:\.[a-z\d-]+)+)$`)

// besideSite returns the article's title, where the title of the page has the site's name before or behind it and the page
// prints the article's own; else it returns what it was given.
func besideSite(doc *html.Node, whole, publisher string) (title, site string) {
	const most, least = 6, 3 // words of the site's name, of the title
	breaks := titleBreak.FindAllStringIndex(whole, -1)
	if len(breaks) == 0 {
		return "", publisher
	}
	printed := map[string]bool{}
	for _, b := range blocksOf(doc) {
		line, _, _ := strings.Cut(b.text, "\n")
		printed[strings.ToLower(fold(line))] = true
	}
	for _, at := range breaks {
		left, right := whole[:at[0]], whole[at[1]:]
		if countWords(right) >= least && countWords(left) <= most && printed[strings.ToLower(right)] {
			return right, orElse(publisher, left)
		}
		if countWords(left) >= least && printed[strings.ToLower(left)] {
			return left, publisher
		}
	}
	return "", publisher
}

var titleBreak = newPattern(`\s*(?:[|–—·»:]|\s-)\s+`)

func (f *pageFields) add(n *html.Node) {
	switch n.Data {
	case "html":
		f.lang = first(f.lang, attr(n, "lang"), attr(n, "xml:lang"))
	case "base":
		f.base = orElse(f.base, attr(n, "href"))
	case "title":
		if n.Parent != nil && n.Parent.Data == "head" {
			f.title = orElse(f.title, textOf(n))
		}
	case "h1":
		if text := fold(textOf(n)); text != "" {
			f.headings = append(f.headings, text)
		}
	case "link":
		for rel := range strings.FieldsSeq(strings.ToLower(attr(n, "rel"))) {
			setFirst(f.links, rel, attr(n, "href"))
		}
	case "meta":
		for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
			setFirst(f.meta, strings.ToLower(attr(n, key)), attr(n, "content"))
		}
	case "script":
		if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") {
			f.linkedRaw = append(f.linkedRaw, textOf(n))
		}
	case "time", "abbr":
		role := strings.ToLower(attr(n, "class") + " " + attr(n, "itemprop") + " " + attr(n, "id"))
		if has(n, "pubdate") {
			role += " published"
		}
		f.times = append(f.times, pageTime{first(attr(n, "datetime"), attr(n, "title"), textOf(n)), role})
	}
	if name := strings.ToLower(attr(n, "itemprop")); name != "" && n.Data != "meta" {
		value := first(attr(n, "content"), attr(n, "datetime"), attr(n, "href"))
		if value == "" && name == "publisher" { // an object with a name of its own
			value = nameWithin(n)
		}
		if value == "" && name != "articlebody" {
			value = fold(textOf(n))
		}
		setFirst(f.props, name, orElse(value, "."))
		if name == "headline" && len(n.Data) == 2 && n.Data[0] == 'h' {
			f.headline = orElse(f.headline, value)
		}
	}
}

// nameWithin returns what an object of microdata gives as its name.
func nameWithin(n *html.Node) string {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && strings.EqualFold(attr(d, "itemprop"), "name") {
			return fold(first(attr(d, "content"), textOf(d)))
		}
	}
	return ""
}

// publishedNames are the metadata that give the date of publication, the more exact ones first.
var publishedNames = []string{"article:published_time", "og:article:published_time", "og:published_time", "datepublished",
	"parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "published_at", "pubdate",
	"publishdate", "publish-date", "publish_date", "publication_date", "publicationdate", "article:published", "dc.date.issued",
	"dcterms.issued", "dc.issued", "dcterms.created", "dc.date", "dcterms.date", "dc.date.created",
	"citation_publication_date", "date"}

func (f *pageFields) published(linked string) string {
	if day := pageDate(linked); day != "" {
		return day
	}
	for _, name := range publishedNames {
		if day := pageDate(first(f.meta[name], f.props[name])); day != "" {
			return day
		}
	}
	for _, wanted := range []string{"publi", "entry-date", "posted", "dateline", "created"} {
		for _, t := range f.times {
			if strings.Contains(t.role, wanted) && !strings.Contains(t.role, "updated") && !strings.Contains(t.role, "modified") {
				if day := pageDate(t.value); day != "" {
					return day
				}
			}
		}
	}
	return ""
}

var compactDate = newPattern(`^(\d{4})(\d{2})(\d{2})(?:T|$)`)

// pageDate returns the day that a page's metadata give, in their own time zone, or an empty string.
func pageDate(value string) string {
	value = fold(value)
	if value == "" {
		return ""
	}
	if day, err := publishedDate(value); err == nil {
		return day
	}
	if at := compactDate.FindStringSubmatch(value); at != nil {
		if day, ok := isoDate(at[1], at[2], at[3]); ok {
			return day
		}
	}
	if len(value) > 10 && news.ValidDate(value[:10]) { // whatever the time of day looks like
		return value[:10]
	}
	return ""
}

// url returns the address under which the page wants to be known.
func (f *pageFields) url(from, linked string) string {
	base, _ := url.Parse(orElse(f.base, from))
	own, _ := url.Parse(from)
	for _, raw := range []string{f.links["canonical"], f.meta["og:url"], linked, f.props["mainentityofpage"]} {
		u, err := url.Parse(strings.TrimSpace(raw))
		if err != nil || raw == "" {
			continue
		}
		if base != nil {
			u = base.ResolveReference(u)
		}
		// Some sites name their front page on every page.
		front := strings.Trim(u.Path, "/") == "" && u.RawQuery == ""
		if u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || front && own != nil && strings.Trim(own.Path, "/") != "" {
			continue
		}
		return u.String()
	}
	return ""
}

var siteSeparator = newPattern(`^\s+[|–—·»:-]\s+|^\s*[|»]\s*`)

// siteBehind returns the site's name that a page's title goes on with after the article's own.
func siteBehind(rest string) string {
	const most = 6 // words
	for {
		at := siteSeparator.FindStringIndex(rest)
		if at == nil {
			break
		}
		rest = rest[at[1]:]
		if i := strings.LastIndex(rest, " | "); i >= 0 {
			rest = rest[i:]
			continue
		}
		if n := countWords(rest); n > 0 && n <= most {
			return strings.TrimSpace(rest)
		}
		break
	}
	return ""
}

// withoutSite takes the site's name off the end of a title.
func withoutSite(title, site string) string {
	if site == "" || len(title) <= len(site) || !strings.EqualFold(title[len(title)-len(site):], site) {
		return title
	}
	rest := strings.TrimRight(title[:len(title)-len(site)], " ")
	for _, separator := range []string{"|", "–", "—", "·", "»", "-", ":"} {
		if cut, ok := strings.CutSuffix(rest, separator); ok && strings.TrimSpace(cut) != "" {
			return strings.TrimSpace(cut)
		}
	}
	return title
}

func setFirst(m map[string]string, key, value string) {
	if value = strings.TrimSpace(value); key != "" && value != "" && m[key] == "" {
		m[key] = value
	}
}

// first returns the first value that is not blank.
func first(values ...string) string {
	for _, v := range values {
		if strings.TrimSpace(v) != "" {
			return v
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// textOf returns the text in a node as it stands in the markup.
func textOf(n *html.Node) string {
	var s strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			s.WriteString(d.Data)
		}
	}
	return s.String()
}
