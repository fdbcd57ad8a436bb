package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestGenerated holds that the kernels are those that this program writes.
func TestGenerated(t *testing.T) {
	code, stubs, err := generate()
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string][]byte{codeFile: code, stubsFile: stubs} {
		got, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != string(want) {
			t.Errorf("%s is not what this program writes; run go generate ./internal/nlp/encoder", name)
		}
	}
}

// TestRegisters holds that kernels for AVX2 use nothing of AVX-512: the allocator knows 32 registers, and the assembler
// encodes those from 16 on without a word in a way that AVX2 does not have. Nor does a kernel round a product and a sum
// as one.
func TestRegisters(t *testing.T) {
	code, _, err := generate()
	if err != nil {
		t.Fatal(err)
	}
	later := regexp.MustCompile(`\b([XY](1[6-9]|2\d|3[01])|Z\d+|K\d)\b`)
	kernels := strings.Split(string(code), "\nTEXT ·")[1:]
	if len(kernels) < 10 {
		t.Fatalf("only %d kernels", len(kernels))
	}
	for _, kernel := range kernels {
		name, _, _ := strings.Cut(kernel, "(")
		if found := later.FindString(kernel); found != "" && strings.HasSuffix(name, "AVX2") {
			t.Errorf("%s uses %s", name, found)
		}
		if strings.Contains(kernel, "VFM") || strings.Contains(kernel, "VFNM") {
			t.Errorf("%s has a fused product and sum", name)
		}
	}
}
