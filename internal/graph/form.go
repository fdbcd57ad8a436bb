package graph

import "slices"

// LinkType is the type of a relationship.
type LinkType string

// The types.
const (
	Mentions   LinkType = "MENTIONS"
	ReportedIn LinkType = "REPORTED_IN"
	Said       LinkType = "SAID"
	About      LinkType = "ABOUT"
	SaidTo     LinkType = "SAID_TO"
	TookPartIn LinkType = "TOOK_PART_IN"
	HeldIn     LinkType = "HELD_IN"
	Represents LinkType = "REPRESENTS"
	In         LinkType = "IN"
	CopyOf     LinkType = "COPY_OF"
	PartOf     LinkType = "PART_OF"
)

// The labels of nodes that are not evidence shared by articles.
const (
	ArticleLabel   Label = "Article"
	StatementLabel Label = "Statement"
	MeetingLabel   Label = "Meeting"
)

// Kind is the type of a property's values.
type Kind int

// The kinds, with the Go type of a value.
const (
	Text    Kind = iota // string
	Number              // int
	Flag                // bool
	Time                // time.Time
	Texts               // []string
	Numbers             // []int
)

// Property is a property that nodes of a label or relationships of a type may have.
type Property struct {
	Name string
	Kind Kind
}

// NodeForm is the form of the nodes of a label.
type NodeForm struct {
	Label      Label
	Properties []Property // the key comes first
}

// Ends are the labels of the nodes that a relationship leads from and to.
type Ends struct{ From, To Label }

// LinkForm is the form of the relationships of a type.
type LinkForm struct {
	Type       LinkType
	Ends       []Ends
	Properties []Property
	// Distinct names the property that tells relationships of one type between the same two nodes apart, where those that
	// lead from nodes of a label may be several.
	Distinct map[Label]string
	// Always names the list that relationships have also where it is empty, by the label of the nodes that they lead from.
	Always map[Label]string
}

// Node is a node with its properties.
type Node struct {
	Ref
	Props map[string]any
}

// Link is a relationship with its properties.
type Link struct {
	Type     LinkType
	From, To Ref
	Props    map[string]any
}

func properties(kind Kind, names ...string) []Property {
	list := make([]Property, 0, len(names))
	for _, name := range names {
		list = append(list, Property{name, kind})
	}
	return list
}

// NodeForms returns the forms of all nodes: all that the graph holds.
func NodeForms() []NodeForm {
	named := slices.Concat(properties(Text, "id", "name"), properties(Texts, "aliases"))
	article := slices.Concat(properties(Text, "id", "name", "url", "title", "source", "published", "language", "text",
		"textHash", "hash", "readHash", "batch"), properties(Time, "loadedAt"), properties(Text, "sketch"))
	for i := range CopyBands {
		article = append(article, Property{BandProperty(i), Text})
	}
	return []NodeForm{
		{ArticleLabel, article},
		{Person, append(slices.Clone(named), Property{"titles", Texts})},
		{Country, properties(Text, "code", "name", "iso3")},
		{Organization, named},
		{Place, named},
		{StatementLabel, slices.Concat(properties(Text, "id", "text", "kind", "date", "firstReported", "lastReported"),
			properties(Number, "reports"), properties(Text, "speakerText"), properties(Texts, "prints"), properties(Flag, "conflict"))},
		{MeetingLabel, slices.Concat(properties(Text, "id", "kind", "status", "start", "end", "datePrecision"),
			properties(Number, "reports"), properties(Flag, "conflict"), properties(Texts, "formerIds"))},
	}
}

// LinkForms returns the forms of all relationships.
func LinkForms() []LinkForm {
	actors := []Label{Person, Country, Organization}
	from := func(labels []Label, to ...Label) (ends []Ends) {
		for _, a := range labels {
			for _, b := range to {
				ends = append(ends, Ends{a, b})
			}
		}
		return ends
	}
	spans := properties(Numbers, "starts", "ends")
	return []LinkForm{
		{Type: Mentions, Ends: from([]Label{ArticleLabel}, append(actors, Place)...),
			Properties: slices.Concat(properties(Number, "count"), properties(Texts, "forms"), spans,
				properties(Text, "key", "name"), properties(Texts, "aliases", "titles"),
				properties(Text, "represents", "rule", "reason"))},
		{Type: ReportedIn, Ends: from([]Label{StatementLabel, MeetingLabel}, ArticleLabel),
			Properties: slices.Concat(properties(Text, "kind", "cue", "speaker", "speakerText", "text", "quotedOn", "words"), spans,
				properties(Text, "date", "rule"), properties(Texts, "about", "addressees", "addresseeTexts"),
				properties(Text, "report", "block", "asOf", "status"),
				properties(Texts, "participants", "roles", "represents", "parties", "unnamed"),
				properties(Text, "place", "country", "start", "end", "dateText")),
			Distinct: map[Label]string{MeetingLabel: "report"}, Always: map[Label]string{MeetingLabel: "participants"}},
		{Type: Said, Ends: from(actors, StatementLabel)},
		{Type: About, Ends: from([]Label{StatementLabel}, append(actors, MeetingLabel)...)},
		{Type: SaidTo, Ends: from([]Label{StatementLabel}, actors...)},
		{Type: TookPartIn, Ends: from(actors, MeetingLabel),
			Properties: slices.Concat(properties(Number, "reports"), properties(Text, "role"))},
		{Type: HeldIn, Ends: from([]Label{MeetingLabel}, Place, Country)},
		{Type: Represents, Ends: from([]Label{Person}, Country),
			Properties: slices.Concat(properties(Texts, "titles"), properties(Text, "first", "last"), properties(Number, "reports")),
			Always:     map[Label]string{Person: "titles"}},
		{Type: In, Ends: from([]Label{Place}, Country)},
		{Type: CopyOf, Ends: from([]Label{ArticleLabel}, ArticleLabel)},
		{Type: PartOf, Ends: from([]Label{StatementLabel}, StatementLabel)},
	}
}
