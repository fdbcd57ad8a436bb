package main

import (
	"github.com/mmcloughlin/avo/ir"
	"github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// Rows and columns that a kernel has sums for at once, and columns of a block of weights.
const (
	rowsVNNI    = 8
	rowsAVX2    = 4
	columnsAVX2 = 16
	columnBlock = 32
)

// productVNNI has 8 × 32 sums in 16 registers.
func (g *generator) productVNNI() {
	g.start("productVNNI", "func(a *int8, w *byte, out *int32, rows, inner, columns int)",
		"productVNNI computes a product with AVX-512 VNNI: rows a multiple of 8, columns of 32, inner of 4.")
	w, out := g.argument("w"), g.argument("out")
	inner, columns := g.argument("inner"), g.argument("columns")
	stride, inner3 := g.shifted(columns, 2), g.GP64()
	g.LEAQ(indexed(inner, inner, 2), inner3)
	var sums [rowsVNNI][2]reg.VecVirtual
	for r := range sums {
		sums[r] = [2]reg.VecVirtual{g.ZMM(), g.ZMM()}
	}
	g.times("columnsVNNI", columns, columnBlock, func() {
		low, rows, to := g.argument("a"), g.argument("rows"), g.GP64()
		g.MOVQ(out, to)
		g.times("rowsVNNI", rows, rowsVNNI, func() {
			high, weights, left := g.GP64(), g.GP64(), g.GP64() // high is at row 4
			g.LEAQ(indexed(low, inner, 4), high)
			g.MOVQ(w, weights)
			g.MOVQ(inner, left)
			for _, row := range sums {
				g.VPXORD(row[0], row[0], row[0])
				g.VPXORD(row[1], row[1], row[1])
			}
			g.times("innerVNNI", left, 4, func() {
				w0, w1 := g.ZMM(), g.ZMM()
				g.VMOVDQU32(at(weights, 0), w0)
				g.VMOVDQU32(at(weights, 64), w1)
				for r, row := range sums {
					four := g.ZMM()
					g.VPBROADCASTD(g.row([2]reg.Register{low, high}[r/4], inner, inner3, r%4), four)
					g.dotBytes(four, w0, row[0])
					g.dotBytes(four, w1, row[1])
				}
				g.ADDQ(operand.I8(4), low)
				g.ADDQ(operand.I8(4), high)
				g.SUBQ(operand.I32(-128), weights)
			})
			for _, row := range sums {
				g.VMOVDQU32(row[0], at(to, 0))
				g.VMOVDQU32(row[1], at(to, 64))
				g.ADDQ(stride, to)
			}
			g.LEAQ(indexed(high, inner3, 1), low) // high went through row 4 and is at row 5
		})
		g.ADDQ(g.shifted(inner, 5), w)
		g.SUBQ(operand.I32(-4*columnBlock), out)
	})
	g.end()
}

// row returns where row r, of 0 to 3, is.
func (g *generator) row(base, stride, stride3 reg.Register, r int) operand.Mem {
	switch r {
	case 0:
		return at(base, 0)
	case 3:
		return indexed(base, stride3, 1)
	}
	return indexed(base, stride, uint8(r))
}

// dotBytes is VPDPBUSD, which avo's table of instructions lacks.
func (g *generator) dotBytes(signed, unsigned, sums reg.Register) {
	g.Instruction(&ir.Instruction{
		Opcode:   "VPDPBUSD",
		Operands: []operand.Op{signed, unsigned, sums},
		Inputs:   []operand.Op{signed, unsigned, sums},
		Outputs:  []operand.Op{sums},
		ISA:      []string{"AVX512VNNI"},
	})
}

// productAVX2 has 4 × 16 sums in 8 registers. It multiplies numbers of 16 bits and adds pairs of products to 32 bits
// (VPMADDWD), because the instruction for bytes (VPMADDUBSW) has only 16 bits for the sum of a pair.
func (g *generator) productAVX2() {
	g.start("productAVX2", "func(a *int16, w *byte, out *int32, rows, inner, columns int)",
		"productAVX2 computes a product with AVX2 from rows that expandAVX2 wrote: rows a multiple of 4, columns of 32, inner of 4.")
	w, out := g.argument("w"), g.argument("out")
	inner, columns := g.argument("inner"), g.argument("columns")
	stride, words, words3 := g.shifted(columns, 2), g.shifted(inner, 1), g.GP64()
	g.LEAQ(indexed(words, words, 2), words3)
	low := g.YMM() // of each 16 bits
	g.VPCMPEQD(low, low, low)
	g.VPSRLW(operand.U8(8), low, low)
	var sums [rowsAVX2][2]reg.VecVirtual
	for r := range sums {
		sums[r] = [2]reg.VecVirtual{g.YMM(), g.YMM()}
	}
	g.times("columnsAVX2", columns, columnsAVX2, func() {
		a, rows, to := g.argument("a"), g.argument("rows"), g.GP64()
		g.MOVQ(out, to)
		g.times("rowsAVX2", rows, rowsAVX2, func() {
			weights, left := g.GP64(), g.GP64()
			g.MOVQ(w, weights)
			g.MOVQ(inner, left)
			for _, row := range sums {
				g.VPXOR(row[0], row[0], row[0])
				g.VPXOR(row[1], row[1], row[1])
			}
			g.times("innerAVX2", left, 4, func() {
				var even, odd [2]reg.VecVirtual
				for i := range even {
					even[i], odd[i] = g.YMM(), g.YMM()
					g.VMOVDQU(at(weights, 32*i), odd[i])
					g.VPAND(low, odd[i], even[i])
					g.VPSRLW(operand.U8(8), odd[i], odd[i])
				}
				for half, ws := range [2][2]reg.VecVirtual{even, odd} {
					for r, row := range sums {
						pair, products := g.YMM(), g.YMM()
						from := g.row(a, words, words3, r)
						from.Disp = 4 * half
						g.VPBROADCASTD(from, pair)
						g.VPMADDWD(ws[0], pair, products)
						g.VPADDD(products, row[0], row[0])
						g.VPMADDWD(ws[1], pair, pair)
						g.VPADDD(pair, row[1], row[1])
					}
				}
				g.ADDQ(operand.I8(8), a)
				g.SUBQ(operand.I32(-128), weights)
			})
			for _, row := range sums {
				g.VMOVDQU(row[0], at(to, 0))
				g.VMOVDQU(row[1], at(to, 32))
				g.ADDQ(stride, to)
			}
			g.ADDQ(words3, a) // a went through the first of the four rows
		})
		// The other half of the block is 64 bytes on; the next block is where this one ends.
		step, half := g.shifted(inner, 5), g.GP64()
		g.SUBQ(operand.I8(64), step)
		g.MOVQ(operand.I32(64), half)
		g.TESTQ(operand.I32(columnsAVX2), columns)
		g.CMOVQEQ(half, step)
		g.ADDQ(step, w)
		g.ADDQ(operand.I32(4*columnsAVX2), out)
	})
	g.end()
}

// expandAVX2 puts bytes 0, 2, 1 and 3 of each four behind each other, so that productAVX2 meets those of even index and
// those of odd index as pairs.
func (g *generator) expandAVX2() {
	g.start("expandAVX2", "func(a *int8, out *int16, n int)", "expandAVX2 writes bytes as productAVX2 reads them; n is a multiple of 16.")
	a, out, n := g.argument("a"), g.argument("out"), g.argument("n")
	order := g.table("expandOrder", 0x03010200, 0x07050604, 0x0b090a08, 0x0f0d0e0c)
	g.times("expand", n, 16, func() {
		bytes, wide := g.XMM(), g.YMM()
		g.VMOVDQU(at(a, 0), bytes)
		g.VPSHUFB(order, bytes, bytes)
		g.VPMOVSXBW(bytes, wide)
		g.VMOVDQU(wide, at(out, 0))
		g.ADDQ(operand.I8(16), a)
		g.ADDQ(operand.I8(32), out)
	})
	g.end()
}
