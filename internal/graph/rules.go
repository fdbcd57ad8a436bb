package graph

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"graphload/internal/news"
)

// statementRule names the form in which a statement stands in its article. It is told from the record alone, which
// is all that a loader of records has.
func statementRule(s *news.Statement, text string) string {
	cue := ""
	if s.Cue.Len() > 0 {
		cue = strings.ToLower(s.Cue.In(text))
	}
	switch {
	case strings.Contains(cue, "according"):
		return "according-to"
	case s.Kind == news.KindDirect && cue != "":
		return "quote+cue"
	case s.Kind == news.KindDirect && afterColon(s, text):
		return "turn"
	case s.Kind == news.KindDirect:
		return "quote"
	case s.Kind == news.KindMixed && cue != "":
		return "fragments+cue"
	case s.Kind == news.KindMixed:
		return "fragments"
	case cue != "":
		return "clause"
	default:
		return "context"
	}
}

// afterColon reports whether the content follows the speaker's name and a colon, as in a printed interview.
func afterColon(s *news.Statement, text string) bool {
	name, content := s.Speaker.Span, s.Content[0]
	if name.Len() == 0 || name.End > content.Start {
		return false
	}
	return strings.HasPrefix(strings.TrimLeft(text[name.End:content.Start], " )*_"), ":")
}

// reportRule says what a report of a meeting knows of the parties: "parties" where two or more are known, so that it
// can be joined with other reports, else "one-party" or "unnamed".
func reportRule(r *Report) string {
	switch len(r.Participants) {
	case 0:
		return "unnamed"
	case 1:
		return "one-party"
	default:
		return "parties"
	}
}

// occurrences returns where words stand in text between word boundaries, in order.
func occurrences(text, words string) []news.Span {
	words = strings.TrimSpace(words)
	if words == "" {
		return nil
	}
	var found []news.Span
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return found
		}
		s := news.Span{Start: from + i, End: from + i + len(words)}
		before, _ := utf8.DecodeLastRuneInString(text[:s.Start])
		after, _ := utf8.DecodeRuneInString(text[s.End:])
		if !inWord(before) && !inWord(after) {
			found = append(found, s)
		}
		from = s.End
	}
}

func inWord(r rune) bool { return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r)) }
