package source

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// frequent holds, for each language, its most frequent words, as far as they are short and stand in any text.
var frequent = wordsByLanguage(map[string]string{
	"en": "the of and to that with for was said his her has had from by it not at be are this which were have will he she " +
		"they their would who been but we you its on is in an as a i if or all one what when more can no do so up out about after " +
		"than him my me says new your how into over",
	"de": "der die das und ist nicht mit dem den des ein eine einen auch sich auf für von zu im es wird hat nach bei über aus wie",
	"fr": "le la les des et est une un dans que qui pour pas sur au aux avec ce cette sont par il elle plus ont été du de son",
	"es": "el la los las de y que en un una por con para del se su no es al lo como más fue han pero sobre entre",
	"pt": "o a os as de e que em um uma por com para do da dos das se não é ao no na mais foi são pelo pela",
	"it": "il lo la gli le di e che un una per con del della dei nel non è sono da al si ha ma anche alla dal più",
	"nl": "de het een en van is dat niet met op te voor zijn door aan ook er maar om bij naar wordt heeft hij uit deze",
	"sv": "och att det som en är på av för med den till inte har om ett från men var sig kan vid enligt efter",
	"da": "og at det er en på af for med den til ikke har om et fra men var sig kan ved efter blev også være",
	"no": "og at det er en på av for med den til ikke har om et fra men var seg kan ved etter ble også være",
	"fi": "ja on ei että oli hän myös mutta kun ovat se joka ole kuin sen mukaan sekä tai jo olla vuonna",
	"pl": "w i na z do nie się że jest to o jak po ale za od przez dla są był jego które oraz przed także",
	"cs": "a v na se je že s z do to o i by pro jako ale po za jsou byl podle který která od jeho při také",
	"hu": "a az és hogy nem is egy volt ez meg de már csak még mint el azt kell lesz után szerint ami magyar",
	"ro": "și de în la a cu că nu pe din este un o care pentru mai sa au fost se dar ce al prin după",
	"tr": "ve bir bu da de için ile çok daha olarak olan ne gibi sonra kadar ama en olduğu değil dedi göre ise",
	"id": "yang dan di dengan untuk dari ini itu pada tidak dalam akan adalah ke juga oleh telah bisa ada mereka",
	"vi": "và của là có không được cho trong với một các những này đã người để khi đến tại ông về",
	"sw": "ya na wa kwa ni katika za la kuwa cha hiyo hii pia huo yake alisema baada hilo kama hata",
	"ru": "и в не на что с он по это к как из у за от о для его но она было мы также был все",
	"uk": "і в не на що з він та до це як у за від про для його але вона було ми також був є які",
	"bg": "и в не на че с той по това за от да се са е но като към как които беше ще също",
	"sr": "и у не на да је се са за од као али би што који су није из то био ће према после",
	"el": "και το να του η της με για που από στο στη τον την τα είναι δεν θα οι ότι στην",
	"ar": "في من على إلى أن عن مع هذا هذه التي الذي ما كان بعد لا قال كما بين وقد ذلك",
	"fa": "در به از که این را با است برای آن یک خود تا کرد بر هم نیز گفت شد می",
	"ur": "کے کی میں کا ہے اور سے کو نے پر کہ یہ ہیں کہا ایک تھا بھی",
	"he": "של את על לא הוא כי זה עם גם היא בין אל או כל היה יותר אבל",
	"hi": "के में की है और से को का ने पर कि यह हैं एक भी लिए नहीं था",
})

// scripts are those that one language of the news alone, or nearly so, is written in.
var scripts = []struct {
	table *unicode.RangeTable
	code  string
}{
	{unicode.Hiragana, "ja"}, {unicode.Katakana, "ja"}, {unicode.Hangul, "ko"}, {unicode.Han, "zh"}, {unicode.Thai, "th"},
	{unicode.Georgian, "ka"}, {unicode.Armenian, "hy"}, {unicode.Bengali, "bn"}, {unicode.Tamil, "ta"}, {unicode.Greek, "el"},
	{unicode.Hebrew, "he"},
}

