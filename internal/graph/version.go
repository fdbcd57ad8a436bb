package graph

// Version is the version of the graph: of its labels, relationships, properties and keys, and of all that is derived from
// evidence. A graph bears the number of the program that derived it last. An older one is derived anew before it is
// loaded into, a newer one is refused.
//
// It has to be raised by one wherever the same articles make another graph than with the version that was last given out:
// by another rule for what is derived or how it is stored. A change that leaves the graph as it is, such as a faster query,
// needs no new version; nor do constraints and indexes, which have a number of their own in their names. [Fragment.Hash]
// has to change besides where the evidence itself becomes another one, so that it cannot be derived from what is stored.
// TestVersion holds that a change is not forgotten.
//
//	1  people, countries, organizations, places, statements, meetings, near copies, cut quotations and rivals
//	2  "within a week" goes by the days on which articles quote (quotedOn); words left out of quotations, put in, or spelt with
//	   another hyphen; who may be one is no rival; meetings of reports without a day go by dated reports alone;
//	   prints of quotations
//	3  the days on which a statement was quoted and the key of its words stand at its reports (quotedOn, words) and no longer
//	   at the statement; it has no quoted
//	4  to whom a statement was said (addressees and addresseeTexts at its reports, SAID_TO)
const Version = 4
