package extract

import (
	"strings"

	"graphload/internal/news"
	"graphload/internal/nlp"
)

// What the rules for meetings go by. All words are lower case.

// meetingNouns are the nouns that name an occasion. What is only a topic or a process ("dialogue") is none.
var meetingNouns = map[string]news.MeetingKind{
	"summit": news.KindSummit, "meeting": news.KindMeeting, "meetings": news.KindMeeting, "talks": news.KindTalks,
	"negotiations": news.KindTalks, "consultations": news.KindTalks, "discussions": news.KindTalks,
	"engagements": news.KindTalks, "call": news.KindCall, "conversation": news.KindCall, "visit": news.KindVisit,
	"trip": news.KindVisit, "tour": news.KindVisit, "conference": news.KindConference, "dinner": news.KindMeeting,
	"lunch": news.KindMeeting, "breakfast": news.KindMeeting, "bilateral": news.KindMeeting, "trilateral": news.KindMeeting,
	"roundtable": news.KindMeeting, "audience": news.KindMeeting, "encounter": news.KindMeeting,
	"consultation": news.KindTalks, "dialogue": news.KindTalks, "forum": news.KindConference, "luncheon": news.KindMeeting,
	"session": news.KindMeeting, "retreat": news.KindMeeting, "reception": news.KindMeeting, "banquet": news.KindMeeting, "videoconference": news.KindConference,
	"seminar": news.KindConference, "symposium": news.KindConference, "conclave": news.KindConference, "workshop": news.KindConference,
	"gathering": news.KindMeeting, "round": news.KindTalks,
}

// plainNouns name many things besides; they count only with parties, or where the article has named the occasion before.
var plainNouns = nlp.WordSet("call conversation trip tour session gathering round discussions engagements audience encounter bilateral trilateral roundtable dinner lunch luncheon breakfast conference consultation dialogue forum retreat reception banquet seminar symposium conclave workshop")

// processNouns name what may go on for years: such a mention needs a date, a place or a sign that it took place.
var processNouns = nlp.WordSet("talks negotiations consultations consultation discussions engagements dialogue")

// notMeetingBefore are the words right before a noun that make it something else: "press conference", "a house call",
// "the next meeting place".
var notMeetingBefore = map[string]string{
	"conference":   "press news video-news earnings parents annual academic football medical scientific party eastern western athletic big",
	"call":         "conference-press roll wake-up curtain close judgment house earnings sales robo clarion",
	"conversation": "national public private continuing",
	"tour":         "world book concert guided walking virtual pga studio bus golf",
	"session":      "training closing opening question legislative parliamentary recording jam court trading regular",
	"meeting":      "shareholder shareholders annual staff community church town prayer hall parents campaign cabinet board council-house",
	"round":        "first-ever-golf investment funding latest fresh new previous another",
	"dinner":       "christmas thanksgiving rehearsal correspondents fundraising charity",
	"trip":         "road ego field school fishing",
	"discussions":  "panel internal",
	"talks":        "salary pay contract trade-union coalition ted",
}

// notMeetingAfter are the words right after a noun that make it something else.
var notMeetingAfter = map[string]string{
	"meeting":    "place point ground room rooms hall house houses notes minutes request demands needs targets goals",
	"call":       "for to center centre centers sign log logs on upon",
	"conference": "room rooms call calls centre center championship title finals hall",
	"visit":      "website",
	"dinner":     "party table guest guests",
	"session":    "of",
	"tour":       "guide operator operators bus operators' de",
	"round":      "table",
	"talks":      "show about",
	"summit":     "declaration communique communiqué",
	"trip":       "advisor wire",
}

// meetingVerb says how a form of a verb is used.
type meetingVerb struct {
	lemma string
	form  nlp.VerbForm
}

