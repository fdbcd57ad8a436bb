// Package token cuts a Doc into tokens, sentences and paragraphs.
//
// Word and sentence boundaries are those of Unicode Standard Annex 29, as clipperhouse/uax29 finds them, with what news
// text needs on top: abbreviations ("Sen.", "U.S.") end no sentence, a possessive 's is a token of its own, lines that
// are wrapped in mid-sentence go on, and a missing space after a full stop ("talks.He") still ends the sentence.
package token

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"

	"graphload/internal/nlp"
)

// Run fills d.Tokens, d.Sentences and d.Paragraphs from d.Clean.
func Run(d *nlp.Doc) {
	d.Tokens = tokens(d.Clean)
	breaks := lineBreaks(d.Clean)
	cutSentences(d, breaks)
}

// tokens returns the words, numbers and punctuation marks of text.
func tokens(text string) []nlp.Token {
	out := make([]nlp.Token, 0, len(text)/5)
	it := words.FromString(text)
	spaced := true
	for it.Next() {
		start, end := it.Start(), it.End()
		if strings.TrimSpace(text[start:end]) == "" {
			spaced = true
			continue
		}
		for _, s := range split(text, start, end) {
			last := len(out) - 1
			if last >= 0 && !spaced && out[last].End == s.Start && joins(text, out[last].Span, s) {
				out[last].End = s.End
				continue
			}
			out = append(out, nlp.Token{Span: s, Word: isWord(text[s.Start:s.End]), Spaced: spaced})
			spaced = false
		}
		spaced = false
	}
	return out
}

func isWord(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return true
		}
	}
	return false
}

// split cuts one word of UAX 29 where it is two words for us: before a possessive 's, and at a full stop that glues two
// sentences together.
func split(text string, start, end int) []nlp.Span {
	w := text[start:end]
	var out []nlp.Span
	if n := possessive(w); n > 0 && n < len(w) {
		out = append(split(text, start, end-n), nlp.Span{Start: end - n, End: end})
		return out
	}
	for i := 1; i+1 < len(w); i++ {
		if w[i] != '.' {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(w[:i])
		after, _ := utf8.DecodeRuneInString(w[i+1:])
		dot := strings.IndexByte(w, '.')
		long := i >= 3 || dot != i // "me.Secretary" yes, "U.S" and "J.D" no
		if unicode.IsLower(before) && unicode.IsUpper(after) && long {
			out = append(out, nlp.Span{Start: start, End: start + i}, nlp.Span{Start: start + i, End: start + i + 1})
			return append(out, split(text, start+i+1, end)...)
		}
		// "Dr.Halloran": a form of address that lacks its space.
		if beforeName[w[:i+1]] && unicode.IsUpper(after) {
			out = append(out, nlp.Span{Start: start, End: start + i + 1})
			return append(out, split(text, start+i+1, end)...)
		}
		// "U.S.foreign": the abbreviation, then the word that lacks its space.
		if unicode.IsUpper(before) && unicode.IsLower(after) && i >= 3 && w[i-2] == '.' && len(w)-i > 2 {
			out = append(out, nlp.Span{Start: start, End: start + i + 1})
			return append(out, split(text, start+i+1, end)...)
		}
	}
	return append(out, nlp.Span{Start: start, End: end})
}

// possessive returns the length of a possessive 's at the end of w, or 0.
func possessive(w string) int {
	for _, p := range []string{"'s", "’s", "'S", "’S"} {
		if strings.HasSuffix(w, p) && !contracted[strings.ToLower(w[:len(w)-len(p)])] {
			return len(p)
		}
	}
	return 0
}

// contracted are the words after which 's is "is" or "us" and nothing would be gained by cutting it off.
var contracted = nlp.WordSet("it he she that what there here who where when how why let this everyone everybody one")

// joins reports whether b, which follows a without a space, belongs to the same token: the full stop of an
// abbreviation or an initial.
func joins(text string, a, b nlp.Span) bool {
	return text[b.Start:b.End] == "." && isAbbreviation(text[a.Start:a.End])
}

// isAbbreviation reports whether w, printed with a full stop behind it, is an abbreviation and not a sentence's end.
func isAbbreviation(w string) bool {
	if n := utf8.RuneCountInString(w); n == 1 {
		r, _ := utf8.DecodeRuneInString(w)
		return unicode.IsUpper(r) && w != "I"
	}
	if strings.Contains(w, ".") { // U.S, a.m, Ph.D
		for _, part := range strings.Split(w, ".") {
			if utf8.RuneCountInString(part) > 2 {
				return false
			}
		}
		r, _ := utf8.DecodeRuneInString(w)
		return unicode.IsLetter(r)
	}
	return abbreviations[w]
}

// abbreviations are the words that news text prints with a full stop.
var abbreviations = nlp.WordSet(`Mr Mrs Ms Mx Dr Prof Gen Lt Col Maj Capt Cmdr Cpl Sgt Adm Brig Sen Rep Reps Sens Gov Govs Lieut
	Pres Rev Hon St Sr Jr Messrs Mme Mlle Fr Msgr Amb Supt Insp Det Barr Engr Cllr Atty Adv Pte Cdr Br Ald Smt Esq Retd retd ret
	Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri
	Inc Corp Co Ltd Bros vs etc No Nos Vol Fig approx est dept Dept Univ Assn Ave Blvd Rd
	Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn
	Tex Va Vt Wash Wis Wyo`)

// beforeName are the abbreviations that stand before a name, so that a capital letter behind them opens no sentence.
var beforeName = nlp.WordSet(`Mr. Mrs. Ms. Mx. Dr. Prof. Gen. Lt. Col. Maj. Capt. Cmdr. Cpl. Sgt. Adm. Brig. Sen. Rep. Reps. Sens.
	Gov. Govs. Lieut. Pres. Rev. Hon. St. Messrs. Mme. Mlle. Fr. Msgr. Amb. Supt. Insp. Det. Barr. Engr. Cllr. Atty. Adv. Pte. Cdr. Br. Ald. Smt. vs. No. Nos.
	Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.`)
