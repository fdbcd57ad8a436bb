package graph

import "strings"

// Newspapers set the words of others in a spelling of their own. What follows is about single words in small letters; of two
// spellings the American one stands for both. A word that a rule changes though it has one spelling only ("advize") does no
// harm as long as no other word is spelt so.

// beginnings are how words begin in British and in American spelling.
var beginnings = pairs(`
	armour armor  arbour arbor  ardour ardor  behaviour behavior  candour candor  clamour clamor  colour color
	demeanour demeanor  enamour enamor  endeavour endeavor  favour favor  fervour fervor  flavour flavor  glamour glamor
	harbour harbor  honour honor  humour humor  labour labor  misdemeanour misdemeanor  neighbour neighbor  odour odor
	parlour parlor  rancour rancor  rigour rigor  rumour rumor  saviour savior  savour savor  splendour splendor
	succour succor  tumour tumor  valour valor  vapour vapor  vigour vigor
	bevell bevel  cancell cancel  channell channel  chisell chisel  counsell counsel  dialled dialed  dialling dialing
	duell duel  equall equal  fuell fuel  funnell funnel  grovell grovel  initiall initial  jeweller jeweler
	jewellery jewelry  labell label  levell level  libell libel  marvell marvel  modell model  panell panel  pedall pedal
	quarrell quarrel  ravell ravel  revell revel  rivall rival  shovell shovel  shrivell shrivel  signall signal
	snivell snivel spirall spiral  stencill stencil  swivell swivel  totall total  towell towel
	travell travel  tunnell tunnel  yodell yodel
	kidnapp kidnap  worshipp worship  focuss focus  biass bias  programme program  benefitt benefit  targett target
	appall appal  distill distil  enroll enrol  fulfill fulfil  instill instil  install instal  skillful skilful
	willful wilful
	defence defense  offence offense  pretence pretense  licence license  practise practice
	anaemi anemi  anaesthe anesthe  archaeolog archeolog  diarrhoea diarrhea  encyclopaed encycloped  foet fet
	gynaec gynec  haemo hemo  leukaem leukem  manoeuvr maneuver  mediaev mediev  oestrog estrog  orthopaed orthoped
	paedi pedi
	acknowledgement acknowledgment  adviser advisor  aeroplane airplane  aluminium aluminum  artefact artifact
	ageing aging  cheque check  cosy cozy  draught draft  enquir inquir  grey gray  judgement judgment  kerb curb
	mould mold  moustache mustache  plough plow  protester protestor  pyjama pajama  sceptic skeptic
	smoulder smolder  storey story  sulph sulf  tyre tire
`)

// spellings are whole words.
var spellings = pairs(`
	afterwards afterward  towards toward  burnt burned  dreamt dreamed  leant leaned  leapt leaped  learnt learned
	spoilt spoiled  okay ok
	fibre fiber  fibres fibers  litre liter  litres liters  lustre luster  manoeuvre maneuver  manoeuvres maneuvers
	manoeuvred maneuvered  maneuverd maneuvered  meagre meager  calibre caliber  sabre saber  sabres sabers  sombre somber
	spectre specter  spectres specters  theatre theater  theatres theaters  centre center  centres centers  centred centered
	centring centering  metre meter  metres meters  kilometre kilometer  kilometres kilometers
	centimetre centimeter  centimetres centimeters  millimetre millimeter  millimetres millimeters
	storeys stories  practising practicing
`)

// endings are how words end; each stands behind three letters or more.
var endings = []struct{ british, american string }{
	{"ise", "ize"}, {"ised", "ized"}, {"ises", "izes"}, {"iser", "izer"}, {"isers", "izers"}, {"ising", "izing"},
	{"isation", "ization"}, {"isations", "izations"}, {"isational", "izational"},
	{"lyse", "lyze"}, {"lysed", "lyzed"}, {"lyses", "lyzes"}, {"lyser", "lyzer"}, {"lysing", "lyzing"},
	{"logue", "log"}, {"logues", "logs"}, {"logued", "loged"}, {"loguing", "loging"},
}

// prefixes may stand before the beginning of a word.
var prefixes = []string{"", "un", "dis", "mis", "re", "pre", "out", "self", "multi", "inter"}

// spelt returns the spelling that stands for all of a word.
func spelt(word string) string {
	if len(word) < 4 {
		return word
	}
	if s := spellings[word]; s != "" {
		return s
	}
	word = begun(word)
	if strings.HasPrefix(word, "pris") { // to prise is not to prize
		return word
	}
	for _, e := range endings {
		if stem, ok := strings.CutSuffix(word, e.british); ok && len(stem) >= 3 {
			return stem + e.american
		}
	}
	return word
}

// begun returns a word with its beginning in the spelling that stands for all.
func begun(word string) string {
	for _, prefix := range prefixes {
		rest, ok := strings.CutPrefix(word, prefix)
		if !ok || len(rest) < 4 {
			continue
		}
		longest := longestBeginning[rest[:4]]
		for n := min(len(rest), longest); n >= 4; n-- {
			if s := beginnings[rest[:n]]; s != "" {
				return prefix + s + rest[n:]
			}
		}
	}
	return word
}

// longestBeginning is the length of the longest of the beginnings that begin with four letters.
var longestBeginning = func() map[string]int {
	m := map[string]int{}
	for s := range beginnings {
		m[s[:4]] = max(m[s[:4]], len(s))
	}
	return m
}()

// pairs reads a table of words, each before the one that stands for it.
func pairs(table string) map[string]string {
	words := strings.Fields(table)
	m := make(map[string]string, len(words)/2)
	for i := 0; i+1 < len(words); i += 2 {
		m[words[i]] = words[i+1]
	}
	return m
}
