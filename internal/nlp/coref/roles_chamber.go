package coref

import (
	"slices"
	"strings"

	"graphload/internal/country"
	"graphload/internal/nlp"
)

// Members of parliaments whose country is not said with them.

// onlyHaving returns the only country that the article names among those few that have the office of one of the titles.
func (r *resolver) onlyHaving(titles []string) string {
	for _, t := range titles {
		if office := officeName(t); country.RareOffice(office) {
			return only(r.d, nlp.Range{To: len(r.d.Tokens)}, func(p country.Match) bool { return country.HasOffice(office, p.Code) })
		}
	}
	return ""
}

// chairs reports whether a person heads a committee or a house of a parliament.
func (r *resolver) chairs(person int, titles []string) bool {
	for _, t := range titles {
		switch headWord(strings.Fields(strings.ToLower(t))) {
		case "chair", "chairman", "chairwoman", "chairperson", "president", "leader":
			return r.bodyBeside(person, chambers)
		}
	}
	return false
}

// sits reports whether the words beside a name say that the person sits in a parliament: "NAME, a member of the Senate", "the
// senator representing Skerry North, NAME", "NAME (PH-Skerry)".
func (r *resolver) sits(m nlp.Mention) bool {
	const most = 6
	d := r.d
	for _, x := range r.officePhrases(m) {
		for i := x.From; i < x.To; i++ {
			switch w := d.Lower(i); {
			case w == "member" && d.Lower(i+1) == "of":
				for k := i + 2; k < min(x.To, i+2+most); k++ {
					if houses[d.Lower(k)] {
						return true
					}
				}
			case w == "mp", w == "lawmaker", w == "legislator", w == "senator", w == "parliamentarian":
				return true
			}
		}
	}
	if r.partyBehind(m) {
		return true
	}
	k := m.To
	if d.Word(k) != "(" || len(d.Word(k+1)) < 2 || strings.ToUpper(d.Word(k+1)) != d.Word(k+1) || d.Word(k+2) != "-" && d.Word(k+2) != "," {
		return false
	}
	for i := k + 3; i < k+3+most; i++ {
		if d.Word(i) == ")" {
			return i > k+3
		} else if !capitalized(d.Word(i)) && d.Word(i) != "." {
			return false
		}
	}
	return false
}

// partyBehind reports whether a party of a country that the article names stands alone in brackets behind a name, as it does behind those
// of members where a committee or a council is reported: "NAME (ANC) asked".
func (r *resolver) partyBehind(m nlp.Mention) bool {
	if !r.bracketed(m.To) || !slices.ContainsFunc(r.d.Sentences, func(s nlp.Sentence) bool { return r.hasWord(s.From, s.To, sittings) }) {
		return false
	}
	code, party := country.Party(r.d.Word(m.To + 1))
	return party && (r.count(code) > 0 || r.residence().Shown(r.d.SentenceOf(m.From).Paragraph) == code)
}

// sittings are words for those who sit in a house and vote.
var sittings = nlp.WordSet("committee council parliament legislature assembly senate")

// houses are words for a parliament.
var houses = nlp.WordSet("parliament senate parliamentary congress legislature knesset duma verkhovna bundestag")

var chambers = nlp.WordSet("committee senate parliament parliamentary house assembly congress minority majority")

// koreanLawmaker reports whether the lawmaker of a country that the article does not name has a name as Koreans' are printed, "NAME
// Xxx-yyy", where no American is spoken of.
func (r *resolver) koreanLawmaker(person int) bool {
	words := r.d.People[person].Words
	return len(words) == 2 && nlp.FamilyFirst(words[0]) && strings.Contains(words[1], "-") && r.count("US") == 0
}

// namesFederal reports whether the article names a country besides the USA that has lawmakers printed as theirs are.
func (r *resolver) namesFederal() bool {
	return slices.ContainsFunc(r.d.Places, func(p country.Match) bool {
		return p.Code != "US" && country.HasOffice("sen.", p.Code) && r.count(p.Code) > r.count("US")
	})
}
