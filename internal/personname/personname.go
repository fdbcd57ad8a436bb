// Package personname knows how names of people are built and in how many ways newspapers write one name: which family
// names stand first, which spellings are one, and what of a name is left out at times.
package personname

import (
	"strings"
	"unicode"
)

// Canonical returns the form of a full name that all its usual spellings share, in lower case and without marks on its
// letters; it is for comparing, not for showing. These rules apply in order:
//
//  1. letters lose their marks: "Đỗ Quang Hiệp", "Do Quang Hiep";
//  2. initials in the middle are left out, and those at the head joined: "Ada B. Lind", "Ada Lind"; "J. B. Lind", "JB Lind";
//  3. "Jr.", "Sr." and numerals at the end are left out;
//  4. Arabic articles and "Abdul" are written in one way: "el-Tarhuni", "al-Tarhuni"; "Abd al-Rahman", "Abdelrahman";
//  5. usual spellings of one first name are one: "Sergei", "Sergey"; "Mohammed", "Muhammad";
//  6. Slavic endings are written in one way: "-sky", "-skyy", "-ski"; Ukrainian surnames have g for h: "Golovenko", "Holovenko";
//  7. "ue" and "oe" inside a word are u and o: "Mueller", "Müller";
//  8. a Chinese or Korean family name stands first: "Wenrui Gao", "Gao Wenrui".
//
// A name of one word stays alone but for rule 1.
func Canonical(name string) string {
	words := strings.Fields(plain(WithoutInitials(name)))
	if len(words) < 2 {
		return strings.Join(words, " ")
	}
	words = withoutGeneration(words)
	words = arabic(words)
	for i, w := range words {
		words[i] = respell(w)
	}
	return strings.Join(familyFirst(words), " ")
}

// WithoutInitials returns a name without the initials in its middle, and with those at its head joined.
func WithoutInitials(name string) string {
	words := strings.Fields(strings.ReplaceAll(name, ".", ". "))
	var kept []string
	head := ""
	for i, w := range words {
		initial := strings.HasSuffix(w, ".") && len([]rune(w)) == 2
		switch {
		case initial && len(kept) == 0:
			head += strings.TrimSuffix(w, ".")
		case initial && i < len(words)-1:
		default:
			kept = append(kept, w)
		}
	}
	if head != "" {
		kept = append([]string{head}, kept...)
	}
	return strings.Join(kept, " ")
}

// generations are what tells a son from a father, which newspapers print or leave out.
var generations = set("jr sr ii iii iv")

func withoutGeneration(words []string) []string {
	if last := len(words) - 1; last >= 2 && generations[words[last]] {
		return words[:last]
	}
	return words
}

// FamilyFirst reports whether a word as printed is a Chinese or Korean family name, which stands before the given name.
func FamilyFirst(word string) bool { return families[word] }

// FamilyBefore reports whether a word is a family name because of the given name behind it, as it is printed in Taiwan, Hong Kong
// and Korea: two syllables with a hyphen, the second in lower case, "Ming-hui".
func FamilyBefore(given string) bool {
	first, second, ok := strings.Cut(given, "-")
	return ok && first != "" && second != "" && !strings.Contains(second, "-") && unicode.IsUpper([]rune(first)[0]) && unicode.IsLower([]rune(second)[0])
}

// familyFirst puts a family name that stands last first, where the first word is none.
func familyFirst(words []string) []string {
	last := len(words) - 1
	if last > 2 || !familiesLower[words[last]] || familiesLower[words[0]] {
		return words
	}
	return append([]string{words[last]}, words[:last]...)
}

var (
	families = set(`Xi Li Wang Zhang Chen Liu Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song
		Zheng Xie Han Tang Feng Yu Dong Xiao Cheng Cao Yuan Deng Fu Shen Zeng Peng Lu Su Jiang Cai Jia Ding Wei Xue Ye
		Yan Pan Du Dai Xia Zhong Tian Ren Qin Bo Wen Hua Mao Tsai Lai Chiang Lee Kim Park Choi Jung Jeong Kang Cho Yoon Yun
		Jang Lim Moon Roh Ri Pak Ahn Ban Shin Chung Hwang Cha Seo Kwon`)
	familiesLower = func() map[string]bool {
		m := map[string]bool{}
		for w := range families {
			m[strings.ToLower(w)] = true
		}
		return m
	}()
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
