//go:build unix

package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/adrg/xdg"
	"github.com/testcontainers/testcontainers-go"

	"graphload/internal/export"
	"graphload/internal/graph"
	"graphload/internal/server"
)

// adminTool writes a program that is neo4j-admin for the Neo4j with a home folder, and returns its path.
func adminTool(t testing.TB, home string) string {
	t.Helper()
	jars, err := filepath.Glob(filepath.Join(xdg.CacheHome, "graphload", "neo4j-*", "neo4j-import-tool-*.jar"))
	if err != nil || len(jars) == 0 {
		t.Fatalf("no import tool among Neo4j's jars: %v", err)
	}
	java, err := exec.LookPath("java")
	if err != nil {
		t.Fatal(err)
	}
	tool := filepath.Join(t.TempDir(), "neo4j-admin")
	script := fmt.Sprintf(`#!/bin/sh
export NEO4J_HOME='%[1]s' NEO4J_CONF='%[1]s/conf'
exec '%[2]s' --add-opens=java.base/java.nio=ALL-UNNAMED -Dfile.encoding=UTF-8 -Xmx1g -cp '%[3]s/*' org.neo4j.cli.AdminTool "$@"
`, home, java, filepath.Dir(jars[0]))
	if err := os.WriteFile(tool, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	return tool
}

// importInto runs the script of an export for the Neo4j with a home folder.
func importInto(t testing.TB, export, home string) *exec.Cmd {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(home, "conf"), 0o700); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), filepath.Join(export, "import.sh"))
	cmd.Env = append(os.Environ(), "NEO4J_ADMIN="+adminTool(t, home))
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("import: %v\n%s", err, out[max(0, len(out)-5000):])
	}
	return cmd
}

// exportedFiles writes the graph of articles for the import tool, without a database.
func exportedFiles(t testing.TB, list []*graph.Fragment) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "graph")
	folder, err := export.NewFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	_, err = export.Write(t.Context(), folder, export.CSV, nil, graph.Build(list))
	if err := errors.Join(err, folder.Close()); err != nil {
		t.Fatal(err)
	}
	return dir
}

// startImported starts a Neo4j on the store that an export's script makes, and ends it with the test.
func startImported(t *testing.T, export string) server.Info {
	t.Helper()
	if server.DockerAnswers(t.Context()) {
		info, stop, err := startContainer(t.Context(), testcontainers.WithFiles(testcontainers.ContainerFile{
			HostFilePath: export, ContainerFilePath: "/", FileMode: 0o755}),
			testcontainers.WithEntrypoint("sh", "-c", "runuser -u neo4j -- sh /"+filepath.Base(export)+
				"/import.sh && exec tini -g -- /startup/docker-entrypoint.sh neo4j"))
		t.Cleanup(func() {
			if err := stop(context.Background()); err != nil { // the test's own context has ended
				t.Error(err)
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		return info
	}
	dir := filepath.Join(t.TempDir(), "server")
	importInto(t, export, filepath.Join(dir, "neo4j"))
	return startOwnServerIn(t, dir).info
}
