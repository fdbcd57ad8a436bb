package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// allowedImports is the direction of the arrows between the packages: which of our packages, by their folders, a
// package may import. The first entry that matches the importing folder holds; "/..." stands for every folder below.
var allowedImports = []struct {
	folder string
	may    []string
}{
	{"cmd/graphload", []string{"...", "."}},
	{"internal/personname", nil},
	{"internal/news", []string{"internal/personname"}},
	{"internal/source", []string{"internal/news"}},
	{"internal/country", nil},
	{"internal/nlp", []string{"internal/country", "internal/personname"}},
	{"internal/nlp/...", []string{"internal/nlp", "internal/country"}},
	{"internal/extract", []string{"internal/news", "internal/country", "internal/nlp", "internal/nlp/..."}},
	{"internal/graph", []string{"internal/news", "internal/personname"}},
	{"internal/graph/neo4j", []string{"internal/graph", "internal/news"}},
	{"internal/export", []string{"internal/graph"}},
	{"internal/server", nil},
	{"queries", nil},
	{"samples", nil},
	{".", nil},
}

// driverFolder is the one package that may import the driver.
const (
	driver       = "github.com/neo4j/neo4j-go-driver"
	driverFolder = "internal/graph/neo4j"
)

// The files are parsed here: what a go list in a child process says would come from the test cache.
func TestImports(t *testing.T) {
	root := filepath.Join("..", "..")
	checked := 0
	err := filepath.WalkDir(root, func(file string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if name := entry.Name(); name == "testdata" || strings.HasPrefix(name, ".") && name != ".." {
				return fs.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(file, ".go") || strings.HasSuffix(file, "_test.go") {
			return nil
		}
		rel, err := filepath.Rel(root, file)
		if err != nil {
			return err
		}
		checked++
		return checkImports(t, file, path.Dir(filepath.ToSlash(rel)))
	})
	if err != nil {
		t.Fatal(err)
	}
	if checked < 20 {
		t.Errorf("only %d files were checked", checked)
	}
}

func checkImports(t *testing.T, file, folder string) error {
	parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
	if err != nil {
		return err
	}
	for _, spec := range parsed.Imports {
		name, err := strconv.Unquote(spec.Path.Value)
		if err != nil {
			return err
		}
		if strings.HasPrefix(name, driver) && folder != driverFolder {
			t.Errorf("%s imports the driver; only %s may", file, driverFolder)
		}
		if name != "graphload" && !strings.HasPrefix(name, "graphload/") {
			continue
		}
		target := "."
		if name != "graphload" {
			target = strings.TrimPrefix(name, "graphload/")
		}
		if !mayImport(t, folder, target) {
			t.Errorf("%s: %s must not import %s", file, folder, target)
		}
	}
	return nil
}

func mayImport(t *testing.T, folder, target string) bool {
	for _, rule := range allowedImports {
		if folderMatches(rule.folder, folder) {
			return slices.ContainsFunc(rule.may, func(pattern string) bool { return folderMatches(pattern, target) })
		}
	}
	t.Errorf("the table of imports does not know the package in %s", folder)
	return true
}

func folderMatches(pattern, folder string) bool {
	if above, ok := strings.CutSuffix(pattern, "..."); ok {
		return strings.HasPrefix(folder, above)
	}
	return pattern == folder
}
