//go:build !amd64

package encoder

const fast = false

func kernel([]int8, []byte, []int32, int, int) { panic("not amd64") }
