package nlp

import "strings"

// Honorific reports whether a word as printed is a rank, an office in short or a form of address that stands before a name and is
// no part of it: "Cpl", "DIG", "Alhaji", "Datuk". Those that are also names, as of "Don Marrow", are MayBeHonorific.
func Honorific(word string) bool {
	word = withoutStops(word)
	return ranks[word] || honorifics[word]
}

// HonorificAddress reports whether a word as printed is an honorific that tells no office: "Alhaji".
func HonorificAddress(word string) bool { return honorifics[withoutStops(word)] }

// MayBeHonorific reports whether a word as printed is an honorific where two words of a name follow.
func MayBeHonorific(word string) bool { return ambiguousHonorifics[withoutStops(word)] }

// PostNominal reports whether a word as printed is an honour, a degree or an office in short that stands behind a name: "KC".
func PostNominal(word string) bool { return postNominals[withoutStops(word)] }

// honorificPairs are honorifics of two words of which the first is none by itself, by the first: those that the second may be.
var honorificPairs = map[string]map[string]bool{
	"Tan": WordSet("Sri"), "Puan": WordSet("Sri"), "Toh": WordSet("Puan"), "El": WordSet("Hadj"), "Rt": WordSet("Hon"),
	"Right": WordSet("Honourable"), "Field": WordSet("Marshal"), "Lance": WordSet("Corporal"), "His": highnesses, "Her": highnesses,
	"Petty": WordSet("Officer"), "Squadron": WordSet("Leader"), "Group": WordSet("Captain"), "Wing": WordSet("Commander"),
	"Det": WordSet("Insp"), "Royal": WordSet("Highness"), "R": WordSet("Adm"), "H": WordSet("E"),
	"Pol": WordSet("Gen Lt Maj Col Capt Sub Sgt Cpl Snr"), // of a police
}

var highnesses = WordSet("Excellency Highness Majesty Royal Eminence")

// HonorificPair reports whether two words as printed are an honorific together: "Tan Sri".
func HonorificPair(first, second string) bool {
	return honorificPairs[withoutStops(first)][withoutStops(second)]
}

func withoutStops(word string) string { return strings.ReplaceAll(word, ".", "") }

var (
	ranks = WordSet(`Corporal Cpl LCpl Sgt Pte Cdr Cmdr Capt Comdr Brig Maj Adm Flt Lt Gp Sqn Ldr WO1 WO2 CPO Cmdt
		DIG IGP ACP DCP SSP DSP DCI Supt Insp Det Constable Cllr Clr Amb Comm`)
	honorifics = WordSet(`Alhaji Alhaja Hajiya Hajia Mallam Malam Otunba Barr Barrister Engr Hon Honourable Rt Atty Excellency Highness Majesty Eminence HRH HE
		Shri Smt Shrimati Thiru Ustaz Ustad Ustadh Maulana Mawlana Moulana Mullah Mufti Qari Hojatoleslam Hojjatoleslam Sheikha Shaikha
		Sayyid Msgr Monsignor Fr Datuk Datu Dato Datin Encik Pehin Kyai Bapak Khun Mwalimu Mzee Bwana Kgosi Inkosi Weizero Woizero Ato Sadhguru
		Madame Signor Signora Doña Señora Senhor Senhora Adv Samdech Techo Oknha Lyonpo Dasho Togbe Osagyefo`)
	ambiguousHonorifics = WordSet(`MEP MP MLA MSP TD MK MLC MNA MPA AM HM SP CP DI DC PC ASP DS CJ VP Sr Br Don Miss Oba Haji Hajj Haj Tun Pir Begum Pandit
		Nawab Nawabzada Sardar Makhdoom Swami Canon Prophet Evangelist Apostle Private Dean Tuan Ooni Arc Pharm Ing Lic Signorina Mama Sri Seri Mian Chef Spox Aunty Auntie`)
	postNominals = WordSet(`MP KC QC OBE CBE MBE KBE DBE GBE PhD DPhil MD SC SAN MFR OFR OON CON GCON CFR GCFR AO AM AC OAM TD MSP MEP MLA MLC FRS Esq DSO JP PC SJ OP
		RN Rtd Retd`)
)
