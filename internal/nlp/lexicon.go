package nlp

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"graphload/internal/personname"
)

// The words that several stages go by. All are lower case.

// Office reports whether a lower-case word is the head of an office or a form of address that stands before a name:
// "president", "envoy", "mr.".
func Office(w string) bool { return offices[w] }

// FormOfAddress reports whether a lower-case word is a mere form of address and tells no office: "mr.", "dr.".
func FormOfAddress(w string) bool { return address[w] }

// OfficeModifier reports whether a lower-case word may stand before the head of an office: "prime", "deputy".
func OfficeModifier(w string) bool { return officeModifiers[w] }

// Department reports whether a lower-case word may follow an office and "of" or "for": "foreign", "affairs", "state".
func Department(w string) bool { return departments[w] }

// RoleNoun reports whether a lower-case word names a human being by what they do or belong to: "diplomat",
// "officials", "critics". All offices are role nouns.
func RoleNoun(w string) bool { return roleNouns[w] || offices[w] && !address[w] }

// PartOfState reports whether a lower-case word before "government" makes it that of a part of a state: "city", "provincial".
func PartOfState(w string) bool { return partsOfState[w] }

var partsOfState = WordSet("city metropolitan prefectural prefecture provincial municipal local county regional district town village")

// Sent reports whether a lower-case word is an office whose bearer is sent to a country or deals with it: "ambassador", "envoy".
func Sent(w string) bool { return sentOffices[w] }

// Spokesperson reports whether a lower-case word is the office of one who speaks for what stands before or behind it.
func Spokesperson(w string) bool {
	return w == "spokesman" || w == "spokeswoman" || w == "spokesperson"
}

// Female and Male report whether a lower-case form of address, title or pronoun tells the gender.
func Female(w string) bool { return female[w] }

// Male is the counterpart of Female.
func Male(w string) bool { return male[w] }

// Month reports whether a lower-case word names a month, and Weekday a day of the week.
func Month(w string) bool { return months[strings.TrimSuffix(w, ".")] }

// Weekday reports whether a lower-case word names a day of the week.
func Weekday(w string) bool { return weekdays[strings.TrimSuffix(w, ".")] }

// FamilyFirst reports whether a word as printed is a Chinese or Korean family name, which stands before the given name.
func FamilyFirst(w string) bool { return personname.FamilyFirst(w) }

// FamilyBefore reports whether the given name behind a word tells that the word is a family name: "Ming-hui".
func FamilyBefore(given string) bool { return personname.FamilyBefore(given) }

// CanonicalName returns the form that all usual spellings of a full name share, for comparing.
func CanonicalName(name string) string { return personname.Canonical(name) }

// Fold returns a word in lower case without the marks on its letters, so that two spellings of a name compare equal.
func Fold(w string) string {
	ascii := true
	for i := 0; i < len(w); i++ {
		ascii = ascii && w[i] < utf8.RuneSelf
	}
	if ascii {
		return strings.ToLower(w)
	}
	w = strings.NewReplacer("ı", "i", "ł", "l", "Ł", "l", "ø", "o", "Ø", "o", "đ", "d", "Đ", "d", "ß", "ss", "æ", "ae", "Æ", "ae").Replace(w)
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(w))
}

