package ner

import (
	"strings"
	"testing"

	"graphload/internal/country"
	"graphload/internal/nlp"
	"graphload/internal/nlp/token"
)

func doc(text string) *nlp.Doc {
	d := &nlp.Doc{Text: text, Clean: text}
	token.Run(d)
	d.Places = country.Find(d.Clean)
	Run(d)
	return d
}

func names(d *nlp.Doc, kind nlp.NameKind) string {
	var out []string
	for _, n := range d.Names {
		if n.Kind == kind {
			out = append(out, d.Words(n.Range))
		}
	}
	return strings.Join(out, "|")
}

func TestPeople(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Norwegian Foreign Minister Ingrid Solfjell spoke. Solfjell left.", "Ingrid Solfjell|Solfjell"},
		{"Secretary of State Martin Quill met Minister of Foreign Affairs Tova Bergstad for lunch.", "Martin Quill|Tova Bergstad"},
		{"The Special Envoy for Middle East Karen Oldfather arrived.", "Karen Oldfather"},
		{"President Odhiambara and Mr. Lindqvarn agreed.", "Odhiambara|Lindqvarn"},
		{"When Lindqvarn spoke, President Lindqvarn smiled.", "Lindqvarn|Lindqvarn"},
		{"“It is late,” said Marrowby, who had come by train.", "Marrowby"},
		{"The Marrowby administration has no plan.", "Marrowby"},
		{"Lawmaker Tam Yiu-lok and Prime Minister Ahmed al-Rashidani met.", "Tam Yiu-lok|Ahmed al-Rashidani"},
		{"Egyptian President Samir Fathi al-Mursadi and Jordan's King Tariq II met in Cairo on Sunday.", "Samir Fathi al-Mursadi|Tariq II"},
		{"He thanked PM Oderowa.", "Oderowa"},
		{"The Polish prime minister, Donald Harrow, met Vice Premier He Lifang. He Lifang left.", "Donald Harrow|He Lifang|He Lifang"},
		{"President Hadi Sheikh Omarune spoke. South Korean President Lee Ha-jun spoke. Lee left.", "Hadi Sheikh Omarune|Lee Ha-jun|Lee"},
		{"President Han Jae-won met Prime Minister Omar Al-Rashidani in a Berlin-led round.", "Han Jae-won|Omar Al-Rashidani"},
		{"Juan de la Torrega and Ludwig van der Hoevel wrote it.", "Juan de la Torrega|Ludwig van der Hoevel"},
		{"J. B. Marrowby Jr. said no.", "J. B. Marrowby Jr."},
		{"Ms. O'Marney thanked Jean-Luc Patrenaud.", "O'Marney|Jean-Luc Patrenaud"},
		{"Chairman Xu Wenbao spoke on Tuesday. Xu then left for Paris.", "Xu Wenbao|Xu"},
		{"They met Lance Corporal Ingrid Solfjell, DIG Harriet Whitlow and Alhaji Tom Bergstad.", "Ingrid Solfjell|Harriet Whitlow|Tom Bergstad"},
		{"They met Tan Sri Tom Bergstad, Datuk Seri Harriet Whitlow and Gen (retd) Martin Quillfeather.", "Tom Bergstad|Harriet Whitlow|Martin Quillfeather"},
		{"Tom Bergstad KC spoke. Mr Whitlow MP left.", "Tom Bergstad|Whitlow"},
		{"The skipper, Tom “The Fox” Bergstad, left.", "Tom “The Fox” Bergstad"},
		{"I'm sure. I’ve said so. You'll see.", ""},
		{"MV Ingrid Solfjell sank. The Tova Bergstad, a bulk carrier, did not.", ""},
		{"Among them was Tova Bergstad president Martin Quillfeather.", "Martin Quillfeather"},
		{"They met in Khan Yabrud and at the Hotel Miramar.", ""},
		{"The Solfjell Bridge, the Quill Prize and the Marrowby Act are known.", ""},
		{"The Supreme Court and the Security Council met in the White House.", ""},
		{"On Monday the Democratic Party won in New Hampshire.", ""},
		{"A picture shows the harbour. Photo: Ingrid Solfjell/Nordfoto", ""},
		{"Solfjell Says No To Bergstad Plan\n\nIngrid Solfjell, 51, said no. Tova Bergstad, the minister, was silent.", "Solfjell|Bergstad|Ingrid Solfjell|Tova Bergstad"},
	} {
		d := doc(c.text)
		if got := names(d, nlp.PersonName); got != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
	}
}

func TestOrganizations(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"NATO and the European Union met the G-7.", "NATO|European Union|G-7"},
		{"The Northern Fishermen's Union said no.", "Northern Fishermen's Union"},
		{"He told Reuters and the New York Times.", "Reuters|New York Times"},
		{"The Harbour Workers Party won.", "Harbour Workers Party"},
		{"An apple from the Amazon at dawn.", ""},
		{"Beacon: Who goes?\n\nRui: We do.\n\nBeacon: And then?\n\nRui: Home. Ask Beacon.", "Beacon|Beacon|Beacon"},
		{"Maren: Who goes?\n\nRui: We do.\n\nMaren: And then?\n\nRui: Ask Nell Maren.", ""},
	} {
		d := doc(c.text)
		if got := names(d, nlp.OrganizationName); got != c.want {
			t.Errorf("%q: got %s, want %s", c.text, got, c.want)
		}
	}
}

func TestTitle(t *testing.T) {
	for _, c := range []struct{ text, title, state string }{
		{"Norwegian Foreign Minister Ingrid Solfjell spoke.", "Foreign Minister", "NO"},
		{"U.S. Secretary of State Martin Quill spoke.", "Secretary of State", "US"},
		{"A spokesperson for President Quillander spoke.", "President", ""},
		{"Kremlin spokesman Oleg Morozinsky spoke.", "Kremlin spokesman", "RU"},
	} {
		d := doc(c.text)
		if len(d.Names) != 1 {
			t.Errorf("%q: got %d names, want 1", c.text, len(d.Names))
			continue
		}
		n := d.Names[0]
		if title := d.Words(n.Title); !strings.HasSuffix(title, c.title) || n.State != c.state {
			t.Errorf("%q: got title %q of %q, want %q of %q", c.text, title, n.State, c.title, c.state)
		}
	}
}

func FuzzRun(f *testing.F) {
	for _, s := range []string{"Mr. A-B c", "President -", "al-", "Photo by X/Y", "A. B. C. D. Ministry of"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d := doc(strings.ToValidUTF8(text, "?"))
		if err := d.Check(); err != nil {
			t.Fatal(err)
		}
	})
}
