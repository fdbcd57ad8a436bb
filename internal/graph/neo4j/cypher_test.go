package neo4j

import (
	"go/ast"
	"go/parser"
	"go/printer"
	"go/token"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// Where a text becomes Cypher that is no constant, and why nothing of an article, of a user or of another program can be in
// it. The compiler refuses all else.
var madeCypher = map[string]string{
	"cypher.with":       "takes names of letters, digits and underscores only",
	"statements":        "cuts a file that is embedded",
	"DB.Query → string": "the user's own Cypher and the embedded queries, in a transaction that only reads",
}

func TestCypherIsFixed(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	runs := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		set := token.NewFileSet()
		parsed, err := parser.ParseFile(set, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range parsed.Decls {
			f, ok := decl.(*ast.FuncDecl)
			if !ok {
				continue
			}
			ast.Inspect(f, func(n ast.Node) bool {
				call, ok := n.(*ast.CallExpr)
				if !ok {
					return true
				}
				switch name := source(set, call.Fun); {
				case name == "cypher" && !constant(call.Args[0]):
					found[functionName(set, f)] = madeCypher[functionName(set, f)]
				// What the driver is given is a constant or of type cypher.
				case strings.HasSuffix(name, ".Run"):
					runs++
					text := source(set, call.Args[1])
					if !strings.HasPrefix(text, "string(") && !strings.HasPrefix(text, `"`) {
						name := functionName(set, f) + " → string"
						found[name] = madeCypher[name]
					}
				}
				return true
			})
		}
	}
	if diff := cmp.Diff(madeCypher, found); diff != "" {
		t.Errorf("places where Cypher is made, those of the list (-) and those of the code (+):\n%s", diff)
	}
	if runs < 5 {
		t.Errorf("only %d calls of the driver were looked at", runs)
	}
}

func constant(e ast.Expr) bool {
	_, ok := e.(*ast.BasicLit)
	return ok
}

func source(set *token.FileSet, n ast.Node) string {
	var out strings.Builder
	if err := printer.Fprint(&out, set, n); err != nil {
		panic(err) // what was parsed can be printed
	}
	return out.String()
}

// functionName is a function's name, for a method with its type.
func functionName(set *token.FileSet, f *ast.FuncDecl) string {
	if f.Recv == nil {
		return f.Name.Name
	}
	return strings.TrimPrefix(source(set, f.Recv.List[0].Type), "*") + "." + f.Name.Name
}

// A name that is none for Cypher does not get into it, wherever it comes from.
func TestWith(t *testing.T) {
	if got := cypher("MATCH (n:`NAME` {KEY: $key})").with("NAME", "Person", "KEY", "id"); got != "MATCH (n:`Person` {id: $key})" {
		t.Errorf("got %s", got)
	}
	for _, name := range []string{"", "a b", "a`", `a\u0060`, "a:b", "a\x00", "né", "a)"} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%q is taken", name)
				}
			}()
			cypher("MATCH (n:`NAME`)").with("NAME", name)
		}()
	}
}
