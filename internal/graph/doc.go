// Package graph turns records into a property graph. It is pure: no database, no clock, no random number.
//
// # Evidence and what is derived
//
// A [Fragment] is one article's share of the graph. It consists of evidence only: the MENTIONS and REPORTED_IN
// relationships between the article and what it speaks of, with every property that is needed to compute all the
// rest. Names, aliases and titles of people, REPRESENTS, SAID, ABOUT, SAID_TO, TOOK_PART_IN, HELD_IN, the
// properties of statements and the meetings themselves are derived, each by a function of this package whose answer
// depends on the set of evidence alone and not on the order in which it came. That is why loading in any order, in
// batches of any size, twice, or after a deletion gives the same graph.
//
// What many articles share (people, countries, organizations, places) is derived by joins that know no order: the
// better of two names, the union of aliases and titles, the first and last date; and so are statements. New evidence
// is then joined to what is stored, without reading all that a thousand articles say of a president; only where
// evidence is removed is the rest read again. Meetings are computed from all their reports.
//
// # Keys
//
// A key is made of content alone. Countries have their ISO 3166-1 alpha-2 code, people and organizations the id of the
// record, a bare surname that led to nobody is scoped to its article ("lind@0f3a…"; [PersonRule] has the rules in order, and
// [Identities] win over them), places are normalised name and
// country, statements a hash of speaker and normalised words, meetings a hash of their first report. A key that a
// database index could not hold is replaced by its hash.
//
// # Offsets and dates
//
// starts and ends on relationships are half-open ranges of Unicode code points into the article's text, as in the
// JSON form of a record and as Cypher counts: substring(a.text, r.starts[0], r.ends[0] - r.starts[0]) is the span's
// text, also after an emoji.
//
// Dates are ISO 8601 strings as exact as they are certain ("2025-10-30", "2025-10", "2025"), and no property where
// none is known. A date type could not hold a month; strings sort and compare as the dates do, so that
// m.start >= "2025-10" AND m.start < "2025-11" finds every meeting of October 2025 whatever the precision, by the index.
// date(m.start) makes a temporal value of any of them.
//
// # One meeting, many reports
//
// [Cluster] says which reports are of one meeting. Two reports can be of one meeting if they
//   - have at least two parties in common,
//   - leave a common day on which it may begin ([Report.window]): the day itself where the report gives one, else its
//     month, else some days about the article's date: a week back for what was held, a month ahead for what is planned,
//     both for what was called off,
//   - name no different countries, or, where a country is missing, no different places; where both know the day, a
//     place without a country is a venue and contradicts no city,
//   - are not a call on one side and a summit, conference or visit on the other, and
//   - stand in different articles: what one article tells as two meetings is two.
//
// Parties are in common if they are the same node. A country also stands for a person who represents it as the report's
// own article says, and a bare surname for a person with that surname, of the same country as far as both tell; surnames
// alone do not tie reports.
//
// Such a relation is not transitive: a report without a day could tie two days together, and a report that names only
// countries the talks of two pairs of their ministers. Two distinct days never join, so reports with a day come first.
// They meet in groups of equal first day (blocks), where reports with the same participants join first, smaller groups
// then join the most similar larger one, and last come groups that name parties otherwise: one joins the group that it
// fits if that does not give a country or surname to different people. Wherever a group fits several, it joins the one
// that agrees best, in place before all; where two agree as well, nobody knows which is meant, and it stays alone.
//
// A report without a day is then looked at by itself: it goes to the one dated group that it fits, or of several to the
// one that agrees best, if that group bears out what it tells more exactly: names the place, or another one of the same
// country, if it names one, and the people, if it names more than their country or surname. Two such reports of one article
// never go to one group. Reports that go nowhere join those of the same month, their own or their article's, with the same
// participants. So which meeting a report without a day is of depends on dated groups and on its own article, never on
// other reports without a day: groups of those, which led on to ever more months, joined 2 of 77 pairs more in our stories
// and made a load look at 60 reports for each that it brought, of a year of 275 articles a day; this looks at 9.
//
// A meeting's id is a hash of the smallest key among its dated reports (of all, where none is dated): it stays the
// same while reports come and go, but for that one. An id that changes is kept by the meeting to which its reports
// went, as one of its former ids. These tell of the way to the graph, as the time of loading does, and are no part of
// what two loads in different order have in common.
//
// A report without any date in an article without a date has no place in time. It joins only what lies in the
// same place and is equally undated. A report with fewer than two known participants joins nothing but reports that
// are equal in participants, kind, place and date.
//
// The block is a function of the report alone and is stored with it, so that a loader finds what a new report could
// change by looking at few blocks, whatever the size of the graph and however often two presidents meet: see [Assign].
//
// # One quotation, many cuts
//
// A statement is what somebody said in these words: its key is a hash of speaker and normalised words, so that one wire
// quote in ten newspapers is one node with ten REPORTED_IN, whatever their punctuation and quotation marks. A quotation that
// a newspaper cut is a statement of its own that leads by PART_OF to the longest one that has its words: see [Quote]. It has
// to have eight words or more, and some article that quotes the one and some that quotes the other have to be at most seven
// days apart; of a quotation with "…" or [brackets] in it the pieces count, in their order, and so do two pieces of eight words or
// more between which nothing tells that something was left out. Where blanks and hyphens alone differ ("cease-fire",
// "ceasefire"), and the percent sign, one of the two is a part of the other.
//
// It leads there and does not become one node with it, for what the key would be then. Were it the longest form's, it would
// change whenever a newspaper printed one sentence more, and again when that article went. Nor is it clear which one node
// it would be: what is cut short enough is a part of two longer quotations that have nothing else in common. Nodes by content
// stay where they are, whatever comes; only PART_OF is drawn anew, a function of the set of all reports. Queries follow it,
// also from part to part, and count the articles of a quotation and of all its parts once.
//
// Equal words that articles at most seven days apart report of two speakers stay two statements, and conflict is set on
// both; not where the speakers may be one, as a country and its minister or a bare surname. Speech without quotation marks
// is one statement where its words are equal, and is no part of anything: who tells in other words has said other words. So is
// what the same speaker says again in the same words years later one statement, for nobody can tell by its words
// that it is another: each REPORTED_IN has its date.
//
// [Version] has to be raised with any of these rules.
package graph
