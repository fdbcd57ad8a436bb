package graph

import (
	"encoding/binary"
	"encoding/hex"
	"slices"
)

// Of each run of printWindow sequences of printLength letters in a row the one with the smallest hash is a print of a
// quotation. Two that have printRun letters in a row in common then have a print in common (S. Schleimer et al., "Winnowing:
// Local Algorithms for Document Fingerprinting", 2003), so that parts and wholes are found without reading all that a
// speaker ever said. Letters are counted as bytes of UTF-8.
const (
	printLength = 8  // of which a hash is made in one step
	printRun    = 24 // most runs of eight words are longer
	printWindow = printRun - printLength + 1
)

// AnyPrint is the print of a quotation that may be a part of one with which it has no print in common: its words are few
// or short.
const AnyPrint = "*"

// Prints returns the quotation's prints, sorted, eight hexadecimal digits each. One that is a part of another one has a
// print in common with it or [AnyPrint].
func (s *Saying) Prints() []string {
	if s.prints == nil {
		s.prints = s.findPrints()
	}
	return s.prints
}

func (s *Saying) findPrints() []string {
	letters := []byte(s.said.letters)
	hashes := make([]uint32, 0, len(letters))
	for i := range len(letters) - printLength + 1 {
		hashes = append(hashes, uint32(mix(binary.LittleEndian.Uint64(letters[i:]))))
	}
	var least []uint32
	for i := range len(hashes) - printWindow + 1 {
		if h := slices.Min(hashes[i : i+printWindow]); i == 0 || h != least[len(least)-1] {
			least = append(least, h)
		}
	}
	var prints []string
	for _, h := range least {
		prints = append(prints, hex.EncodeToString(binary.BigEndian.AppendUint32(nil, h)))
	}
	if !slices.ContainsFunc(s.pieces, leavesPrint) {
		prints = append(prints, AnyPrint)
	}
	return sortedSet(prints)
}

// leavesPrint reports whether a piece has a print in common with all of which it is a part: its beginning and its end are long
// enough, of which one stands there whole wherever it was cut.
func leavesPrint(piece wording) bool {
	n := piece.words()
	return n >= quoteWords && len(piece.part(0, quoteWords)) >= printRun && len(piece.part(n-quoteWords, n)) >= printRun
}
