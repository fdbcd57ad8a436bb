package encoder

//go:generate go run ./asm .

// way is how the arithmetic is done. All ways give the same bits.
type way uint8

const (
	portable way = iota // plain Go
	avx2                // rows and products by AVX2
	vnni                // rows by AVX2, products of bytes by AVX-512 VNNI
)

func (w way) String() string { return [...]string{"portable", "AVX2", "AVX-512 VNNI"}[w] }

// using is the best way that the processor knows. GODEBUG=cpu.avx512vnni=off and GODEBUG=cpu.avx2=off take ways from it.
var using = best()
