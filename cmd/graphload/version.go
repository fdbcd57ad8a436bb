package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/spf13/cobra"
)

func newVersionCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(a.out, "graphload %s %s/%s %s\n", version(), runtime.GOOS, runtime.GOARCH,
				runtime.Version())
			return err
		},
	}
}

// version is what Go's build recorded: the tagged version, or a pseudo-version with the revision.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return unknownVersion
}

const unknownVersion = "(unknown)"

// programID names this program as an extractor: two programs with the same name extract the same from an article. It
// is the version, where the program was built from a clean checkout, else a hash of the executable. It is empty where
// neither can be told; then nobody knows what another run has extracted.
var programID = sync.OnceValue(func() string {
	v := version()
	if v != unknownVersion && v != "(devel)" && !strings.Contains(v, "+dirty") {
		return v
	}
	path, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return ""
	}
	return hex.EncodeToString(h.Sum(nil))
})