const english = "en"

// languageNames are the names of the languages that language tells apart.
var languageNames = map[string]string{
	"de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese", "it": "Italian", "nl": "Dutch", "sv": "Swedish",
	"da": "Danish", "no": "Norwegian", "fi": "Finnish", "pl": "Polish", "cs": "Czech", "hu": "Hungarian", "ro": "Romanian",
	"tr": "Turkish", "id": "Indonesian", "vi": "Vietnamese", "sw": "Swahili", "ru": "Russian", "uk": "Ukrainian",
	"bg": "Bulgarian", "sr": "Serbian", "el": "Greek", "ar": "Arabic", "fa": "Persian", "ur": "Urdu", "he": "Hebrew",
	"hi": "Hindi", "ja": "Japanese", "ko": "Korean", "zh": "Chinese", "th": "Thai", "ka": "Georgian", "hy": "Armenian",
	"bn": "Bengali", "ta": "Tamil",
}

func notEnglish(code string) error {
	name := orElse(languageNames[code], "the language "+code)
	return fmt.Errorf("written in %s, and only English is understood: passed over; --any-language takes it all the same", name)
}

func wordsByLanguage(byLanguage map[string]string) map[string][]string {
	m := map[string][]string{}
	for code, words := range byLanguage {
		for word := range strings.FieldsSeq(words) {
			m[word] = append(m[word], code)
		}
	}
	return m
}

// language returns the ISO 639-1 code of the language of a text's beginning, and an empty string where the text is too
// short or too mixed to tell.
func language(text string) string {
	const (
		look    = 8192 // bytes
		atLeast = 10   // words
		oneIn   = 6    // words that are frequent; prose has one in two or three
		least   = 4    // of them, in another language than English
	)
	text = text[:min(len(text), look)]
	if code := scriptLanguage(text); code != "" {
		return code
	}
	words, hits := 0, map[string]int{}
	for word := range strings.FieldsSeq(text) {
		word = strings.Trim(word, `.,;:!?"'()“”‘’«»„–—-`)
		if c, _ := utf8.DecodeRuneInString(word); !unicode.IsLetter(c) {
			continue
		}
		words++
		const longest = 16 // bytes of a frequent word
		if len(word) <= longest {
			for _, code := range frequent[strings.ToLower(word)] {
				hits[code]++
			}
		}
	}
	best, second := "", ""
	for code, n := range hits {
		switch {
		case best == "" || n > hits[best] || n == hits[best] && code < best:
			best, second = code, best
		case second == "" || n > hits[second]:
			second = code
		}
	}
	const clear = 10 // tenths: the best has more than so many of the second's
	if words < atLeast || hits[best]*oneIn < words || best != english && hits[best] < least || hits[best]*10 <= hits[second]*clear {
		return ""
	}
	return best
}

// scriptLanguage returns the language of a text that is written in a script of its own, or an empty string.
func scriptLanguage(text string) string {
	const oneIn, atLeast = 2, 20 // letters
	letters, counts := 0, map[string]int{}
	for _, c := range text {
		if c < 0x250 || !unicode.IsLetter(c) { // Latin letters are of no interest here
			if unicode.IsLetter(c) {
				letters++
			}
			continue
		}
		letters++
		for _, s := range scripts {
			if unicode.Is(s.table, c) {
				counts[s.code]++
				break
			}
		}
	}
	const kana = 10 // one in so many letters of Japanese is no ideograph
	if counts["ja"]*kana > counts["zh"] {
		counts["ja"], counts["zh"] = counts["ja"]+counts["zh"], 0
	}
	for code, n := range counts {
		if n >= atLeast && n*oneIn > letters {
			return code
		}
	}
	return ""
}