// WordSet returns the words of a list, parted by white space, as a set.
func WordSet(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

var (
	address = WordSet("mr mr. mrs mrs. ms ms. mx mx. dr dr. sir dame lord lady madam mme mme. prof prof. sheikh shaikh hon. " +
		"monsieur señor herr frau")

	offices = union(address, WordSet(`president vice-president premier chancellor minister secretary envoy ambassador
		king queen prince princess emperor empress emir sultan pope patriarch archbishop bishop cardinal rabbi imam
		ayatollah reverend rev. general gen. gen lieutenant lt. colonel col. major maj. captain capt. admiral adm.
		commander cmdr. marshal brigadier brig. sergeant sgt. senator sen. sen representative rep. rep congressman
		congresswoman governor gov. gov mayor lawmaker legislator deputy mp fm councillor councilor judge justice attorney
		prosecutor solicitor commissioner chairman chairwoman chairperson chair chief director director-general head
		leader spokesman spokeswoman spokesperson negotiator mediator adviser advisor aide diplomat official officer
		professor analyst expert economist historian researcher scientist lawyer activist journalist reporter
		correspondent editor columnist author candidate nominee speaker undersecretary under-secretary
		vice-chancellor ceo cfo founder co-founder executive coordinator administrator inspector coach pm cm father
		sister brother pastor fellow strategist assemblyman assemblywoman pollster veteran consul dpm msp mla mk td mep chargé high-representative taoiseach tánaiste
		secretary-general superintendent sheriff magistrate councilman councilwoman registrar nuncio baron baroness duke duchess count`))

	sentOffices = WordSet("ambassador envoy consul consul-general commissioner representative coordinator mediator rapporteur correspondent emissary attaché chargé")

	officeModifiers = WordSet(`prime foreign vice deputy former ex acting interim outgoing incoming special senior top chief
		state defense defence interior finance trade energy press general assistant associate national security
		health education culture agriculture transport justice economy economic environment labor labour home
		commerce treasury intelligence army navy military police opposition party parliament parliamentary
		government cabinet presidential white house kremlin principal permanent executive managing crown grand
		supreme high federal first second third political lead peace climate trade budget communications media
		cultural regional international european council commission election electoral staff junior shadow petty warrant exiled late then-president
		junta ruling rebel separatist
		campaign human rights affairs lieutenant major brigadier vice-foreign republican democratic democrat
		independent longtime veteran nuclear chief-of-staff external internal information development policy
		science technology digital planning legal infrastructure water oil petroleum mines tourism sports youth women shipping fisheries maritime`)

	departments = WordSet(`state foreign affairs defense defence interior finance treasury energy commerce labor labour
		justice health education agriculture transport transportation trade economy environment culture war
		homeland security housing urban development veterans external internal home relations cooperation
		middle east africa asia europe ukraine peace staff the and union commonwealth parliament international
		economic political policy planning public human rights climate science technology industry information
		tourism sports youth women house senate commons lords general policies neighbourhood enlargement missions
		special european eu un nato emergency intelligence national d'affaires d’affaires`)

	roleNouns = WordSet(`presidency side presidents premiers chancellors ministers secretaries envoys ambassadors generals senators
		representatives governors mayors lawmakers legislators deputies mps judges prosecutors commissioners chairs
		chiefs directors heads leaders spokesmen spokespeople spokespersons negotiators mediators advisers advisors
		aides diplomats officials officers professors analysts experts economists historians researchers scientists
		lawyers activists journalists reporters correspondents editors columnists authors candidates speakers
		executives source sources insider insiders critic critics supporter supporters opponent opponents observer
		observers witness witnesses resident residents survivor survivors relative relatives victim victims protester
		protesters demonstrators campaigner campaigners voters voter investigators investigator police authorities
		authority government ministry administration team delegation delegates delegate military army navy troops
		soldiers rebels militants investors investor traders trader farmers farmer workers worker doctors doctor
		teacher teachers student students people person man woman men women father mother son daughter wife
		husband brother sister neighbor neighbour neighbors neighbours friend friends colleague colleagues
		counterpart counterparts ally allies backers bank company agency statement report study survey poll
		newspaper magazine agency broadcaster television website outlet media embassy parliament court council
		committee commission union group organization organisation party campaign office bureau department
		republicans democrats conservatives liberals operative operatives scholar scholars strategists pollsters
		commentators commentator participants participant attendees organizers organisers owners owner manager
		managers executives guard guards pilot pilots passenger passengers driver drivers`)

	female   = WordSet("she her hers herself mrs mrs. ms ms. madam mme mme. lady dame queen princess empress spokeswoman chairwoman congresswoman sister duchess baroness mother daughter wife woman")
	male     = WordSet("he him his himself mr mr. sir lord king prince emperor spokesman chairman congressman brother duke baron pope father son husband man")
	weekdays = WordSet("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun")
	months   = WordSet("january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec")
)

func union(sets ...map[string]bool) map[string]bool {
	m := map[string]bool{}
	for _, s := range sets {
		for w := range s {
			m[w] = true
		}
	}
	return m
}
