package main

import (
	"github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// width is that of the encoder.
const width = 384

// normAVX2 has a row in each lane for the sums, so that each row's values are added one after the other as in plain Go.
func (g *generator) normAVX2() {
	g.start("normAVX2", "func(x, gain, bias *float32)", "normAVX2 normalizes 8 rows of 384 values as norm.apply does.")
	x, gain, bias := g.argument("x"), g.argument("gain"), g.argument("bias")
	means := g.AllocLocal(64)
	factors := means.Offset(32)
	count := g.YMM()
	g.VMOVUPS(g.table("width", bits(width)), count)
	sum := g.YMM()
	g.VXORPS(sum, sum, sum)
	g.eachColumn("normSum", x, func(v reg.VecVirtual) { g.VADDPS(v, sum, sum) })
	mean := sum
	g.VDIVPS(count, mean, mean)
	g.VMOVUPS(mean, means)
	squares := g.YMM()
	g.VXORPS(squares, squares, squares)
	g.eachColumn("normSquares", x, func(v reg.VecVirtual) {
		g.VSUBPS(mean, v, v)
		g.VMULPS(v, v, v)
		g.VADDPS(v, squares, squares)
	})
	g.VDIVPS(count, squares, squares)
	g.VADDPS(g.table("epsilon", bits(1e-12)), squares, squares)
	g.VSQRTPS(squares, squares)
	factor := g.YMM()
	g.VMOVUPS(g.table("one", bits(1)), factor)
	g.VDIVPS(squares, factor, factor)
	g.VMOVUPS(factor, factors)
	for r := range 8 {
		m, f, left, gains, biases := g.YMM(), g.YMM(), g.GP64(), g.GP64(), g.GP64()
		g.VBROADCASTSS(means.Offset(4*r), m)
		g.VBROADCASTSS(factors.Offset(4*r), f)
		g.MOVQ(operand.I32(width), left)
		g.MOVQ(gain, gains)
		g.MOVQ(bias, biases)
		g.times("normRow"+string(rune('0'+r)), left, 16, func() {
			for i := range 2 {
				v := g.YMM()
				g.VMOVUPS(at(x, 32*i), v)
				g.VSUBPS(m, v, v)
				g.VMULPS(f, v, v)
				g.VMULPS(at(gains, 32*i), v, v)
				g.VADDPS(at(biases, 32*i), v, v)
				g.VMOVUPS(v, at(x, 32*i))
			}
			g.ADDQ(operand.I32(64), x)
			g.ADDQ(operand.I32(64), gains)
			g.ADDQ(operand.I32(64), biases)
		})
	}
	g.end()
}

// eachColumn has body work on the columns of 8 rows one after the other, a row in each lane.
func (g *generator) eachColumn(label string, x reg.Register, body func(v reg.VecVirtual)) {
	low, high, stride, stride3, left := g.GP64(), g.GP64(), g.GP64(), g.GP64(), g.GP64()
	g.MOVQ(x, low)
	g.MOVQ(operand.I32(4*width), stride)
	g.LEAQ(indexed(stride, stride, 2), stride3)
	g.LEAQ(indexed(x, stride, 4), high)
	g.MOVQ(operand.I32(width), left)
	g.times(label, left, 4, func() {
		var rows, pairs, columns [4]reg.VecVirtual // rows r and r+4 share a register
		for r := range rows {
			rows[r] = g.YMM()
			g.VMOVUPS(g.row(low, stride, stride3, r), rows[r].AsX())
			g.VINSERTF128(operand.U8(1), g.row(high, stride, stride3, r), rows[r], rows[r])
		}
		for i := range pairs {
			pairs[i] = g.YMM()
			if i%2 == 0 {
				g.VUNPCKLPS(rows[i+1], rows[i], pairs[i])
			} else {
				g.VUNPCKHPS(rows[i], rows[i-1], pairs[i])
			}
		}
		for i := range columns {
			columns[i] = g.YMM()
			g.VSHUFPS(operand.U8([2]uint8{0x44, 0xee}[i%2]), pairs[2+i/2], pairs[i/2], columns[i])
		}
		for _, c := range columns {
			body(c)
		}
		g.ADDQ(operand.I32(16), low)
		g.ADDQ(operand.I32(16), high)
	})
}
