package graph

import (
	"cmp"
	"encoding/binary"
	"encoding/hex"
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Near copies: a wire story that several publishers print, each with cuts and a headline of its own. Articles are compared
// by the share of word sequences that they have in common (shingles), estimated by MinHash (A. Broder, "On the Resemblance
// and Containment of Documents", 1997), and found by bands of it (J. Ullman et al., "Mining of Massive Datasets", ch. 3).
const (
	shingleWords   = 5
	fewestShingles = 20   // a shorter text has no sketch: formulas repeat
	sketchHashes   = 64   // the estimate's standard error is 0.06 and less
	bandRows       = 3    // hashes in a band
	alike          = 0.55 // estimated resemblance of near copies

	// CopyBands is the number of bands of a sketch: of two texts that share 0.6 of their shingles 86 of 100 pairs have one in
	// common, at 0.7 96 and at 0.8 99.7.
	CopyBands = 8
)

// Sketch returns the MinHash of a text's shingles as hexadecimal digits, four for each hash; empty where the text is too
// short. Case, punctuation and white space do not count.
func Sketch(text string) string {
	hashes := wordHashes(text)
	if len(hashes) < fewestShingles+shingleWords-1 {
		return ""
	}
	var least [sketchHashes]uint64
	for i := range least {
		least[i] = math.MaxUint64
	}
	for i := range len(hashes) - shingleWords + 1 {
		shingle := uint64(0)
		for _, h := range hashes[i : i+shingleWords] {
			shingle = mix(shingle ^ h)
		}
		for k := range least {
			least[k] = min(least[k], mix(shingle+uint64(k)*0x9e3779b97f4a7c15))
		}
	}
	out := make([]byte, 0, 2*sketchHashes)
	for _, h := range least {
		out = binary.BigEndian.AppendUint16(out, uint16(h))
	}
	return hex.EncodeToString(out)
}

// wordHashes returns the hashes of a text's words in small letters.
func wordHashes(text string) []uint64 {
	const wordLength = 6 // about
	hashes := make([]uint64, 0, len(text)/wordLength+1)
	hash, inside := fnv.New64a(), false
	var letter [utf8.UTFMax]byte
	for _, c := range text {
		c = unicode.ToLower(c)
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			if inside {
				hashes = append(hashes, hash.Sum64())
			}
			hash.Reset()
			inside = false
			continue
		}
		hash.Write(letter[:utf8.EncodeRune(letter[:], c)])
		inside = true
	}
	if inside {
		hashes = append(hashes, hash.Sum64())
	}
	return hashes
}

// mix is the finalizer of SplitMix64 (S. Vigna).
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}

// Bands returns parts of a sketch: near copies have, but for a few, at least one in common at the same place. A text
// without a sketch has none.
func Bands(sketch string) []string {
	if len(sketch) != 4*sketchHashes {
		return nil
	}
	const digits = 4 * bandRows
	bands := make([]string, 0, CopyBands)
	for i := range CopyBands {
		bands = append(bands, sketch[i*digits:(i+1)*digits])
	}
	return bands
}

// Copy is what tells whether an article is a copy of another.
type Copy struct{ ID, Published, Sketch string }

// Alike reports whether two articles are near copies, as far as their sketches tell.
func (c *Copy) Alike(o *Copy) bool {
	if len(c.Sketch) != 4*sketchHashes || len(o.Sketch) != len(c.Sketch) {
		return false
	}
	same := 0
	for i := 0; i < len(c.Sketch); i += 4 {
		if c.Sketch[i:i+4] == o.Sketch[i:i+4] {
			same++
		}
	}
	return float64(same) >= alike*sketchHashes
}

// Before reports whether c counts as the original of the two: it was published earlier; an article without a date comes
// last, and of equals the smaller id is first.
func (c *Copy) Before(o *Copy) bool { return c.compare(o) < 0 }

func (c *Copy) compare(o *Copy) int {
	if (c.Published == "") != (o.Published == "") {
		return strings.Compare(o.Published, c.Published) // an empty one comes last
	}
	return cmp.Or(strings.Compare(c.Published, o.Published), strings.Compare(c.ID, o.ID))
}

// Original returns the first of the articles that are near copies of c and come before it, nil where there is none. The
// answer depends on the set alone.
func (c *Copy) Original(others []*Copy) *Copy {
	var first *Copy
	for _, o := range others {
		if o.ID != c.ID && o.Before(c) && o.Alike(c) && (first == nil || o.Before(first)) {
			first = o
		}
	}
	return first
}

// Originals returns by the id of each article that is a near copy the id of its original, among all the articles.
func Originals(articles []*Copy) map[string]string {
	type band struct {
		place int
		hash  string
	}
	byBand := map[band][]*Copy{}
	for _, c := range articles {
		for i, hash := range Bands(c.Sketch) {
			byBand[band{i, hash}] = append(byBand[band{i, hash}], c)
		}
	}
	first := map[string]*Copy{}
	for _, list := range byBand {
		slices.SortFunc(list, (*Copy).compare)
		for i, c := range list {
			// The first that is alike comes soon where there are many.
			k := slices.IndexFunc(list[:i], c.Alike)
			if k >= 0 && (first[c.ID] == nil || list[k].Before(first[c.ID])) {
				first[c.ID] = list[k]
			}
		}
	}
	originals := make(map[string]string, len(first))
	for id, o := range first {
		originals[id] = o.ID
	}
	return originals
}
