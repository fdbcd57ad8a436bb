package graph

import "testing"

// TestNormalized holds which words are the same however newspapers set them, and which are not.
func TestNormalized(t *testing.T) {
	for _, same := range [][]string{
		{"We don't know, yet.", "“We   don’t know… yet!”", "WE DON'T KNOW\nYET", "[W]e don't know – yet"},
		// British and American
		{"Our neighbours honour the colour of the harbour", "Our neighbors honor the color of the harbor"},
		{"dishonourable behaviour, unfavourable rumours", "dishonorable behavior, unfavorable rumors"},
		{"They travelled, cancelled, modelled and labelled it", "They traveled, canceled, modeled and labeled it"},
		{"the counsellor's jewellery, the traveller, unravelling", "the counselor's jewelry, the traveler, unraveling"},
		{"organisations recognised, realising, a moderniser", "organizations recognized, realizing, a modernizer"},
		{"analysed, paralyses, catalysing", "analyzed, paralyzes, catalyzing"},
		{"the centre, two theatres, centred on fibre", "the center, two theaters, centered on fiber"},
		{"a dialogue, catalogued", "a dialog, cataloged"},
		{"defence and offences, a licence to practise", "defense and offenses, a license to practice"},
		{"the programme, three programmes, a cheque, grey tyres", "the program, 3 programs, a check, gray tires"},
		{"fulfil the instalment, enrolment, skilful", "fulfill the installment, enrollment, skillful"},
		{"sceptics learnt from the paediatric enquiry", "skeptics learned from the pediatric inquiry"},
		{"practising towards judgement", "practicing toward judgment"},
		// numbers
		{"five ships", "5 ships"},
		{"twenty-one of thirty", "21 of 30"},
		{"three hundred and four men, a million", "304 men, a million"},
		{"forty thousand", "40,000", "40000", "40 thousand"},
		{"two hundred and six thousand and eleven", "206,011"},
		{"twelve hundred", "1,200"},
		{"the first and the second", "the 1st and the 2nd"},
		{"five to ten percent", "5 to 10%", "5 to 10 per cent", "5 to 10 per-cent"},
		{"3.5 percent", "3.5%"},
		// abbreviations
		{"the U.S. and the U.K.", "the US and the UK", "the United States and the United Kingdom", "the U. S. and the U. K."},
		{"a U.N. envoy to the EU", "a UN envoy to the E.U.", "a United Nations envoy to the European Union"},
		// letters
		{"a naïve protégé in Örebro", "a naive protege in Orebro"},
		{"the ﬁrst oﬃce", "the first office"},
		{"salt & wool", "salt and wool"},
	} {
		for _, words := range same[1:] {
			if got, want := normalized(words), normalized(same[0]); got != want {
				t.Errorf("%q is %q, and %q is %q", words, got, same[0], want)
			}
		}
	}
	for _, two := range [][2]string{
		{"We don't know", "We do not know"},
		{"they told us", "they told the U.S."},
		{"THEY TOLD US", "they told the United States"},
		{"un bon ami", "united nations bon ami"},
		{"he prised it", "he prized it"},
		{"my advice", "my advise"},
		{"a device", "to devise"},
		{"four hours of ours", "for hors of ors"},
		{"they filled it", "they filed it"},
		{"a tonne", "a ton"},
		{"twenty, five", "25"},
		{"twenty. Five came", "25 came"},
		{"nineteen forty", "59"},
		{"five six", "11"},
		{"a hundred", "100"},
		{"3.5 million", "35 million"},
		{"3.5", "3,5, 7"},
		{"40,00", "4000"},
		{"one and two", "3"},
		{"five and twenty", "25"},
		{"five million", "5,000,000"},
		{"the third", "three"},
		{"per se cent", "percent"},
		{"10 percent", "10 percentage points"},
		{"हिंदी", "हदी"},
	} {
		if normalized(two[0]) == normalized(two[1]) {
			t.Errorf("%q and %q are both %q", two[0], two[1], normalized(two[0]))
		}
	}
}

// TestWordings holds what stands in the words of another.
func TestWordings(t *testing.T) {
	const said = "We lost 20 ships and 10 of 35 million men. Nobody asked. They came back in 2010 without a flag and without a word of it"
	for part, want := range map[string]bool{
		"twenty ships and ten":     true,
		"20 ships and 10 of 35":    true,
		"of 3.5 million":           false,
		"came back in 20":          false,
		"back in 20, 10 without":   false,
		"we lost 2":                false,
		"ships and 10":             true,
		"flag and with out a word": true,
		"flag and with":            false,
		"We lost 20 ships and 10 of 35 million men. They came back in 2010": true,
		"Nobody asked. Without a flag and without a word of it":             false,
		"We lost 20 ships. Without a flag and without a word of it":         true,
		"We lost 20 ships without a flag and without a word of it":          false,
		"Without a flag and without a word of it. We lost 20 ships":         false,
	} {
		whole, piece := newWording(wordsOf(said)), newWording(wordsOf(part))
		if _, ok := whole.findCut(&piece, 0); ok != want {
			t.Errorf("%q: found %t, want %t", part, ok, want)
		}
	}
}
