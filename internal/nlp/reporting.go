package nlp

import "strings"

// VerbForm is the form in which a reporting verb stands.
type VerbForm int

// The forms of verbs. English prints the past tense and the past participle of most verbs alike.
const (
	BaseForm VerbForm = iota + 1
	ThirdPerson
	PastForm
	Gerund
)

// VerbClass says what a reporting verb takes as its content.
type VerbClass int

// The classes of reporting verbs.
const (
	// Says takes a clause, with or without "that": say, insist.
	Says VerbClass = iota + 1
	// Tells takes a listener and a clause: tell, assure.
	Tells
	// Notes takes a clause, but often a plain object that is only its topic: announce, report.
	Notes
	// Calls takes an object and what it is called: call, describe as.
	Calls
	// Asks takes a question: ask, wonder.
	Asks
	// Demands takes an object or an infinitive that can be turned into a sentence: demand, vow, urge.
	Demands
)

// ReportingVerb is a form of a verb of saying, writing or thinking.
type ReportingVerb struct {
	Lemma string
	Form  VerbForm
	Class VerbClass
}

// Reporting returns the reporting verb that a lower-case word is a form of.
func Reporting(w string) (ReportingVerb, bool) {
	v, ok := reporting[w]
	return v, ok
}

// irregular past forms of the verbs below.
var irregular = map[string]string{"say": "said", "tell": "told", "write": "wrote", "think": "thought",
	"foresee": "foresaw", "hold": "held", "swear": "swore", "read": "read", "feel": "felt", "know": "knew", "see": "saw",
	"put": "put", "ring": "rang", "find": "found", "make": "made", "speak": "spoke", "retell": "retold", "forecast": "forecast", "sing": "sang",
	"mean": "meant", "seek": "sought", "choose": "chose", "hear": "heard", "uphold": "upheld", "misunderstand": "misunderstood"}

var reporting = func() map[string]ReportingVerb {
	lemmas := map[VerbClass]string{
		Says: `say claim insist argue believe think hope fear maintain contend assert allege stress emphasize emphasise
			underscore underline reiterate add warn caution explain suggest acknowledge admit concede declare state
			reply respond answer quip joke boast lament complain remark observe opine predict conclude estimate
			testify swear counter retort elucidate clarify indicate hint imply reckon guess charge write tweet post
			shout chant exclaim scream yell cry holler email text sing shrug demur muse concur interject marvel gush snap fume stipulate posit`,
		Tells: `tell assure remind inform notify advise convince promise`,
		Notes: `note recall announce report reveal disclose confirm deny reaffirm affirm repeat point signal show find
			mention cite highlight comment continue agree pledge recount detail outline proclaim pronounce reason
			theorize speculate blast tout echo relay read forecast realize decide doubt dispute`,
		Calls:   `call describe label brand dub characterize characterise accuse term blame denounce dismiss hail praise criticize criticise slam condemn liken compare`,
		Asks:    `ask wonder question inquire query`,
		Demands: `demand urge vow threaten propose recommend request advocate plead offer beg appeal`,
	}
	m := map[string]ReportingVerb{}
	add := func(w string, v ReportingVerb) {
		if _, ok := m[w]; !ok {
			m[w] = v
		}
	}
	for _, class := range []VerbClass{Says, Tells, Notes, Calls, Asks, Demands} {
		for _, lemma := range strings.Fields(lemmas[class]) {
			add(pastForm(lemma), ReportingVerb{lemma, PastForm, class})
			add(thirdPerson(lemma), ReportingVerb{lemma, ThirdPerson, class})
			add(gerund(lemma), ReportingVerb{lemma, Gerund, class})
			add(lemma, ReportingVerb{lemma, BaseForm, class})
		}
	}
	return m
}()

// doubled are the verbs that double their last letter before an ending.
var doubled = WordSet("admit quip concur beg bar brag commit opt pan plan rap regret rip slam snub spar sum")

// VerbForms returns the past, the third person, the gerund and the base form of a verb, in lower case.
func VerbForms(lemma string) []string {
	return []string{pastForm(lemma), thirdPerson(lemma), gerund(lemma), lemma}
}

func pastForm(v string) string {
	if past := irregular[v]; past != "" {
		return past
	}
	return regularPast(v)
}

func regularPast(v string) string {
	switch {
	case strings.HasSuffix(v, "e"):
		return v + "d"
	case consonantY(v):
		return v[:len(v)-1] + "ied"
	case doubled[v]:
		return v + v[len(v)-1:] + "ed"
	}
	return v + "ed"
}

func thirdPerson(v string) string {
	switch {
	case consonantY(v):
		return v[:len(v)-1] + "ies"
	case strings.HasSuffix(v, "s") || strings.HasSuffix(v, "sh") || strings.HasSuffix(v, "ch"):
		return v + "es"
	}
	return v + "s"
}

func gerund(v string) string {
	switch {
	case strings.HasSuffix(v, "ee"):
		return v + "ing"
	case strings.HasSuffix(v, "e"):
		return v[:len(v)-1] + "ing"
	case doubled[v]:
		return v + v[len(v)-1:] + "ing"
	}
	return v + "ing"
}

func consonantY(v string) bool {
	return strings.HasSuffix(v, "y") && !strings.ContainsAny(v[len(v)-2:len(v)-1], "aeou")
}
