#include "textflag.h"

// The functions of rows.go with AVX-512, 16 values at a time, the same operations in the same order for each value.

// func absMaxAVX512(x *float32, n int) uint32
TEXT ·absMaxAVX512(SB), NOSPLIT, $0-20
	MOVQ         x+0(FP), AX
	MOVQ         n+8(FP), CX
	MOVL         $0x7fffffff, DX
	VPBROADCASTD DX, Z1
	VPXORD       Z0, Z0, Z0

absLoop:
	VPANDD (AX), Z1, Z2
	VPMAXUD Z2, Z0, Z0
	ADDQ   $64, AX
	SUBQ   $16, CX
	JNZ    absLoop
	VEXTRACTI64X4 $1, Z0, Y1
	VPMAXUD Y1, Y0, Y0
	VEXTRACTI128  $1, Y0, X1
	VPMAXUD X1, X0, X0
	VPSHUFD $0x4e, X0, X1
	VPMAXUD X1, X0, X0
	VPSHUFD $0xb1, X0, X1
	VPMAXUD X1, X0, X0
	VMOVD  X0, AX
	MOVL   AX, ret+16(FP)
	VZEROUPPER
	RET

// func toBytesAVX512(x *float32, out *int8, n int, inverse float32) int32
TEXT ·toBytesAVX512(SB), NOSPLIT, $0-36
	MOVQ         x+0(FP), AX
	MOVQ         out+8(FP), BX
	MOVQ         n+16(FP), CX
	VBROADCASTSS inverse+24(FP), Z1
	MOVL         $0x43008000, DX // 128.5
	VPBROADCASTD DX, Z2
	MOVL         $128, DX
	VPBROADCASTD DX, Z3
	VPXORD       Z0, Z0, Z0

bytesLoop:
	VMULPS     (AX), Z1, Z4
	VADDPS     Z2, Z4, Z4
	VCVTTPS2DQ Z4, Z4
	VPSUBD     Z3, Z4, Z4
	VPADDD     Z4, Z0, Z0
	VPMOVDB    Z4, (BX)
	ADDQ       $64, AX
	ADDQ       $16, BX
	SUBQ       $16, CX
	JNZ        bytesLoop
	VEXTRACTI64X4 $1, Z0, Y1
	VPADDD  Y1, Y0, Y0
	VEXTRACTI128  $1, Y0, X1
	VPADDD  X1, X0, X0
	VPSHUFD $0x4e, X0, X1
	VPADDD  X1, X0, X0
	VPSHUFD $0xb1, X0, X1
	VPADDD  X1, X0, X0
	VMOVD   X0, AX
	MOVL    AX, ret+32(FP)
	VZEROUPPER
	RET

// func scaleRowAVX512(sums *int32, scale, bias, out *float32, n int, offset int32, f float32)
TEXT ·scaleRowAVX512(SB), NOSPLIT, $0-48
	MOVQ         sums+0(FP), AX
	MOVQ         scale+8(FP), BX
	MOVQ         bias+16(FP), DX
	MOVQ         out+24(FP), DI
	MOVQ         n+32(FP), CX
	MOVL         offset+40(FP), SI
	VPBROADCASTD SI, Z1
	VBROADCASTSS f+44(FP), Z2

scaleLoop:
	VMOVDQU32 (AX), Z0
	VPSUBD    Z1, Z0, Z0
	VCVTDQ2PS Z0, Z0
	VMULPS    Z2, Z0, Z0
	VMULPS    (BX), Z0, Z0
	VADDPS    (DX), Z0, Z0
	VMOVUPS   Z0, (DI)
	ADDQ      $64, AX
	ADDQ      $64, BX
	ADDQ      $64, DX
	ADDQ      $64, DI
	SUBQ      $16, CX
	JNZ       scaleLoop
	VZEROUPPER
	RET

// func scoreAVX512(sums *int32, keyScale, scores *float32, n int, offset int32, f float32) float32
TEXT ·scoreAVX512(SB), NOSPLIT, $0-44
	MOVQ         sums+0(FP), AX
	MOVQ         keyScale+8(FP), BX
	MOVQ         scores+16(FP), DI
	MOVQ         n+24(FP), CX
	MOVL         offset+32(FP), SI
	VPBROADCASTD SI, Z1
	VBROADCASTSS f+36(FP), Z2
	MOVL         $0xff800000, DX // -Inf
	VPBROADCASTD DX, Z3

scoreLoop:
	VMOVDQU32 (AX), Z0
	VPSUBD    Z1, Z0, Z0
	VCVTDQ2PS Z0, Z0
	VMULPS    Z2, Z0, Z0
	VMULPS    (BX), Z0, Z0
	VMOVUPS   Z0, (DI)
	VMAXPS    Z0, Z3, Z3
	ADDQ      $64, AX
	ADDQ      $64, BX
	ADDQ      $64, DI
	SUBQ      $16, CX
	JNZ       scoreLoop
	VEXTRACTF64X4 $1, Z3, Y1
	VMAXPS  Y1, Y3, Y3
	VEXTRACTF128  $1, Y3, X1
	VMAXPS  X1, X3, X3
	VSHUFPS $0x4e, X3, X3, X1
	VMAXPS  X1, X3, X3
	VSHUFPS $0xb1, X3, X3, X1
	VMAXPS  X1, X3, X3
	VMOVSS  X3, ret+40(FP)
	VZEROUPPER
	RET

// func expAVX512(scores *float32, out *int8, table *int32, n int, top float32, last int32) int32
TEXT ·expAVX512(SB), NOSPLIT, $0-44
	MOVQ         scores+0(FP), AX
	MOVQ         out+8(FP), BX
	MOVQ         table+16(FP), DX
	MOVQ         n+24(FP), CX
	VBROADCASTSS top+32(FP), Z1
	MOVL         last+36(FP), SI
	VPBROADCASTD SI, Z2
	VPXORD       Z0, Z0, Z0

expLoop:
	VSUBPS     (AX), Z1, Z3
	VCVTTPS2DQ Z3, Z3
	VPMINUD    Z2, Z3, Z3
	KXNORW     K1, K1, K1
	VPGATHERDD (DX)(Z3*4), K1, Z4
	VPADDD     Z4, Z0, Z0
	VPMOVDB    Z4, (BX)
	ADDQ       $64, AX
	ADDQ       $16, BX
	SUBQ       $16, CX
	JNZ        expLoop
	VEXTRACTI64X4 $1, Z0, Y1
	VPADDD  Y1, Y0, Y0
	VEXTRACTI128  $1, Y0, X1
	VPADDD  X1, X0, X0
	VPSHUFD $0x4e, X0, X1
	VPADDD  X1, X0, X0
	VPSHUFD $0xb1, X0, X1
	VPADDD  X1, X0, X0
	VMOVD   X0, AX
	MOVL    AX, ret+40(FP)
	VZEROUPPER
	RET
