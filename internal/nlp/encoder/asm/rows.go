package main

import (
	"math"

	"github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// Kernels for rows of values, 8 at a time with AVX2. They do the same operations on each value as the plain Go beside
// them does, never with a product and a sum rounded as one (FMA).

func bits(f float32) uint32 { return math.Float32bits(f) }

// pack writes 32 numbers of 32 bits as bytes, which narrow makes of numbers of 16 bits.
func (g *generator) pack(numbers [4]reg.VecVirtual, narrow func(...operand.Op), out reg.Register) {
	order := g.YMM()
	g.VMOVDQU(g.table("packOrder", 0, 4, 1, 5, 2, 6, 3, 7), order)
	g.VPACKSSDW(numbers[1], numbers[0], numbers[0])
	g.VPACKSSDW(numbers[3], numbers[2], numbers[2])
	narrow(numbers[2], numbers[0], numbers[0])
	g.VPERMD(numbers[0], order, numbers[0])
	g.VMOVDQU(numbers[0], at(out, 0))
}

// fold brings the 8 lanes of x together into the lowest of the returned register.
func (g *generator) fold(x reg.VecVirtual, join func(...operand.Op)) reg.VecVirtual {
	half, other := x.AsX(), g.XMM()
	g.VEXTRACTI128(operand.U8(1), x, other)
	join(other, half, half)
	g.VPSHUFD(operand.U8(0x4e), half, other)
	join(other, half, half)
	g.VPSHUFD(operand.U8(0xb1), half, other)
	join(other, half, half)
	return x
}

func (g *generator) quantizeAVX2() {
	g.start("quantizeAVX2", "func(x *float32, out *int8, scale *float32, offset *int32, rows, n, stride int)",
		"quantizeAVX2 does what quantize does; n is a multiple of 32.")
	x, out, scale, offset := g.argument("x"), g.argument("out"), g.argument("scale"), g.argument("offset")
	rows, n, stride := g.argument("rows"), g.argument("n"), g.argument("stride")
	g.SHLQ(operand.I8(2), stride)
	half, bias := g.YMM(), g.YMM()
	g.VMOVUPS(g.table("round", bits(128.5)), half)
	g.VMOVDQU(g.table("bias", 128), bias)
	g.times("quantizeRows", rows, 1, func() {
		from, left := g.GP64(), g.GP64()
		g.MOVQ(x, from)
		g.MOVQ(n, left)
		var tops [4]reg.VecVirtual
		for i := range tops {
			tops[i] = g.YMM()
			g.VPXOR(tops[i], tops[i], tops[i])
		}
		positive := g.YMM()
		g.VMOVUPS(g.table("positive", 0x7fffffff), positive)
		g.times("quantizeTop", left, 32, func() {
			for i, top := range tops {
				v := g.YMM()
				g.VANDPS(at(from, 32*i), positive, v)
				g.VMAXPS(v, top, top)
			}
			g.ADDQ(operand.I32(128), from)
		})
		g.VMAXPS(tops[1], tops[0], tops[0])
		g.VMAXPS(tops[3], tops[2], tops[2])
		g.VMAXPS(tops[2], tops[0], tops[0])
		top := g.fold(tops[0], g.VMAXPS).AsX()
		most, step, inverse, zero := g.XMM(), g.XMM(), g.XMM(), g.XMM()
		g.VMOVSS(g.table("most", bits(127)), most)
		g.VDIVSS(most, top, step)
		g.VMOVSS(step, at(scale, 0))
		// 127 / top, and 0 where top is 0.
		g.VDIVSS(top, most, inverse)
		g.VXORPS(zero, zero, zero)
		g.VCMPSS(operand.U8(4), top, zero, zero) // not equal
		g.VANDPS(zero, inverse, inverse)
		factor := g.YMM()
		g.VBROADCASTSS(inverse, factor)
		g.MOVQ(x, from)
		g.MOVQ(n, left)
		sums := [2]reg.VecVirtual{g.YMM(), g.YMM()}
		g.VPXOR(sums[0], sums[0], sums[0])
		g.VPXOR(sums[1], sums[1], sums[1])
		g.times("quantizeBytes", left, 32, func() {
			var q [4]reg.VecVirtual
			for i := range q {
				q[i] = g.YMM()
				g.VMULPS(at(from, 32*i), factor, q[i])
				g.VADDPS(half, q[i], q[i])
				g.VCVTTPS2DQ(q[i], q[i])
				g.VPSUBD(bias, q[i], q[i])
				g.VPADDD(q[i], sums[i%2], sums[i%2])
			}
			g.pack(q, g.VPACKSSWB, out)
			g.ADDQ(operand.I32(128), from)
			g.ADDQ(operand.I32(32), out)
		})
		g.VPADDD(sums[1], sums[0], sums[0])
		sum := g.fold(sums[0], g.VPADDD).AsX()
		g.VPSLLD(operand.U8(7), sum, sum)
		g.VMOVD(sum, at(offset, 0))
		g.ADDQ(stride, x)
		g.ADDQ(operand.I32(4), scale)
		g.ADDQ(operand.I32(4), offset)
	})
	g.end()
}

// scaled sets v to 8 sums as values, and moves the pointers on.
type scaled struct {
	sums, scale, bias reg.GPVirtual
	offset, f         reg.VecVirtual
	generator         *generator
	out, left         reg.GPVirtual
}

const scaledSignature = "(sums *int32, scale, bias, out *float32, n int, offset int32, f float32)"

func (g *generator) startScaled(name, what string) *scaled {
	g.start(name, "func"+scaledSignature, what)
	return g.scaledArguments()
}

func (g *generator) scaledArguments() *scaled {
	return &scaled{
		sums: g.argument("sums"), scale: g.argument("scale"), bias: g.argument("bias"), out: g.argument("out"),
		left: g.argument("n"), offset: g.all("offset"), f: g.all("f"), generator: g,
	}
}

// each has body work on 8 values at a time; body writes them to s.out.
func (s *scaled) each(label string, body func(v reg.VecVirtual)) {
	g := s.generator
	g.times(label, s.left, 8, func() {
		v := g.YMM()
		g.VMOVDQU(at(s.sums, 0), v)
		g.VPSUBD(s.offset, v, v)
		g.VCVTDQ2PS(v, v)
		g.VMULPS(s.f, v, v)
		g.VMULPS(at(s.scale, 0), v, v)
		g.VADDPS(at(s.bias, 0), v, v)
		body(v)
		for _, p := range []reg.Register{s.sums, s.scale, s.bias, s.out} {
			g.ADDQ(operand.I32(32), p)
		}
	})
	g.end()
}

func (g *generator) scaleAVX2() {
	s := g.startScaled("scaleAVX2", "scaleAVX2 does what scale does; n is a multiple of 8.")
	s.each("scale", func(v reg.VecVirtual) { g.VMOVUPS(v, at(s.out, 0)) })
}

func (g *generator) addScaledAVX2() {
	s := g.startScaled("addScaledAVX2", "addScaledAVX2 does what addScaled does; n is a multiple of 8.")
	s.each("addScaled", func(v reg.VecVirtual) {
		g.VADDPS(at(s.out, 0), v, v)
		g.VMOVUPS(v, at(s.out, 0))
	})
}

func (g *generator) geluAVX2() {
	g.start("geluAVX2", "func(sums *int32, scale, bias, out, table *float32, n int, offset int32, f float32)",
		"geluAVX2 does what scaleGELU does; n is a multiple of 8.")
	s, table := g.scaledArguments(), g.argument("table")
	low, high, steps, half := g.YMM(), g.YMM(), g.YMM(), g.YMM()
	g.VMOVUPS(g.table("geluLow", bits(-6)), low)
	g.VMOVUPS(g.table("geluHigh", bits(6)), high)
	g.VMOVUPS(g.table("geluSteps", bits(512)), steps)
	g.VMOVUPS(g.table("half", bits(0.5)), half)
	s.each("gelu", func(v reg.VecVirtual) {
		at6, every, found, above, over := g.YMM(), g.YMM(), g.YMM(), g.YMM(), g.YMM()
		g.VMAXPS(low, v, at6)
		g.VMINPS(high, at6, at6)
		g.VADDPS(high, at6, at6)
		g.VMULPS(steps, at6, at6)
		g.VADDPS(half, at6, at6)
		g.VCVTTPS2DQ(at6, at6)
		g.VPCMPEQD(every, every, every)
		g.VXORPS(found, found, found)
		g.VGATHERDPS(every, indexed(table, at6, 4), found)
		g.VCMPPS(operand.U8(14), low, v, above) // v > -6
		g.VANDPS(above, found, found)
		g.VCMPPS(operand.U8(13), high, v, over) // v >= 6
		g.VBLENDVPS(over, v, found, found)
		g.VMOVUPS(found, at(s.out, 0))
	})
}
