package country

import "strings"

// Metonym tells whether a mention stands for the country's government rather than for a place: always so for seats of
// power, for capitals by the words around ("Moscow insists", "talks between Washington and Tehran", but not "in
// Moscow" or "Moscow airport"). Brussels stands for the European Union and is none. Of the other kinds it is false.
func Metonym(text string, m Match) bool {
	if m.Kind == Seat {
		return true
	}
	if m.Kind != Capital || m.Code == "BE" || strings.Contains(text[m.Start:m.End], "D.C.") {
		return false
	}
	c := around(text, m.Start, m.End)
	prev, next := strings.ToLower(c.prev), strings.ToLower(c.next)
	possessive := false
	if (c.nextGap == "'" || c.nextGap == "’") && next == "s" {
		possessive, next = true, strings.ToLower(c.afterNext)
		if isTitle(c.afterNext) { // "London's Heathrow", "Paris's Gare du Nord"
			return false
		}
	}
	switch {
	case isDateline(c), cityWords[next], localWords[prev], strings.HasPrefix(c.nextGap, ", "):
		return false
	case c.nextGap == "-" || c.prevGap == "-":
		return !cityWords[next] && next != "based" && next != "born"
	case possessive, actingOn[prev], prev == "between":
		return true
	case prev == "and" || prev == "or":
		return speaking(c, next) || betweenBefore(text, m.Start)
	case next == "and" || next == "or":
		return prev == "" || c.prevGap != " "
	}
	return speaking(c, next)
}

// speaking tells whether the word after is what a government does.
func speaking(c *context, next string) bool {
	if c.nextGap != " " || next == "" || c.next != next {
		return false
	}
	return modals[next] || strings.HasSuffix(next, "s") && len(next) > 3 || strings.HasSuffix(next, "ed")
}

// betweenBefore tells whether "between" opens the list that ends here.
func betweenBefore(text string, at int) bool {
	from := max(0, at-60)
	clause := text[from:at]
	if i := strings.LastIndexAny(clause, ".;:!?\n"); i >= 0 {
		clause = clause[i:]
	}
	return strings.Contains(strings.ToLower(clause), "between ")
}

// isDateline tells whether the span opens a line as the place of a report: "MOSCOW (", "KYIV, Oct", "PARIS —".
func isDateline(c *context) bool {
	line := c.text[strings.LastIndexByte(c.text[:c.start], '\n')+1 : c.start]
	rest := strings.TrimLeft(c.text[c.end:], " ")
	return strings.TrimSpace(line) == "" && (strings.HasPrefix(rest, "(") || strings.HasPrefix(rest, ",") ||
		strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "- "))
}

var (
	localWords = set(`in into to from near at outside inside around across through throughout of via toward towards
		central downtown visit visits visited visiting leave leaves left leaving reach reached eastern western northern
		southern old greater suburban nearby over above`)
	cityWords = set(`airport airports mayor mayors street streets region suburb suburbs metro residents resident court
		summit conference oblast police hotel university museum stadium square station zoo time hospital area
		district city marathon film festival declaration born based`)
	actingOn = set(`with by against told tell urge urged urging accuse accused accusing pressure blame blamed blaming press
		pressed pressing warn warned warning ask asked asking says said`)
	modals = set(`said will would has had have is was are were can could may might must should did does do wants went
		sent gave took made put saw told sees says insists says kept keeps thinks held sought lost won`)
)