var meetingVerbs = verbForms(map[string]string{
	"meet": "meet meets met meeting", "host": "host hosts hosted hosting", "receive": "receive receives received receiving",
	"visit": "visit visits visited visiting", "sit": "sit sits sat sitting", "speak": "speak speaks spoke spoken speaking",
	"talk": "talk talks talked talking", "telephone": "telephone telephones telephoned telephoning",
	"phone": "phone phones phoned phoning", "call": "call calls called calling",
	"convene": "convene convenes convened convening", "reconvene": "reconvene reconvenes reconvened reconvening",
	"gather": "gather gathers gathered gathering", "assemble": "assemble assembles assembled", "confer": "confer confers conferred conferring",
	"consult": "consult consults consulted consulting", "dine": "dine dines dined dining",
	"welcome": "welcome welcomes welcomed welcoming", "lunch": "lunch lunches lunched lunching",
	"huddle": "huddle huddles huddled huddling", "negotiate": "negotiate negotiates negotiated negotiating",
})

// lightVerbs take the noun of a meeting as their object and say little but that, or whether, it takes place.
var lightVerbs = verbForms(map[string]string{
	"hold": "hold holds held holding", "have": "have has had having", "attend": "attend attends attended attending",
	"host": "host hosts hosted hosting", "chair": "chair chairs chaired chairing", "co-chair": "co-chair co-chairs co-chaired co-chairing", "co-host": "co-host co-hosts co-hosted co-hosting", "open": "open opens opened opening",
	"conduct": "conduct conducts conducted conducting", "begin": "begin begins began beginning",
	"start": "start starts started starting", "conclude": "conclude concludes concluded concluding",
	"end": "end ends ended ending", "finish": "finish finishes finished finishing", "join": "join joins joined joining",
	"cancel":   "cancel cancels cancelled canceled cancelling canceling",
	"postpone": "postpone postpones postponed postponing", "scrap": "scrap scraps scrapped scrapping",
	"shelve": "shelve shelves shelved shelving", "delay": "delay delays delayed delaying",
	"abandon": "abandon abandons abandoned abandoning", "pay": "pay pays paid paying", "make": "make makes made making",
	"propose": "propose proposes proposed proposing", "suggest": "suggest suggests suggested suggesting",
	"offer": "offer offers offered offering", "plan": "plan plans planned planning",
	"schedule": "schedule schedules scheduled scheduling", "arrange": "arrange arranges arranged arranging",
	"announce": "announce announces announced announcing", "skip": "skip skips skipped skipping",
	"convene": "convene convenes convened convening", "resume": "resume resumes resumed resuming",
	"organise": "organise organises organised organising", "organize": "organize organizes organized organizing",
	"lead": "lead leads led leading", "emerge": "emerge emerges emerged emerging",
	"leave": "leave leaves left leaving", "call": "called", "put": "put", "mediate": "mediate mediates mediated mediating",
	"wrap": "wrap wraps wrapped wrapping", "confirm": "confirm confirms confirmed", "participate": "participate participates participated participating",
	"take": "take takes took taking", "agree": "agree agrees agreed agreeing", "seek": "seek seeks sought seeking",
	"request": "request requests requested requesting", "boycott": "boycott boycotts boycotted boycotting",
	"cut": "cut", "complete": "complete completes completed completing",
})

// travelVerbs bring somebody to the place of a meeting: "flew to Riyadh for talks".
var travelVerbs = verbForms(map[string]string{
	"travel": "travel travels travelled traveled travelling traveling", "fly": "fly flies flew flying",
	"go": "go goes went going", "come": "come comes came coming", "arrive": "arrive arrives arrived arriving",
	"head": "head heads headed heading", "return": "return returns returned returning", "be": "be is are was were been",
	"land": "land lands landed landing", "journey": "journey journeys journeyed", "leave": "leave leaves left leaving",
	"depart": "depart departs departed departing", "touch": "touch touches touched", "jet": "jet jets jetted jetting",
	"drive": "drive drives drove driving", "embark": "embark embarks embarked", "stay": "stay stays stayed staying", "rush": "rush rushes rushed rushing", "move": "moves moved",
})

