package neo4j

import "graphload/internal/graph"

// Stored properties back to what they were made of.

// articleOf reads what its Props wrote.
func articleOf(p row) graph.Article {
	return graph.Article{ID: p.text("id"), Name: p.text("name"), URL: p.text("url"), Title: p.text("title"),
		Source: p.text("source"), Published: p.text("published"), Language: p.text("language"), Text: p.text("text"),
		TextHash: p.text("textHash"), Sketch: p.text("sketch")}
}

func mention(target graph.Ref, p row) graph.Mention {
	return graph.Mention{Target: target, Key: p.text("key"), Name: p.text("name"), Forms: p.texts("forms"),
		Aliases: p.texts("aliases"), Titles: p.texts("titles"), Represents: p.text("represents"), Rule: p.text("rule"),
		Reason: p.text("reason"), Spans: graph.Spans{Starts: p.numbers("starts"), Ends: p.numbers("ends")}}
}

func statementReport(key string, r row) (graph.StatementReport, error) {
	p := r.row("props")
	s := graph.StatementReport{Key: key, Kind: p.text("kind"), Cue: p.text("cue"), SpeakerText: p.text("speakerText"),
		Text: p.text("text"), Date: p.text("date"), Rule: p.text("rule"), Published: r.text("published"),
		Spans: graph.Spans{Starts: p.numbers("starts"), Ends: p.numbers("ends")}}
	var err error
	if speaker := p.text("speaker"); speaker != "" {
		if s.Speaker, err = graph.ParseRef(speaker); err != nil {
			return s, unreadable(err)
		}
	}
	if s.About, err = refs(p.texts("about")); err != nil {
		return s, err
	}
	s.Addressees, err = addressees(p.texts("addressees"), p.texts("addresseeTexts"))
	return s, err
}

// addressees reads two lists that go together. Where nobody has a name, there is only the one of the words.
func addressees(named, texts []string) ([]graph.Addressee, error) {
	var list []graph.Addressee
	for i, text := range texts {
		a := graph.Addressee{Text: text}
		if i < len(named) && named[i] != "" {
			var err error
			if a.Ref, err = graph.ParseRef(named[i]); err != nil {
				return nil, unreadable(err)
			}
		}
		list = append(list, a)
	}
	return list, nil
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

// statementOf reads what its Props wrote, without the speaker, the topics, the addressees and the days on which it was quoted.
func statementOf(p row) graph.Statement {
	return graph.Statement{Key: p.text("id"), Text: p.text("text"), Kind: p.text("kind"), Date: p.text("date"),
		FirstReported: p.text("firstReported"), LastReported: p.text("lastReported"), Reports: p.number("reports"),
		SpeakerText: p.text("speakerText"), Quoted: p["prints"] != nil}
}

// quoteOf reads what is compared of a quotation, with the days that a query returns.
func quoteOf(r row) graph.Quote {
	return graph.NewQuote(r.text("id"), r.text("speaker"), r.text("text"), r.texts("days"))
}

func tie(p row) graph.Tie {
	return graph.Tie{Titles: p.texts("titles"), First: p.text("first"), Last: p.text("last"), Reports: p.number("reports")}
}

func refs(list []string) ([]graph.Ref, error) {
	var out []graph.Ref
	for _, s := range list {
		r, err := graph.ParseRef(s)
		if err != nil {
			return nil, unreadable(err)
		}
		out = append(out, r)
	}
	return out, nil
}

// unreadable is the error for stored evidence that no load wrote so.
func unreadable(err error) error {
	return &Error{Kind: Other, Err: err, Message: "evidence in the graph cannot be read: " + err.Error(),
		Hint: `"graphload verify --repair" finds what else is damaged, and tells what to do`}
}
