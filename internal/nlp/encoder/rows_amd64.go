package encoder

// wide returns how many of n values the processor's own way takes.
func wide(n int) int {
	if !fast {
		return 0
	}
	return n &^ 15
}

//go:noescape
func absMaxAVX512(x *float32, n int) uint32

//go:noescape
func toBytesAVX512(x *float32, out *int8, n int, inverse float32) int32

//go:noescape
func scaleRowAVX512(sums *int32, scale, bias, out *float32, n int, offset int32, f float32)

//go:noescape
func scoreAVX512(sums *int32, keyScale, scores *float32, n int, offset int32, f float32) float32

//go:noescape
func expAVX512(scores *float32, out *int8, table *int32, n int, top float32, last int32) int32
