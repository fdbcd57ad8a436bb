//go:build !amd64

package encoder

func kernel(a []int8, w []byte, out []int32, inner, stride int) {
	kernelPortable(a, w, out, inner, stride)
}
