package main

import (
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	code := m.Run()
	stopTestServer()
	os.Exit(code)
}
