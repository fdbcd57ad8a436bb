package coref_test

import (
	"fmt"
	"strings"
	"testing"

	"graphload/internal/country"
	"graphload/internal/nlp"
	"graphload/internal/nlp/coref"
	"graphload/internal/nlp/ner"
	"graphload/internal/nlp/quote"
	"graphload/internal/nlp/token"
)

func doc(text string) *nlp.Doc {
	d := &nlp.Doc{Text: text, Clean: text}
	token.Run(d)
	quote.Run(d)
	d.Places = country.Find(d.Clean)
	ner.Run(d)
	coref.Run(d)
	return d
}

// people prints each person as "NAME (titles; country): mentions".
func people(d *nlp.Doc) string {
	var out []string
	for _, p := range d.People {
		var mentions []string
		for _, m := range p.Mentions {
			mentions = append(mentions, d.Words(m.Range))
		}
		out = append(out, fmt.Sprintf("%s (%s; %s): %s", p.Name, strings.Join(p.Titles, ", "), p.Represents, strings.Join(mentions, ", ")))
	}
	return strings.Join(out, "\n")
}

func TestRun(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"home by what only one country has", "Energy Minister Chola Mwansakabe said in Ndola that ZESCO will not raise tariffs. President Bwezani Tuntula told the Zambia Daily Mail it was right. The Kenyan ambassador listened in Kitwe.",
			"Chola Mwansakabe (Energy Minister; ZM): Chola Mwansakabe\nBwezani Tuntula (President; ZM): Bwezani Tuntula"},
		{"who led a state stays its country's", "Former Norwegian prime minister Ingrid Solfjell met former Kenyan trade minister Amina Oderowa.",
			"Ingrid Solfjell (Former prime minister; NO): Ingrid Solfjell\nAmina Oderowa (former trade minister; ): Amina Oderowa"},
		{"head of a republic", "President of the Republic Amina Oderowa spoke of Kenya. Kenya will vote in May.",
			"Amina Oderowa (President of the Republic; KE): Amina Oderowa"},
		{"the widow of who led a state", "The Kenyan paper spoke with the widow of the late president, Amina Oderowa.",
			"Amina Oderowa (; ): the late president, Amina Oderowa"},
		{"surname and pronoun", "Norwegian Foreign Minister Ingrid Solfjell spoke in Oslo. Solfjell was late. She apologised.",
			"Ingrid Solfjell (Foreign Minister; NO): Ingrid Solfjell, Solfjell, She"},
		{"apposition behind", "Ingrid Solfjell, Norway's foreign minister, spoke. Tova Bergstad, a professor of law at Lund, listened.",
			"Ingrid Solfjell (foreign minister; NO): Ingrid Solfjell\nTova Bergstad (professor; ): Tova Bergstad"},
		{"apposition before", "The Kenyan trade minister, Amina Oderowa, agreed.",
			"Amina Oderowa (trade minister; KE): The Kenyan trade minister, Amina Oderowa"},
		{"country behind the name", "President Helena Quintarola of Portugal spoke.",
			"Helena Quintarola (President; PT): Helena Quintarola"},
		{"possessive of a country", "Kenya's envoy Amina Oderowa and Portugal's ambassador, Rui Belmorais, met.",
			"Amina Oderowa (envoy; KE): Amina Oderowa\nRui Belmorais (ambassador; PT): Rui Belmorais"},
		{"possessive of a person", "Portuguese President Helena Quintarola sent a letter. Quintarola's envoy Rui Belmorais carried it.",
			"Helena Quintarola (President; PT): Helena Quintarola, Quintarola\nRui Belmorais (envoy; PT): Rui Belmorais"},
		{"an office by itself", "Irish Prime Minister Cormac Dunlevane met French Foreign Minister Anne Patrenaud. The prime minister smiled. The French foreign minister left.",
			"Cormac Dunlevane (Prime Minister; IE): Cormac Dunlevane, The prime minister\nAnne Patrenaud (Foreign Minister; FR): Anne Patrenaud, The French foreign minister"},
		{"misspelt surname", "Envoy Rui Belmorais flew out. Envoy Belmoraes is back. Belmorais was tired.",
			"Rui Belmorais (Envoy; ): Rui Belmorais, Belmoraes, Belmorais"},
		{"husband and wife", "Ivan Morozinsky and Elena Morozinska voted. Mr. Morozinsky smiled.",
			"Ivan Morozinsky (; ): Ivan Morozinsky, Morozinsky\nElena Morozinska (; ): Elena Morozinska"},
		{"one surname, two people", "Mark Quillander and Anna Quillander came. Ms. Quillander spoke. Mr. Quillander did not.",
			"Mark Quillander (; ): Mark Quillander, Quillander\nAnna Quillander (; ): Anna Quillander, Quillander"},
		{"one surname, the one named last", "Mark Quillander came. Anna Quillander came. Quillander spoke. Mark Quillander left. Quillander waved. Anna Quillander waved.",
			"Mark Quillander (; ): Mark Quillander, Mark Quillander, Quillander\nAnna Quillander (; ): Anna Quillander, Quillander, Anna Quillander"},
		{"one surname, the one named first in a sentence", "Mark Quillander met Anna Quillander. Quillander spoke.",
			"Mark Quillander (; ): Mark Quillander, Quillander\nAnna Quillander (; ): Anna Quillander"},
		{"family name between given names", "Judge Adela Fung Wai-lam spoke. Fung left.",
			"Adela Fung Wai-lam (Judge; ): Adela Fung Wai-lam, Fung"},
		{"family name before a given name with a hyphen", "Speaker You Ming-hui spoke. On Monday You left.",
			"You Ming-hui (Speaker; ): You Ming-hui, You"},
		{"article written together", "Nasser ElMurabi spoke. Almurabi said the road was open.",
			"Nasser ElMurabi (; ): Nasser ElMurabi, Almurabi"},
		{"son of another", "Mark Quillander, son of the president Ivan Quillander, came. Quillander spoke.",
			"Mark Quillander (; ): Mark Quillander, Quillander\nIvan Quillander (president; ): Ivan Quillander"},
		{"family name first", "Chinese Premier Xu Wenbao spoke. Xu left.",
			"Xu Wenbao (Premier; CN): Xu Wenbao, Xu"},
		{"marks on letters", "President Érdal Kormazoğlu spoke. Kormazoglu left.",
			"Érdal Kormazoğlu (President; ): Érdal Kormazoğlu, Kormazoglu"},
		{"nickname", "Gen. Richard “Tex” Marrowby spoke. Marrowby left.",
			"Richard Marrowby (Gen.; ): Richard “Tex” Marrowby, Marrowby"},
		{"object of the cue", "Mark Quillander told Ivan Morozinsky he would come.",
			"Mark Quillander (; ): Mark Quillander, he\nIvan Morozinsky (; ): Ivan Morozinsky"},
		{"middle initial", "Mark B. Quillander came. Mark Quillander left.",
			"Mark B. Quillander (; ): Mark B. Quillander, Mark Quillander"},
		{"quoted pronouns stay", "Ingrid Solfjell spoke. “He is late,” she said of the driver.",
			"Ingrid Solfjell (; ): Ingrid Solfjell, she"},
		{"counterpart", "Kenya's President Amina Oderowa met her Portuguese counterpart Rui Belmorais.",
			"Amina Oderowa (President; KE): Amina Oderowa, her\nRui Belmorais (; PT): Rui Belmorais"},
		{"spokesman for a ministry", "A spokesman for the Norwegian foreign ministry, Ivar Morozinsky, agreed.",
			"Ivar Morozinsky (spokesman; NO): Ivar Morozinsky"},
		{"minister of a department of a country", "He met the Minister of Foreign Affairs of Portugal, Rui Belmorais.",
			"Rui Belmorais (Minister of Foreign Affairs; PT): Rui Belmorais"},
		{"an office for two", "Presidents Amina Oderowa of Kenya and Rui Belmorais of Portugal met.",
			"Amina Oderowa (President; KE): Amina Oderowa\nRui Belmorais (President; PT): Rui Belmorais"},
		{"an office by a verb", "Ingrid Solfjell became Norway's foreign minister in May. Mark Quillander is an envoy.",
			"Ingrid Solfjell (foreign minister; NO): Ingrid Solfjell\nMark Quillander (envoy; ): Mark Quillander"},
		{"a possessive is passed over", "Mark Van Quillander's predecessor, Ivan Morozinsky, spoke. He left.",
			"Mark Van Quillander (; ): Mark Van Quillander\nIvan Morozinsky (; ): Ivan Morozinsky, He"},
		{"one word of two surnames", "Ramon Belmorais Quintela came. Mr. Belmorais spoke.",
			"Ramon Belmorais Quintela (; ): Ramon Belmorais Quintela, Belmorais"},
		{"office of one country only", "Secretary of State Martin Quill and Sen. Paula Harrowgate talked.",
			"Martin Quill (Secretary of State; US): Martin Quill\nPaula Harrowgate (Sen.; US): Paula Harrowgate"},
	} {
		if got := people(doc(c.text)); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

func FuzzRun(f *testing.F) {
	for _, s := range []string{"President A. B of the, the minister, he", "X, the Y's Z of", "Mr. A's envoy B", "“Mr. Lind” she"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := doc(strings.ToValidUTF8(text, "?"))
		if err := d.Check(); err != nil {
			t.Fatal(err)
		}
		for _, p := range d.People {
			if p.Name == "" || len(p.Mentions) == 0 {
				t.Fatalf("a person has no name or no mention: %+v", p)
			}
		}
	})
}
