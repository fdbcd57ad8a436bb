package graph

import (
	"fmt"
	"slices"
	"strings"
)

// The properties of nodes and relationships. A value that is empty has no property, apart from lists that are always
// there. The types are string, int, bool, []string and []int; form.go has them as a table.

// filled drops what is empty.
func filled(all map[string]any) map[string]any {
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

// Props returns the properties of an Article; hash is its fragment's.
func (a *Article) Props(hash string) map[string]any {
	p := filled(map[string]any{
		"id": a.ID, "name": a.Name, "url": a.URL, "title": a.Title, "source": a.Source, "published": a.Published,
		"language": a.Language, "text": a.Text, "textHash": a.TextHash, "hash": hash, "readHash": a.ReadHash,
		"sketch": a.Sketch})
	for i, band := range Bands(a.Sketch) {
		p[BandProperty(i)] = band
	}
	return p
}

// BandProperty returns the name of the property of an article's band, the i-th one of [Bands].
func BandProperty(i int) string { return fmt.Sprintf("band%d", i+1) }

// Props returns the properties of a shared node that is known by this name.
func (n Name) Props(ref Ref) map[string]any {
	if ref.Label == Country {
		common, iso3 := CountryName(ref.Key)
		return filled(map[string]any{"code": ref.Key, "name": CountryNamed(common, append(slices.Clone(n.Aliases), n.Name)...),
			"iso3": iso3})
	}
	return filled(map[string]any{"id": ref.Key, "name": n.Name, "aliases": n.Aliases, "titles": n.Titles})
}

// Props returns the properties of a MENTIONS.
func (m *Mention) Props() map[string]any {
	return filled(map[string]any{"count": len(m.Spans.Starts), "forms": m.Forms, "starts": m.Spans.Starts,
		"ends": m.Spans.Ends, "key": m.Key, "name": m.Name, "aliases": m.Aliases, "titles": m.Titles,
		"represents": m.Represents, "rule": m.Rule, "reason": m.Reason})
}

// Props returns the properties of a statement's REPORTED_IN.
func (s *StatementReport) Props() map[string]any {
	speaker := ""
	if s.Speaker != (Ref{}) {
		speaker = s.Speaker.String()
	}
	day, words := s.searched()
	named, texts := addresseeStrings(s.Addressees)
	return filled(map[string]any{"quotedOn": day, "words": words, "kind": s.Kind, "cue": s.Cue, "speaker": speaker, "speakerText": s.SpeakerText,
		"text": s.Text, "starts": s.Spans.Starts, "ends": s.Spans.Ends, "date": s.Date, "rule": s.Rule,
		"about": refStrings(s.About), "addressees": named, "addresseeTexts": texts})
}

// addresseeStrings returns addressees as two lists, in the first of which those without a name have "". It is nil where nobody has
// one: to Neo4j's import tool, a list of one empty text is none.
func addresseeStrings(list []Addressee) (named, texts []string) {
	for _, a := range list {
		text := ""
		if a.Ref != (Ref{}) {
			text = a.String()
		}
		named, texts = append(named, text), append(texts, a.Text)
	}
	if strings.Join(named, "") == "" {
		named = nil
	}
	return named, texts
}

func refStrings(list []Ref) []string {
	out := make([]string, 0, len(list))
	for _, r := range list {
		out = append(out, r.String())
	}
	return out
}

// Props returns the properties of a meeting's REPORTED_IN.
func (r *Report) Props() map[string]any {
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
	all := filled(map[string]any{"report": r.Key, "block": r.Block(), "asOf": r.AsOf, "kind": r.Kind,
		"status": r.Status, "roles": roles, "represents": represents, "parties": r.Parties(), "unnamed": r.Unnamed,
		"place": r.Place, "country": r.Country, "start": r.Start, "end": r.End, "dateText": r.DateText, "rule": r.Rule,
		"starts": r.Spans.Starts, "ends": r.Spans.Ends})
	all["participants"] = participants
	return all
}

// Props returns the properties of a Statement; q is its Quote, nil where it has none. Whether it has rivals is not among them.
func (s *Statement) Props(q *Quote) map[string]any {
	p := filled(map[string]any{"id": s.Key, "text": s.Text, "kind": s.Kind, "date": s.Date,
		"firstReported": s.FirstReported, "lastReported": s.LastReported, "reports": s.Reports,
		"speakerText": s.SpeakerText})
	if q != nil {
		p["prints"] = q.Prints()
	}
	return p
}

// Props returns the properties of a Meeting. The ids that it had before are not among them.
func (m *Meeting) Props() map[string]any {
	return filled(map[string]any{"id": m.ID, "kind": m.Kind, "status": m.Status, "start": m.Start, "end": m.End,
		"datePrecision": m.DatePrecision, "reports": m.Reports, "conflict": m.Conflict})
}

// Props returns the properties of a TOOK_PART_IN.
func (p *MeetingParticipant) Props() map[string]any {
	return filled(map[string]any{"reports": p.Reports, "role": p.Role})
}

// Props returns the properties of a REPRESENTS.
func (t Tie) Props() map[string]any {
	p := filled(map[string]any{"first": t.First, "last": t.Last, "reports": t.Reports})
	p["titles"] = t.Titles
	return p
}

// HeldIn returns where the meeting was held: the places, and the countries, also where a place says more.
func (m *Meeting) HeldIn() []Ref {
	var refs []Ref
	for _, p := range m.Places {
		refs = append(refs, Ref{Place, p.Key})
	}
	for _, c := range m.Countries {
		refs = append(refs, Ref{Country, c})
	}
	return refs
}
