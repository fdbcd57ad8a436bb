package main

import (
	"math"

	"github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// expPolynomial is 127·2^-x for x from 0 to 1, the highest power first. With it the numbers of expTable come out without
// the table; TestWeigh compares all of them.
var expPolynomial = [...]float32{0.86806464, -6.758066, 30.407686, -88.01721, 126.99975}

func (g *generator) weighAVX2() {
	g.start("weighAVX2", "func(sums *int32, keyScale, absent, scores *float32, out *int8, n int, offset, last int32, scale float32) int32",
		"weighAVX2 does what weigh does; n is a multiple of 32, last the last index of expTable.")
	sums, keyScale, absent, scores := g.argument("sums"), g.argument("keyScale"), g.argument("absent"), g.argument("scores")
	left := g.argument("n")
	offset, scale := g.all("offset"), g.all("scale")
	var tops [2]reg.VecVirtual
	for i := range tops {
		tops[i] = g.YMM()
		g.VMOVUPS(g.table("lowest", 0xff800000), tops[i])
	}
	g.times("weighScores", left, 16, func() {
		for i, top := range tops {
			v := g.YMM()
			g.VMOVDQU(at(sums, 32*i), v)
			g.VPSUBD(offset, v, v)
			g.VCVTDQ2PS(v, v)
			g.VMULPS(scale, v, v)
			g.VMULPS(at(keyScale, 32*i), v, v)
			g.VADDPS(at(absent, 32*i), v, v)
			g.VMOVUPS(v, at(scores, 32*i))
			g.VMAXPS(v, top, top)
		}
		for _, p := range []reg.Register{sums, keyScale, absent, scores} {
			g.ADDQ(operand.I32(64), p)
		}
	})
	g.VMAXPS(tops[1], tops[0], tops[0])
	g.fold(tops[0], g.VMAXPS)
	top := g.YMM()
	g.VBROADCASTSS(tops[0].AsX(), top)
	scores, left = g.argument("scores"), g.argument("n")
	out, last, total := g.argument("out"), g.all("last"), g.YMM()
	g.VPXOR(total, total, total)
	half := g.YMM()
	g.VMOVUPS(g.table("half", bits(0.5)), half)
	g.times("weighExp", left, 32, func() {
		var q [4]reg.VecVirtual
		for i := range q {
			d, whole, p := g.YMM(), g.YMM(), g.YMM()
			g.VSUBPS(at(scores, 32*i), top, d)
			g.VCVTTPS2DQ(d, d) // 2^31 where it is too large
			g.VPMINUD(last, d, d)
			g.VCVTDQ2PS(d, d)
			g.VMULPS(g.table("expStep", bits(float32(math.Log2E/256))), d, d)
			g.VCVTTPS2DQ(d, whole)
			g.VCVTDQ2PS(whole, p)
			g.VSUBPS(p, d, d)
			g.VMULPS(g.table("exp0", bits(expPolynomial[0])), d, p)
			g.VADDPS(g.table("exp1", bits(expPolynomial[1])), p, p)
			g.VMULPS(d, p, p)
			g.VADDPS(g.table("exp2", bits(expPolynomial[2])), p, p)
			g.VMULPS(d, p, p)
			g.VADDPS(g.table("exp3", bits(expPolynomial[3])), p, p)
			g.VMULPS(d, p, p)
			g.VADDPS(g.table("exp4", bits(expPolynomial[4])), p, p)
			g.VPSLLD(operand.U8(23), whole, whole)
			g.VPSUBD(whole, p, p)
			g.VADDPS(half, p, p)
			g.VCVTTPS2DQ(p, p)
			g.VPADDD(p, total, total)
			q[i] = p
		}
		g.pack(q, g.VPACKUSWB, out)
		g.ADDQ(operand.I32(128), scores)
		g.ADDQ(operand.I32(32), out)
	})
	sum := g.GP32()
	g.VMOVD(g.fold(total, g.VPADDD).AsX(), sum)
	g.Store(sum, g.ReturnIndex(0))
	g.end()
}

func (g *generator) columnTopsAVX2() {
	g.start("columnTopsAVX2", "func(x, tops *float32, rows, stride int)", "columnTopsAVX2 does what columnTops does.")
	x, out, rows, stride := g.argument("x"), g.argument("tops"), g.argument("rows"), g.argument("stride")
	g.SHLQ(operand.I8(2), stride)
	positive := g.YMM()
	g.VMOVUPS(g.table("positive", 0x7fffffff), positive)
	var tops [4]reg.VecVirtual
	for i := range tops {
		tops[i] = g.YMM()
		g.VXORPS(tops[i], tops[i], tops[i])
	}
	g.times("columnTops", rows, 1, func() {
		for i, top := range tops {
			v := g.YMM()
			g.VANDPS(at(x, 32*i), positive, v)
			g.VMAXPS(v, top, top)
		}
		g.ADDQ(stride, x)
	})
	for i, top := range tops {
		g.VMOVUPS(top, at(out, 32*i))
	}
	g.end()
}

func (g *generator) packValuesAVX2() {
	g.start("packValuesAVX2", "func(x, inverse *float32, out *byte, groups, stride int)",
		"packValuesAVX2 does what packValues does for whole groups of four rows.")
	x, inverse, out, groups, stride := g.argument("x"), g.argument("inverse"), g.argument("out"), g.argument("groups"), g.argument("stride")
	g.SHLQ(operand.I8(2), stride)
	stride3, half := g.GP64(), g.YMM()
	g.LEAQ(indexed(stride, stride, 2), stride3)
	g.VMOVUPS(g.table("round", bits(128.5)), half)
	var factors [4]reg.VecVirtual
	for i := range factors {
		factors[i] = g.YMM()
		g.VMOVUPS(at(inverse, 32*i), factors[i])
	}
	g.times("packValues", groups, 1, func() {
		for i, factor := range factors {
			var q [4]reg.VecVirtual
			for r := range q {
				q[r] = g.YMM()
				from := g.row(x, stride, stride3, r)
				from.Disp = 32 * i
				g.VMULPS(from, factor, q[r])
				g.VADDPS(half, q[r], q[r])
				g.VCVTTPS2DQ(q[r], q[r])
				if r > 0 {
					g.VPSLLD(operand.U8(8*r), q[r], q[r])
					g.VPOR(q[r], q[0], q[0])
				}
			}
			g.VMOVDQU(q[0], at(out, 32*i))
		}
		g.LEAQ(indexed(x, stride, 4), x)
		g.SUBQ(operand.I32(-128), out)
	})
	g.end()
}

// dotsAVX2 has four sums side by side for each row, as dot has.
func (g *generator) dotsAVX2() {
	g.start("dotsAVX2", "func(a, b, out *float32, n, rows int)", "dotsAVX2 does what dots does; n is a multiple of 4, rows too.")
	a, b, out, n, rows := g.argument("a"), g.argument("b"), g.argument("out"), g.argument("n"), g.argument("rows")
	stride, stride3 := g.shifted(n, 2), g.GP64()
	g.LEAQ(indexed(stride, stride, 2), stride3)
	g.times("dotsRows", rows, 4, func() {
		left, with := g.GP64(), g.GP64()
		g.MOVQ(n, left)
		g.MOVQ(a, with)
		var sums [4]reg.VecVirtual
		for r := range sums {
			sums[r] = g.XMM()
			g.VXORPS(sums[r], sums[r], sums[r])
		}
		g.times("dots", left, 4, func() {
			four := g.XMM()
			g.VMOVUPS(at(with, 0), four)
			for r, sum := range sums {
				product := g.XMM()
				g.VMULPS(g.row(b, stride, stride3, r), four, product)
				g.VADDPS(product, sum, sum)
			}
			g.ADDQ(operand.I32(16), with)
			g.ADDQ(operand.I32(16), b)
		})
		g.VHADDPS(sums[1], sums[0], sums[0])
		g.VHADDPS(sums[3], sums[2], sums[2])
		g.VHADDPS(sums[2], sums[0], sums[0])
		g.VMOVUPS(sums[0], at(out, 0))
		g.ADDQ(stride3, b) // b went through the first of the four rows
		g.ADDQ(operand.I32(16), out)
	})
	g.end()
}
