package nlp

import "strings"

// AttitudeKind says what sort of attitude a word tells of.
type AttitudeKind int

// The kinds of attitudes, each with the classes of verbs from which its words were gathered (Levin 1993, "English Verb Classes and
// Alternations").
const (
	NoAttitude AttitudeKind = iota
	// Judgement is for or against something: praise, oppose, blame (verbs of judgement, 33, and of admiring, 31.2).
	Judgement
	// Intention is to do something or not to: plan, seek, refuse (verbs of desire, 32, and of aiming).
	Intention
	// Thought is what somebody holds to be so, fears or feels: consider, doubt, fear (conjecture, 29.5, and psych-verbs, 31).
	Thought
	// Topic is what somebody speaks of, without what they say of it: discuss, mention, comment on (verbs of communication, 37).
	Topic
)

// Attitude returns the kind of attitude that a lower-case word of a cue tells of, or NoAttitude.
func Attitude(w string) AttitudeKind {
	if k, ok := attitudes[w]; ok {
		return k
	}
	return attitudeWords[w]
}

// Felt reports whether a word says by itself what somebody feels, so that it makes no passive: "is determined", "was upset".
func Felt(w string) bool { return attitudeWords[w] != NoAttitude }

// Participle reports whether a lower-case word has the form of a past participle.
func Participle(w string) bool {
	return strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "en") || w == "told" || w == "held" || w == "sought" || w == "heard"
}

// attitudes are the forms of verbs.
var attitudes = func() map[string]AttitudeKind {
	m := map[string]AttitudeKind{}
	for _, class := range []struct {
		kind   AttitudeKind
		lemmas string
	}{
		{Judgement, `abhor accept acclaim admire applaud approve assail attack back bar bash bemoan berate blame blast bless block boycott bristle
			celebrate challenge champion chastise cheer chide commend compliment condemn condone congratulate credit criticise criticize decry
			defend defy denounce deplore deride despise detest disagree disapprove dislike dismiss disown disparage dispute disrespect downplay
			embrace endorse extol fault favor favour flay hail hate honor honour ignore insult knock lambast lament laud like loathe love malign
			minimize mock needle oppose overrule overturn pan praise protest rail rap reject rejoice repudiate resent resist respect revile
			ridicule rip salute savage scold scorn shun side slam slate snub spar sponsor support tackle tolerate trash trust uphold vilify vote
			welcome`},
		{Intention, `agree aim ask aspire attempt campaign choose commit decide decline desire encourage expect hesitate hope insist intend lobby
			look mean opt persuade plan pledge prefer prepare press pressure push refuse resolve rule seek strive threaten try vow want wish
			work`},
		{Thought, `acknowledge anticipate appear appreciate assume believe care conceive consider contemplate deem despair disbelieve distrust doubt
			dread envision fathom fear feel find foresee hear identify imagine judge know learn mind mistrust misunderstand perceive presume
			rate reckon recognise recognize regard regret remember rue see seem sense suspect think treat understand view weigh worry`},
		{Topic, `address allude articulate brag broach chronicle comment contrast cover debate demonstrate depict detail discuss document exaggerate
			examine explore expose express feature focus hint illustrate interpret introduce investigate invoke joke link list mention misstate
			muse name outline pitch ponder portray preach promote publish quote raise recite recount refer reference reflect relate release
			reveal review speak speculate stress study sum talk tease touch trumpet unveil voice`},
	} {
		for _, lemma := range strings.Fields(class.lemmas) {
			for _, form := range VerbForms(lemma) {
				if _, ok := m[form]; !ok {
					m[form] = class.kind
				}
			}
		}
	}
	return m
}()

// attitudeWords are the nouns and adjectives, and participles that are used as such.
var attitudeWords = func() map[string]AttitudeKind {
	m := map[string]AttitudeKind{}
	for _, class := range []struct {
		kind  AttitudeKind
		words string
	}{
		{Judgement, `against angry appalled applause approval backer backers champion condemnation critic critical criticism criticisms critics defence
			defense denunciation disappointed disapproval displeased endorsement enthusiastic favor favour foe foes furious happy hostile
			objection objections opponent opponents opposed opposition outraged praise proponent proponents proud rebuke rejection respect
			shocked supporter supporters supportive sympathetic sympathy unhappy upset`},
		{Intention, `bent bid commitment committed decision desire determination determined eager effort intent intention intentions offer plan plans
			poised prepared proposal quest ready refusal reluctant set unwilling vow willing willingness`},
		{Thought, `afraid alarmed ambivalent anxious aware certain concern concerned concerns confidence confident convinced coy doubt doubtful doubts
			faith fear fearful fears feeling frustrated hopeful horrified illusions known mindful nervous optimistic passionate pessimistic saddened
			sceptical scepticism seen shown sickened skeptical skepticism stunned sure surprised unaware unconvinced unsettled vague wary worried
			worries`},
		{Topic, `advice allegation allegations allusion announcement apology appeal argument assertion attention call calls claim claims comment comments
			complaint complaints demand demands denial focus idea ideas mention message question questions reference references remark remarks
			request speech spoken statement statements talk views written`},
	} {
		for _, w := range strings.Fields(class.words) {
			m[w] = class.kind
		}
	}
	return m
}()
