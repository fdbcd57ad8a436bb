package neo4j

import "graphload/internal/graph"

// Stored properties back to what they were made of.

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

// statementOf reads what its Props wrote, without the speaker and the topics.
func statementOf(p row) graph.Statement {
	return graph.Statement{Key: p.text("id"), Text: p.text("text"), Kind: p.text("kind"), Date: p.text("date"),
		FirstReported: p.text("firstReported"), LastReported: p.text("lastReported"), Reports: p.number("reports"),
		SpeakerText: p.text("speakerText")}
}

func tie(p row) graph.Tie {
	return graph.Tie{Titles: p.texts("titles"), First: p.text("first"), Last: p.text("last"), Reports: p.number("reports")}
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
