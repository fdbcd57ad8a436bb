package encoder

import "testing"

// ways returns the ways that this processor knows, the best one last.
func ways() []way {
	var out []way
	for w := portable; w <= using; w++ {
		out = append(out, w)
	}
	return out
}

// setWay has the arithmetic done by w until the test ends.
func setWay(t testing.TB, w way) {
	was := using
	using = w
	t.Cleanup(func() { using = was })
}

// eachWay runs f as a subtest by each way.
func eachWay(t *testing.T, f func(t *testing.T)) {
	for _, w := range ways() {
		t.Run(w.String(), func(t *testing.T) {
			setWay(t, w)
			f(t)
		})
	}
}
