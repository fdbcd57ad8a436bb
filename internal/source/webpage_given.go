package source

import "strings"

// givenParagraphs splits a text that a page gives to search engines, which some write with markup.
func givenParagraphs(body string) []string {
	if strings.Contains(body, "</") || strings.Contains(body, "&") {
		body = fragmentText(body)
	}
	var paragraphs []string
	for line := range strings.SplitSeq(body, "\n") {
		if line = fold(line); line != "" {
			paragraphs = append(paragraphs, line)
		}
	}
	return paragraphs
}

// within returns the paragraphs whose words stand in the given text, and the captions, which no page gives there.
func within(paragraphs []block, given []string) []block {
	const most = 1 << 18 // bytes: each paragraph is looked for in all of it
	all := onlyWords(strings.Join(given, " "))
	if len(all) > most {
		return nil
	}
	var covered []block
	for _, b := range paragraphs {
		if b.caption != nil || strings.Contains(all, onlyWords(b.text)) {
			covered = append(covered, b)
		}
	}
	return covered
}

// onlyWords returns the letters and digits of a text, by which it is found whatever its quotation marks and spaces.
func onlyWords(s string) string {
	return strings.Map(func(c rune) rune {
		if isAlphanumeric(c) {
			return c
		}
		return -1
	}, s)
}

func countAll(paragraphs []string) int {
	n := 0
	for _, text := range paragraphs {
		n += countWords(text)
	}
	return n
}

// countBlocks returns the words of blocks without those of captions.
func countBlocks(blocks []block) int {
	n := 0
	for i := range blocks {
		if blocks[i].caption == nil {
			n += blocks[i].words
		}
	}
	return n
}

func texts(blocks []block) []string {
	list := make([]string, len(blocks))
	for i := range blocks {
		list[i] = blocks[i].text
	}
	return list
}