func verbForms(lemmas map[string]string) map[string]meetingVerb {
	m := map[string]meetingVerb{}
	for lemma, forms := range lemmas {
		for i, w := range strings.Fields(forms) {
			v := meetingVerb{lemma, nlp.PastForm}
			switch {
			case i == 0 && w == lemma:
				v.form = nlp.BaseForm
			case strings.HasSuffix(w, "ing"):
				v.form = nlp.Gerund
			case i == 1 && strings.HasSuffix(w, "s"):
				v.form = nlp.ThirdPerson
			}
			m[w] = v
		}
	}
	return m
}

var (
	// beforeVerb stand between a subject and the verb of a meeting and are looked past.
	beforeVerb = nlp.WordSet(`will would shall may might could can should must has have had is are was were be been being to also later then
		now again finally first last both all together privately separately briefly expected awaited scheduled set due slated
		happy willing glad prepared pleased planned planning plan plans intend intends intended going hope hopes hoped agreed agree agrees want wants wanted
		reportedly recently previously already earlier today yesterday tomorrow jointly informally formally virtually
		personally directly just still soon always never not did does do supposed meant likely about ready eager
		tentatively invited offered offers proposed proposes suggested refused refuses declined declines originally
		used wished wishes never managed manage managed fail failed seeks sought threatened asked asks each respectively)`)
	// clauseEnds end the words that may tell a meeting's place and date.
	clauseEnds = nlp.WordSet(`that who which while when where because although though but whether if since until unless so whose after before
		as amid despite according whereas following`)
	auxiliaries = nlp.WordSet("is are was were will would can could should must may might has have had did does do am be been")
	// unrealBefore make an occasion of which the text does not say that it was or will be: prospects and wishes.
	unrealBefore = nlp.WordSet(`any no numerous several many frequent regular future potential further more possible repeated few countless
		occasional without endless various such fewer constant unspecified multiple other direct-only high-level-only`)
	// prospectWords, close before a noun or a verb, speak of a prospect rather than an occasion.
	prospectWords = nlp.WordSet(`prospect prospects possibility hopes chance chances willingness willing readiness ready open openness
		called calls calling call urged urge urges demand demands demanded demanding need needs needed idea if unless
		whether likelihood hope push pushed pressing interest interested door expectations refuse refused refuses refusing
		ruled ruling rules unwilling reluctant reject rejected rejects rejecting condition conditions instead without
		preparations prepare preparing prepares encouraged encourages encourage return path pave paved paving way eve-of break breaking broke chances towards toward wants want`)
	lookedPastLeft = nlp.WordSet(`a an the this that his her their its first second third fourth fifth sixth final latest last next new recent
		brief short long lengthy delegation vice-ministerial closed-door closed door private secret trilateral bilateral high-level high level
		direct indirect official state working annual crucial critical key historic rare surprise emergency urgent
		planned scheduled upcoming proposed cancelled canceled postponed two three four five six seven one 
		day two-day three-day day-long hour hour-long hours of days peace face-to-face face to phone telephone video
		round rounds series one-on-one summit informal formal ministerial presidential virtual extraordinary special
		crisis trade nuclear security ceasefire truce climate economic political diplomatic constructive productive
		tense lavish joint multilateral quadrilateral follow-up inaugural landmark anticipated long-awaited
		much-anticipated separate similar technical preliminary initial intense intensive marathon late-night
		business regional global international world leaders dinner lunch breakfast previously another impending
		forthcoming abruptly back-to-back half senior productive one-day five-hour three-hour two-hour five-day four-day
		unannounced ongoing whirlwind whistle-stop annual farewell maiden courtesy reciprocal planned expected`)
)

// has reports whether a list of words in a string, a space between them, contains w.
func has(list, w string) bool {
	for list != "" && w != "" {
		word, rest, _ := strings.Cut(list, " ")
		if word == w {
			return true
		}
		list = rest
	}
	return false
}
