package encoder

import "golang.org/x/sys/cpu"

// fast tells whether the processor multiplies bytes 64 at a time (AVX-512 VNNI).
var fast = cpu.X86.HasAVX512F && cpu.X86.HasAVX512BW && cpu.X86.HasAVX512VNNI

// kernelVNNI computes 8 rows × 32 columns of a product with AVX-512 VNNI. groups is inner / 4, stride is in bytes.
//
//go:noescape
func kernelVNNI(a *int8, w *byte, out *int32, groups, inner, stride int)

// kernel computes 8 rows × 32 columns of a product: rows of a are inner bytes apart, rows of out stride sums.
func kernel(a []int8, w []byte, out []int32, inner, stride int) {
	// The last element that the kernel touches, so that a short slice panics here and is not read past.
	_, _, _ = a[rowBlock*inner-1], w[inner*columnBlock-1], out[(rowBlock-1)*stride+columnBlock-1]
	kernelVNNI(&a[0], &w[0], &out[0], inner/4, inner, stride*4)
}
