package extract

import (
	"graphload/internal/news"
)

// repeats reports whether a mention of a headline tells an occasion that the body has told, and adds it as a place of evidence. A
// headline names people by their offices, bodies and countries alone ("President meets Chilean minister") and repeats what
// comes first in the body: the earliest occasion that it may be counts, where the people whom it names all took part.
func (f *meetingFinder) repeats(m mention) bool {
	m.parties = f.distinct(m.parties)
	if named(m.parties) == 0 {
		return false
	}
	for _, o := range f.occasions {
		if !datesFit(o.date, m.date) || !placesFit(o.where, m.where) || contradicts(o.status, m.status) ||
			statusRank[m.status] == statusRank[news.StatusCancelled] && contradictsFate(o.status, m.status) ||
			(o.kind == news.KindCall) != (m.kind == news.KindCall) || (o.kind == news.KindVisit) != (m.kind == news.KindVisit) && !f.hosted(o) {
			continue
		}
		people, shared := true, 0
		for _, p := range m.parties {
			if covers(o.parties, p) {
				shared++
			} else if p.ref.Type == news.RefPerson {
				people = false
			}
		}
		if people && (shared > 0 || m.kind == o.kind && f.mostlyBodies(m)) {
			o.at = append(o.at, m.at)
			if !o.where.known() || !o.where.city && m.where.city {
				o.where = m.where
			}
			if len(m.date.from) > len(o.date.from) {
				o.date = m.date
			}
			return true
		}
	}
	return false
}

// mostlyBodies reports whether a mention names nobody by name.
func (f *meetingFinder) mostlyBodies(m mention) bool {
	for _, p := range m.parties {
		if p.ref.Type == news.RefPerson {
			return false
		}
	}
	return true
}

// hosted reports whether the text tells of an occasion who received whom.
func (f *meetingFinder) hosted(o *occasion) bool {
	for _, p := range o.parties {
		if p.ref.Role == "host" {
			return true
		}
	}
	return false
}
