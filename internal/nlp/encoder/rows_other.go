//go:build !amd64

package encoder

func wide(int) int { return 0 }

// On other processors wide leaves nothing to these.

func absMaxAVX512(*float32, int) uint32 { panic("not amd64") }

func toBytesAVX512(*float32, *int8, int, float32) int32 { panic("not amd64") }

func scaleRowAVX512(_ *int32, _, _, _ *float32, _ int, _ int32, _ float32) { panic("not amd64") }

func scoreAVX512(_ *int32, _, _ *float32, _ int, _ int32, _ float32) float32 { panic("not amd64") }

func expAVX512(*float32, *int8, *int32, int, float32, int32) int32 { panic("not amd64") }
