package encoder

import (
	_ "embed"
	"encoding/json"
	"math"
	"slices"
	"testing"
)

// reference is what training/reference.py says of a text: pieces, and the scores of labels and parts of speech.
//
//go:embed testdata/reference.json
var reference []byte

// answers is what the reference says of its text.
type answers struct {
	Text                string
	IDs, Shape, Lead    []int
	Eight, Float, Plain [][]float64
}

// readReference returns the reference, the embedded model, and the pieces that this package makes of the text.
func readReference(t *testing.T) (answers, *model, input) {
	t.Helper()
	var want answers
	if err := json.Unmarshal(reference, &want); err != nil {
		t.Fatal(err)
	}
	m, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	in := input{ids: []int32{clsID}, shape: []uint8{shapeSpecial}, lead: []uint8{0}}
	eachWord(want.Text, func(start, end int) {
		before := leadOf(want.Text, start)
		for _, id := range m.appendPieces(nil, want.Text[start:end]) {
			in.ids, in.shape, in.lead = append(in.ids, id), append(in.shape, shapeOf(want.Text[start:end])), append(in.lead, before)
			before = 0
		}
	})
	in.ids, in.shape, in.lead = append(in.ids, sepID), append(in.shape, shapeSpecial), append(in.lead, 0)
	return want, m, in
}

// TestReference compares the pieces, and the scores with those of the same arithmetic in numpy, and holds that the scores
// of the weights as they were trained lead to the same labels.
func TestReference(t *testing.T) {
	want, m, in := readReference(t)
	if len(in.ids) != len(want.IDs) {
		t.Fatalf("%d pieces, the reference has %d", len(in.ids), len(want.IDs))
	}
	for i := range in.ids {
		if got, ref := [3]int{int(in.ids[i]), int(in.shape[i]), int(in.lead[i])}, [3]int{want.IDs[i], want.Shape[i], want.Lead[i]}; got != ref {
			t.Errorf("piece %d has id, shape and lead %v, the reference has %v", i, got, ref)
		}
	}
	s := newSpace(m)
	m.read(&in, s, func(int) {})
	differs, equal, all := 0.0, 0, 0
	for i, row := range want.Eight {
		got := s.wide[i*m.tops.columns:][:topArcDep]
		for j, v := range row {
			differs = max(differs, math.Abs(v-float64(got[j])))
		}
		for _, head := range [][2]int{{topAttr, topName}, {topName, topPos}, {topPos, topArcDep}} {
			if i == 0 || i == len(want.Eight)-1 {
				continue // [CLS] and [SEP] have no label
			}
			all++
			trained := want.Float[i][head[0]:head[1]]
			here := got[head[0]:head[1]]
			if slices.Index(trained, slices.Max(trained)) == slices.Index(here, slices.Max(here)) {
				equal++
			}
		}
	}
	if differs > 1e-4 {
		t.Errorf("a score differs from the reference by %g", differs)
	}
	t.Logf("measured: %d of %d labels are those of the weights before they had 8 bits", equal, all)
	if 100*equal < 97*all {
		t.Errorf("%d of %d labels are those of the weights before they had 8 bits", equal, all)
	}
}
