package country

import "testing"

func TestCity(t *testing.T) {
	for name, want := range map[string]string{
		"Paris": "FR", "London": "GB", "Geneva": "CH", "Munich": "DE", "Istanbul": "TR", "Jeddah": "SA", "New York": "US",
		"Budapest": "HU", "Anchorage": "US", "Kyiv": "UA", "Kiev": "UA", "Sharm el-Sheikh": "EG", "Doha": "QA",
		"Davos": "CH", "Hyderabad": "", "Springfield": "", "Reading": "", "Nowhere": "", "": "",
		"Ouagadougou": "BF", "Vinnytsia": "UA", "Santiago de Cuba": "CU",
	} {
		if got, ok := City(name); got != want || ok != (got != "") {
			t.Errorf("City(%q) = %q, %v, want %q", name, got, ok, want)
		}
	}
}

func TestState(t *testing.T) {
	for name, want := range map[string]string{
		"Texas": "US", "New York": "US", "Georgia": "US", "Ontario": "CA", "Québec": "CA", "Bavaria": "", "TX": "",
	} {
		if got, _ := State(name); got != want {
			t.Errorf("State(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestFindCities(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"They met in Budapest and in Geneva, Switzerland.", "Budapest=HU, Geneva=CH"},
		{"They met in Paris, Texas, and in Moscow, Idaho.", "Paris, Texas=US, Moscow, Idaho=US"},
		{"They met in Lebanon, Pa., on Monday.", ""},
		{"They met in Athens, GA, and London, Ontario.", "Athens, GA=US, London, Ontario=CA"},
		{"Denzel Washington, Jack London and Paris Hilton met in Sydney.", "Sydney=AU"},
		{"Nice to meet you in Nice.", "Nice=FR"},
		{"The New York Times and the Jakarta Post met in New York.", "New York=US"},
		{"A vote in Pennsylvania and in Ontario", "Pennsylvania=US, Ontario=CA"},
		{"Ohio, Iowa and New York, Nevada", "Ohio=US, Iowa=US, New York=US, Nevada=US"},
		{"New York, New York", "New York, New York=US"},
		{"Kingston, Jamaica, is not the Kingston he meant.", "Kingston=JM"},
		{"MOSCOW (Agency) - They met.", "MOSCOW=RU"},
		{"The Moscow Times, the Paris Agreement", ""},
		{"Between Sharm el-Sheikh and Tel Aviv", "Sharm el-Sheikh=EG, Tel Aviv=IL"},
		{"Santiago de Cuba and Santiago", "Santiago de Cuba=CU, Santiago=CL"},
		{"moscow and paris", ""},
	} {
		if got := show(test.text, FindCities(test.text)); got != test.want {
			t.Errorf("FindCities(%q)\n got %s\nwant %s", test.text, got, test.want)
		}
	}
}

func TestMetonym(t *testing.T) {
	for _, test := range []struct {
		text string
		want bool // of the first match
	}{
		{"Moscow said it was ready.", true},
		{"Moscow insists on its terms.", true},
		{"Moscow remains opposed.", true},
		{"talks between Washington and Tehran", true},
		{"Kyiv’s position", true},
		{"pressure on him by Beijing to sign", true},
		{"a Tehran-backed group", true},
		{"He told Moscow to stop.", true},
		{"The Kremlin in winter", true},
		{"They met in Moscow.", false},
		{"He flew to Moscow.", false},
		{"a train from Kyiv", false},
		{"near Damascus", false},
		{"the mayor of London said", false},
		{"London's Heathrow was shut.", false},
		{"The Moscow airport was shut.", false},
		{"He visited Beijing.", false},
		{"MOSCOW (Agency) - They met.", false},
		{"PARIS — They met.", false},
		{"Brussels said it was ready.", false},
		{"Russia said it was ready.", false},
		{"a Paris-based group", false},
	} {
		m := Find(test.text)
		if len(m) == 0 {
			t.Errorf("Find(%q) found nothing", test.text)
			continue
		}
		if got := Metonym(test.text, m[0]); got != test.want {
			t.Errorf("Metonym(%q) = %v", test.text, got)
		}
	}
	text := "talks between Washington and Tehran"
	if m := Find(text); len(m) != 2 || !Metonym(text, m[1]) {
		t.Errorf("Metonym of the second in %q is false", text)
	}
}

func TestHolder(t *testing.T) {
	for _, test := range []struct{ code, surname, date, want string }{
		{"FR", "Macron", "2025-10-22", "Emmanuel Macron"},
		{"FR", "MACRON", "", "Emmanuel Macron"},
		{"TR", "Erdoğan", "2019", "Recep Tayyip Erdoğan"},
		{"TR", "Erdogan", "2013", ""},
		{"DE", "Merz", "2025-10", "Friedrich Merz"},
		{"DE", "Merz", "2022-10-01", ""},
		{"DE", "Merz", "", "Friedrich Merz"},
		{"GB", "Lammy", "2025-01-22", "David Lammy"},
		{"GB", "Lammy", "2023-10-22", ""},
		{"HU", "Orban", "2025-10-22", "Viktor Orbán"},
		{"TR", "Erdogan", "2025-10-22", "Recep Tayyip Erdoğan"},
		{"CN", "Li", "2025-10-22", "Li Qiang"},
		{"CN", "Li", "2020-10-22", "Li Keqiang"},
		{"CN", "Li", "2023", ""}, // both held office in that year
		{"GB", "Johnson", "2020", "Boris Johnson"},
		{"GB", "Macron", "2020", ""},
		{"BW", "Boko", "2025-10-22", "Duma Boko"},
		{"XX", "Boko", "", ""},
		{"RU", "", "", ""},
	} {
		if got, ok := Holder(test.code, test.surname, test.date); got != test.want || ok != (got != "") {
			t.Errorf("Holder(%q, %q, %q) = %q, %v, want %q", test.code, test.surname, test.date, got, ok, test.want)
		}
	}
}
