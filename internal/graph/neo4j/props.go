package neo4j

import (
	"strings"

	"graphload/internal/graph"
)

// Properties of evidence and back. A value that is empty has no property, apart from lists that are always there.

// props drops what is empty.
func props(all map[string]any) map[string]any {
	for k, v := range all {
		switch x := v.(type) {
		case string:
			if x == "" {
				delete(all, k)
			}
		case []string:
			if len(x) == 0 {
				delete(all, k)
			}
		}
	}
	return all
}

func mentionProps(m *graph.Mention) map[string]any {
	return props(map[string]any{"count": len(m.Spans.Starts), "forms": m.Forms, "starts": m.Spans.Starts,
		"ends": m.Spans.Ends, "key": m.Key, "name": m.Name, "aliases": m.Aliases, "titles": m.Titles,
		"represents": m.Represents, "rule": m.Rule, "reason": m.Reason})
}

func statementReportProps(s *graph.StatementReport) map[string]any {
	speaker := ""
	if s.Speaker != (graph.Ref{}) {
		speaker = s.Speaker.String()
	}
	return props(map[string]any{"kind": s.Kind, "cue": s.Cue, "speaker": speaker, "speakerText": s.SpeakerText,
		"text": s.Text, "starts": s.Spans.Starts, "ends": s.Spans.Ends, "date": s.Date, "rule": s.Rule,
		"about": refStrings(s.About)})
}

func statementReport(key string, r row) (graph.StatementReport, error) {
	p := r.row("props")
	s := graph.StatementReport{Key: key, Kind: p.text("kind"), Cue: p.text("cue"), SpeakerText: p.text("speakerText"),
		Text: p.text("text"), Date: p.text("date"), Rule: p.text("rule"), Published: r.text("published"),
		Spans: graph.Spans{Starts: p.numbers("starts"), Ends: p.numbers("ends")}}
	var err error
	if speaker := p.text("speaker"); speaker != "" {
		if s.Speaker, err = graph.ParseRef(speaker); err != nil {
			return s, err
		}
	}
	s.About, err = refs(p.texts("about"))
	return s, err
}

func meetingReportProps(r *graph.Report) map[string]any {
	n := len(r.Participants)
	participants, roles, represents := make([]string, n), make([]string, n), make([]string, n)
	for i, p := range r.Participants {
		participants[i], roles[i], represents[i] = p.String(), p.Role, p.Represents
	}
	if strings.Join(roles, "") == "" {
		roles = nil
	}
	if strings.Join(represents, "") == "" {
		represents = nil
	}
	all := props(map[string]any{"report": r.Key, "block": r.Block(), "asOf": r.AsOf, "kind": r.Kind,
		"status": r.Status, "roles": roles, "represents": represents, "parties": r.Parties(), "unnamed": r.Unnamed, "place": r.Place, "country": r.Country,
		"start": r.Start, "end": r.End, "dateText": r.DateText, "rule": r.Rule, "starts": r.Spans.Starts,
		"ends": r.Spans.Ends})
	all["participants"] = participants
	return all
}

func meetingReport(article string, p row) (graph.Report, error) {
	r := graph.Report{Key: p.text("report"), Article: article, AsOf: p.text("asOf"), Kind: p.text("kind"),
		Status: p.text("status"), Unnamed: p.texts("unnamed"), Place: p.text("place"), Country: p.text("country"),
		Start: p.text("start"), End: p.text("end"), DateText: p.text("dateText"), Rule: p.text("rule"),
		Spans: graph.Spans{Starts: p.numbers("starts"), Ends: p.numbers("ends")}}
	list, err := refs(p.texts("participants"))
	if err != nil {
		return r, err
	}
	roles, represents := p.texts("roles"), p.texts("represents")
	for i, ref := range list {
		participant := graph.Participant{Ref: ref}
		if i < len(roles) {
			participant.Role = roles[i]
		}
		if i < len(represents) {
			participant.Represents = represents[i]
		}
		r.Participants = append(r.Participants, participant)
	}
	return r, nil
}

func statementProps(s *graph.Statement) map[string]any {
	return props(map[string]any{"id": s.Key, "text": s.Text, "kind": s.Kind, "date": s.Date,
		"firstReported": s.FirstReported, "lastReported": s.LastReported, "reports": s.Reports,
		"speakerText": s.SpeakerText})
}

// statementOf reads what statementProps wrote, without the speaker and the topics.
func statementOf(p row) graph.Statement {
	return graph.Statement{Key: p.text("id"), Text: p.text("text"), Kind: p.text("kind"), Date: p.text("date"),
		FirstReported: p.text("firstReported"), LastReported: p.text("lastReported"), Reports: p.number("reports"),
		SpeakerText: p.text("speakerText")}
}

func meetingProps(m *graph.Meeting, formerIDs []string) map[string]any {
	return props(map[string]any{"id": m.ID, "formerIds": formerIDs, "kind": m.Kind, "status": m.Status, "start": m.Start, "end": m.End,
		"datePrecision": m.DatePrecision, "reports": m.Reports, "conflict": m.Conflict})
}

func tieProps(t graph.Tie) map[string]any {
	p := props(map[string]any{"first": t.First, "last": t.Last, "reports": t.Reports})
	p["titles"] = t.Titles
	return p
}

func tie(p row) graph.Tie {
	return graph.Tie{Titles: p.texts("titles"), First: p.text("first"), Last: p.text("last"), Reports: p.number("reports")}
}

func refStrings(list []graph.Ref) []string {
	out := make([]string, 0, len(list))
	for _, r := range list {
		out = append(out, r.String())
	}
	return out
}

func refs(list []string) ([]graph.Ref, error) {
	var out []graph.Ref
	for _, s := range list {
		r, err := graph.ParseRef(s)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}
