// Command asm writes the encoder's kernels for amd64 with avo: go generate in internal/nlp/encoder runs it.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/pass"
	"github.com/mmcloughlin/avo/printer"
	"github.com/mmcloughlin/avo/reg"
)

// The files that are written, in the folder that the first argument names.
const (
	codeFile  = "kernels_amd64.s"
	stubsFile = "kernels_amd64.go"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "asm:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("want the folder to write to, got %q", args)
	}
	code, stubs, err := generate()
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(args[0], codeFile), code, 0o644); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(args[0], stubsFile), stubs, 0o644)
}

// generate returns the assembly and the Go file with its declarations.
func generate() (code, stubs []byte, err error) {
	g := &generator{Context: build.NewContext()}
	g.productVNNI()
	g.productAVX2()
	g.expandAVX2()
	g.quantizeAVX2()
	g.scaleAVX2()
	g.addScaledAVX2()
	g.geluAVX2()
	g.normAVX2()
	g.weighAVX2()
	g.columnTopsAVX2()
	g.packValuesAVX2()
	g.dotsAVX2()
	file, err := g.Result()
	if err != nil {
		return nil, nil, err
	}
	if err := pass.Compile.Execute(file); err != nil {
		return nil, nil, err
	}
	about := printer.Config{Name: "asm, with avo", Pkg: "encoder"}
	if code, err = printer.NewGoAsm(about).Print(file); err != nil {
		return nil, nil, err
	}
	stubs, err = printer.NewStubs(about).Print(file)
	return code, stubs, err
}

// generator adds to avo what several kernels need.
type generator struct {
	*build.Context
	constants map[string]operand.Mem
}

// start begins a function. Pointers do not escape it, and it calls nothing.
func (g *generator) start(name, signature string, doc ...string) {
	g.Function(name)
	g.Attributes(4) // NOSPLIT
	g.Pragma("noescape")
	g.SignatureExpr(signature)
	g.Doc(doc...)
}

// end returns from the function; the upper halves of the registers would slow down code without AVX.
func (g *generator) end() {
	g.VZEROUPPER()
	g.RET()
}

// argument loads a parameter into a register for whole numbers and pointers.
func (g *generator) argument(name string) reg.GPVirtual {
	r := g.GP64()
	g.Load(g.Param(name), r)
	return r
}

// shifted returns r shifted to the left.
func (g *generator) shifted(r reg.Register, by int8) reg.GPVirtual {
	out := g.GP64()
	g.MOVQ(r, out)
	g.SHLQ(operand.I8(by), out)
	return out
}

// all loads a float32 or int32 parameter into all lanes.
func (g *generator) all(name string) reg.VecVirtual {
	r := g.YMM()
	at, err := g.Param(name).Resolve()
	if err != nil {
		panic(err) // a name that the signature above it lacks
	}
	g.VBROADCASTSS(at.Addr, r)
	return r
}

// table returns 32 bytes of constants: as many numbers as are given, over and over.
func (g *generator) table(name string, values ...uint32) operand.Mem {
	if at, ok := g.constants[name]; ok {
		return at
	}
	at := g.StaticGlobal(name)
	g.DataAttributes(8 | 16) // RODATA, NOPTR
	for i := range 8 {
		g.AddDatum(4*i, operand.U32(values[i%len(values)]))
	}
	if g.constants == nil {
		g.constants = map[string]operand.Mem{}
	}
	g.constants[name] = at
	return at
}

// times has body run until count, less step each time, is 0. It may not be 0 before.
func (g *generator) times(label string, count reg.Register, step int, body func()) {
	g.Label(label)
	body()
	g.SUBQ(operand.I32(step), count)
	g.JNZ(operand.LabelRef(label))
}

func at(base reg.Register, displacement int) operand.Mem {
	return operand.Mem{Base: base, Disp: displacement}
}

func indexed(base, index reg.Register, scale uint8) operand.Mem {
	return operand.Mem{Base: base, Index: index, Scale: scale}
}
