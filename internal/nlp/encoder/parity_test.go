package encoder

import (
	"encoding/json"
	"math"
	"os"
	"testing"
)

// TestParity holds what 8 bits cost: training/evaluate.py scored the trained weights on the annotated dev texts twice, in
// float32 and with the rounding of the exported ones, in the same windows. The mean of a file's scores may differ by half a
// point; a single one, which may rest on some two hundred names, may lose twice that.
func TestParity(t *testing.T) {
	const most = 0.005
	var scores struct{ Float, Eight map[string]map[string]float64 }
	readJSON(t, "testdata/parity.json", &scores)
	if len(scores.Float) < 6 {
		t.Fatalf("only %d files compared", len(scores.Float))
	}
	for file, labels := range scores.Float {
		var float, eight float64
		for label, score := range labels {
			rounded, ok := scores.Eight[file][label]
			if !ok {
				t.Fatalf("%s %s has no score with 8 bits", file, label)
			}
			float, eight = float+score, eight+rounded
			if score-rounded > 2*most {
				t.Errorf("%s %s: %.4f with 8 bits, %.4f in float32", file, label, rounded, score)
			}
		}
		n := float64(len(labels))
		t.Logf("measured: %s, mean of %d scores: %.4f with 8 bits, %.4f in float32", file, len(labels), eight/n, float/n)
		if math.Abs(eight-float)/n > most {
			t.Errorf("%s: a mean of %.4f with 8 bits, of %.4f in float32", file, eight/n, float/n)
		}
	}
}

func readJSON(t *testing.T, path string, into any) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, into); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}
