package personname

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// letters are those that Unicode does not take apart into a letter and a mark.
var letters = strings.NewReplacer("ı", "i", "ł", "l", "ø", "o", "đ", "d", "ð", "d", "ß", "ss", "æ", "ae", "œ", "oe", "þ", "th", "ħ", "h", "ə", "a")

// plain returns a name in lower case, its letters without marks, and a space for all that is neither a letter nor an
// apostrophe. Apostrophes go.
func plain(name string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(strings.ToLower(name)) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' || r == 'ʼ' || r == '‘' || r == 'ʿ' || r == 'ʾ':
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		default:
			b.WriteByte(' ')
		}
	}
	return letters.Replace(b.String())
}

// articles are the Arabic article as it sounds before other consonants.
var articles = map[string]string{"al": "", "el": "", "ul": "", "as": "s", "ash": "sh", "es": "s", "ar": "r", "an": "n", "at": "t", "ad": "d", "az": "z", "ed": "d"}

// arabic writes the article as "al" and joins "Abdul" with what follows.
func arabic(words []string) []string {
	var out []string
	for i := 0; i < len(words); i++ {
		w := words[i]
		if sound, ok := articles[w]; ok && i > 0 && i+1 < len(words) && strings.HasPrefix(words[i+1], sound) {
			w = "al"
		}
		switch w {
		case "abd", "abdal", "abdul", "abdel", "abdoul", "abdur":
			next := i + 1
			article := next < len(words) && (words[next] == "al" || words[next] == "el" || words[next] == "ul")
			if article {
				next++
			}
			if w == "abd" && !article || next >= len(words) {
				break
			}
			i = next
			w = "abdul" + words[next]
		case "ben", "ibn":
			if i > 0 && i+1 < len(words) {
				w = "bin"
			}
		default:
			for _, head := range []string{"abdel", "abdal", "abdoul", "abdur"} {
				if rest, ok := strings.CutPrefix(w, head); ok && len(rest) > 3 && !strings.HasPrefix(rest, "l") {
					w = "abdul" + rest
				}
			}
		}
		out = append(out, w)
	}
	return out
}

// firstNames are usual spellings of one name in Latin letters; the first of a line is the one compared with. The names that
// two languages have for one saint ("Serhiy", "Sergey") are two names.
var firstNames = func() map[string]string {
	m := map[string]string{}
	for line := range strings.Lines(`
		muhammad mohammed mohamed mohammad muhammed mohamad muhamed mohamud
		ahmad ahmed ahmet
		hussein hussain husain hossein husein hosein
		hasan hassan hasson
		yusuf yousef youssef yousuf yusef yousif
		umar omar
		usman othman osman uthman
		khalid khaled
		walid waleed
		said saeed saeid
		rashid rasheed rachid
		ibrahim ebrahim brahim
		ismail ismael esmail
		mahmud mahmoud mehmood
		mustafa mostafa moustafa
		sulaiman suleiman soleiman sulayman suleyman
		abdullah abdallah abdulla
		faisal faysal feisal
		tariq tarek tareq
		jamal gamal djamal
		nasir nasser naser
		musa moussa mousa
		isa issa eissa
		yahya yehia yahia
		sergey sergei sergej sergiy
		serhiy serhii
		dmitry dmitri dmitriy dmitrii dmitrij
		yuri yury yuriy yurii iurii jurij
		andrey andrei andrej
		andriy andrii
		alexey aleksei alexei aleksey alexej
		oleksiy oleksii
		alexander aleksandr alexandr aleksander
		nikolay nikolai nikolaj
		mikhail mihail mikhael
		mykhailo mykhaylo
		vladimir wladimir
		evgeny yevgeny evgeniy yevgeniy evgeni yevgeni yevgenii evgenii
		yevhen yevhenii yevheniy
		vitaly vitaliy vitali vitalii vitalij
		anatoly anatoliy anatoli anatolii
		valery valeriy valeri valerii
		vasily vasiliy vasili vasilii
		grigory grigoriy grigori
		hryhoriy hryhorii
		gennady gennadiy gennadi
		hennadiy hennadii
		georgy georgiy georgi
		heorhiy heorhii
		arkady arkadiy arkadi
		sofia sofiya sofya sophia
		maria mariya mariia
		natalia nataliya natalya nataliia
		tatiana tatyana
		tetiana tetyana
		yulia yuliya iuliia yuliia julija
		anastasia anastasiya anastasiia
		ekaterina yekaterina
		elena yelena
		kirill kiril
		artem artyom
		fyodor fedor
		semyon semen
		maxim maksim
	`) {
		words := strings.Fields(line)
		for _, w := range words {
			m[w] = words[0]
		}
	}
	return m
}()

// endings are Slavic endings in Latin letters; the first that fits counts.
var endings = []struct{ from, to string }{
	{"skyy", "sky"}, {"skiy", "sky"}, {"skii", "sky"}, {"skij", "sky"}, {"skyi", "sky"}, {"skyj", "sky"}, {"ski", "sky"},
	{"skaia", "skaya"}, {"skaja", "skaya"}, {"ska", "skaya"},
	{"iyev", "iev"}, {"ijev", "iev"}, {"yev", "ev"}, {"jev", "ev"}, {"iyeva", "ieva"}, {"ijeva", "ieva"}, {"yeva", "eva"}, {"jeva", "eva"},
}

// respell writes a word of a full name in the one way.
func respell(w string) string {
	if one, ok := firstNames[w]; ok {
		return one
	}
	for _, e := range endings {
		if rest, ok := strings.CutSuffix(w, e.from); ok && len(rest) >= 2 && len(w) >= 6 {
			w = rest + e.to
			break
		}
	}
	if strings.HasSuffix(w, "enko") || strings.HasSuffix(w, "chuk") || strings.HasSuffix(w, "iuk") || strings.HasSuffix(w, "yuk") {
		w = strings.ReplaceAll(strings.ReplaceAll(w, "h", "g"), "cg", "ch")
		w = strings.ReplaceAll(strings.ReplaceAll(w, "sg", "sh"), "zg", "zh")
	}
	return umlauts(w)
}

// umlauts writes "ue" and "oe" between consonants as the vowel alone.
func umlauts(w string) string {
	for i := 1; i+2 < len(w); i++ {
		if (w[i] == 'u' || w[i] == 'o') && w[i+1] == 'e' && !vowel(w[i-1]) && w[i-1] != 'q' && !vowel(w[i+2]) {
			w = w[:i+1] + w[i+2:]
		}
	}
	return w
}

func vowel(c byte) bool { return strings.IndexByte("aeiouy", c) >= 0 }
