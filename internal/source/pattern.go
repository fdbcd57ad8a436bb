package source

import (
	"os"
	"regexp"
	"strings"
	"sync"
)

// pattern is a regular expression that is compiled when it is first used: to compile all of this package takes longer than most
// commands, which use none. It is safe for concurrent use.
type pattern struct{ compiled func() *regexp.Regexp }

// inTest is whether a test runs, which has all compiled at once, so that a wrong one is seen.
var inTest = strings.HasSuffix(strings.TrimSuffix(os.Args[0], ".exe"), ".test")

func newPattern(expr string) *pattern {
	p := &pattern{sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })}
	if inTest {
		p.compiled()
	}
	return p
}

func (p *pattern) Match(b []byte) bool { return p.compiled().Match(b) }

func (p *pattern) MatchString(s string) bool { return p.compiled().MatchString(s) }

func (p *pattern) Find(b []byte) []byte { return p.compiled().Find(b) }

func (p *pattern) FindString(s string) string { return p.compiled().FindString(s) }

func (p *pattern) FindStringIndex(s string) []int { return p.compiled().FindStringIndex(s) }

func (p *pattern) FindSubmatch(b []byte) [][]byte { return p.compiled().FindSubmatch(b) }

func (p *pattern) FindStringSubmatch(s string) []string { return p.compiled().FindStringSubmatch(s) }

func (p *pattern) FindStringSubmatchIndex(s string) []int {
	return p.compiled().FindStringSubmatchIndex(s)
}

func (p *pattern) FindAllString(s string, n int) []string { return p.compiled().FindAllString(s, n) }

func (p *pattern) FindAllStringIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringIndex(s, n)
}

func (p *pattern) FindAllStringSubmatch(s string, n int) [][]string {
	return p.compiled().FindAllStringSubmatch(s, n)
}

func (p *pattern) FindAllStringSubmatchIndex(s string, n int) [][]int {
	return p.compiled().FindAllStringSubmatchIndex(s, n)
}

func (p *pattern) ReplaceAllString(s, with string) string {
	return p.compiled().ReplaceAllString(s, with)
}

func (p *pattern) Split(s string, n int) []string { return p.compiled().Split(s, n) }
