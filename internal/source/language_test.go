package source

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// A sentence of news in each language, about nobody real.
var sentences = map[string]string{
	"en": "The ministers of both countries met in Oslo on Tuesday and agreed that they would go on with the talks next month.",
	"de": "Die Minister trafen sich am Dienstag in Oslo und wollen im Frühjahr weiter miteinander reden, wie das Amt nach dem Treffen mitteilte.",
	"fr": "Les ministres des affaires étrangères se sont rencontrés mardi à Oslo et ils ont décidé de continuer dans la ville au printemps.",
	"es": "Los ministros de los dos países se reunieron el martes en Oslo y acordaron que las conversaciones sigan en la primavera.",
	"pt": "Os ministros dos dois países reuniram-se na terça-feira em Oslo e decidiram que as conversas não vão parar até ao verão.",
	"it": "I ministri dei due paesi si sono incontrati martedì a Oslo e hanno deciso che i colloqui continueranno nella primavera con la stampa.",
	"nl": "De ministers van beide landen hebben elkaar dinsdag in Oslo ontmoet en willen in het voorjaar verder praten over de visserij.",
	"sv": "Ministrarna från de båda länderna möttes på tisdagen i Oslo och kom överens om att samtalen ska fortsätta till våren.",
	"da": "Ministrene fra de to lande mødtes tirsdag i Oslo og blev enige om at fortsætte samtalerne efter påske, siger de.",
	"no": "Ministrene fra de to landene møttes tirsdag i Oslo og ble enige om at samtalene skal fortsette etter påske.",
	"fi": "Ministerit tapasivat tiistaina Oslossa, ja heidän mukaansa neuvottelut jatkuvat keväällä, mutta paikka ei ole vielä selvillä eikä se ole tärkeä.",
	"pl": "Ministrowie obu krajów spotkali się we wtorek w Oslo i uzgodnili, że rozmowy będą się toczyć także na wiosnę, ale nie w stolicy.",
	"cs": "Ministři obou zemí se v úterý sešli v Oslu a dohodli se, že jednání bude pokračovat na jaře, ale místo se podle nich změní.",
	"hu": "A két ország miniszterei kedden Oslóban találkoztak, és megállapodtak, hogy a tárgyalásokat tavasszal is folytatják, de nem egy helyen.",
	"ro": "Miniștrii celor două țări s-au întâlnit marți la Oslo și au convenit că discuțiile vor continua în primăvară, dar nu pe mare.",
	"tr": "İki ülkenin bakanları salı günü Oslo'da bir araya geldi ve görüşmelerin ilkbaharda da devam edeceğini, ama daha sonra olmayacağını söyledi.",
	"id": "Para menteri dari kedua negara bertemu di Oslo pada hari Selasa dan mereka sepakat untuk melanjutkan pembicaraan itu.",
	"vi": "Các bộ trưởng của hai nước đã gặp nhau tại Oslo và đồng ý tiếp tục đàm phán trong mùa xuân với một đại diện khác.",
	"ru": "Министры обеих стран встретились во вторник в Осло и договорились, что переговоры продолжатся весной, но не в столице.",
	"uk": "Міністри обох країн зустрілися у вівторок в Осло та домовилися, що переговори триватимуть і навесні, але не у столиці.",
	"el": "Οι υπουργοί των δύο χωρών συναντήθηκαν την Τρίτη στο Όσλο και συμφώνησαν ότι οι συνομιλίες θα συνεχιστούν.",
	"ar": "التقى وزراء البلدين يوم الثلاثاء في أوسلو واتفقوا على أن تستمر المحادثات في الربيع كما قال المتحدث بعد الاجتماع.",
	"fa": "وزیران دو کشور روز سه\u200cشنبه در اسلو با هم دیدار کردند و گفتند که گفت\u200cوگوها در بهار ادامه خواهد یافت و این مهم است.",
	"he": "השרים של שתי המדינות נפגשו ביום שלישי באוסלו והסכימו כי השיחות יימשכו גם באביב הבא.",
	"hi": "दोनों देशों के मंत्री मंगलवार को ओस्लो में मिले और उन्होंने कहा कि बातचीत वसंत में भी जारी रहेगी और यह अच्छा है।",
	"ja": "両国の外相は火曜日にオスロで会談し、春にも協議を続けることで一致したと発表した。",
	"ko": "두 나라 장관은 화요일 오슬로에서 만나 봄에도 회담을 계속하기로 합의했다고 밝혔다.",
	"zh": "两国外交部长星期二在奥斯陆举行会谈，双方同意在春天继续进行谈判，并发表了联合声明。",
}

func TestLanguage(t *testing.T) {
	for code, text := range sentences {
		if got := language(text); got != code {
			t.Errorf("%s: got %q: %s", code, got, text)
		}
		// A name or a quotation in another language changes nothing.
		long := strings.Repeat(text+" ", 6)
		if got := language(long + sentences["en"]); got != code {
			t.Errorf("%s with an English sentence: got %q", code, got)
		}
		if got := language(strings.Repeat(sentences["en"]+" ", 6) + text); got != "en" {
			t.Errorf("English with a sentence of %s: got %q", code, got)
		}
	}
	for _, text := range []string{body, strings.ToUpper(para1)} {
		if got := language(text); got != "en" {
			t.Errorf("%.30q: got %q, want en", text, got)
		}
	}
	for _, text := range []string{"", "Too short to tell the language.", "Norway 3, Chad 2, Peru 1, Fiji 0, Gabon 4, Laos 7, Malta 1, Togo 2, Tonga 0, Niger 5, Samoa 9, Benin 3"} {
		if got := language(text); got != "" {
			t.Errorf("%.30q: got %q, want none", text, got)
		}
	}
}

func TestReadLanguages(t *testing.T) {
	const french = "french.txt"
	folder := t.TempDir()
	for name, text := range map[string]string{"english.txt": body, french: sentences["fr"]} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	read := func(opt Options) (languages, faults []string) {
		for item := range Read(context.Background(), []string{folder}, opt) {
			if item.Err != nil {
				faults = append(faults, item.Err.Error())
				continue
			}
			languages = append(languages, item.Article.Language)
		}
		return languages, faults
	}
	languages, faults := read(Options{})
	if !slices.Equal(languages, []string{"en"}) || len(faults) != 1 || !strings.Contains(faults[0], french) ||
		!strings.Contains(faults[0], "French") {
		t.Errorf("got %q and %q", languages, faults)
	}
	if languages, faults = read(Options{AnyLanguage: true}); !slices.Equal(languages, []string{"en", "fr"}) || faults != nil {
		t.Errorf("in any language: got %q and %q", languages, faults)
	}
}

func TestReadSameText(t *testing.T) {
	in := `{"id": "a", "text": "One text, and no other."}
{"id": "b", "text": " One text,\n\nand no  other. "}
{"id": "c", "text": "One text, and another."}
`
	var got []string
	for item := range Read(context.Background(), []string{"-"}, Options{Stdin: strings.NewReader(in)}) {
		if item.Err != nil {
			got = append(got, item.Err.Error())
			continue
		}
		got = append(got, item.Article.Name)
	}
	want := []string{"a", "standard input:2: same article as standard input:1: the first one counts, remove this one", "c"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
