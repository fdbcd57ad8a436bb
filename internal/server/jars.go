package server

import (
	"context"
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

//go:embed pom.xml
var pom []byte

// neo4jVersion is the version of Neo4j that pom.xml names.
func neo4jVersion() (string, error) {
	var project struct {
		Version string `xml:"version"`
	}
	if err := xml.Unmarshal(pom, &project); err != nil {
		return "", fmt.Errorf("the embedded pom.xml: %w", err)
	}
	return project.Version, nil
}

// jarsDir is where the jars of this pom.xml, and of no other, are kept.
func jarsDir(cacheDir string) (string, error) {
	version, err := neo4jVersion()
	if err != nil {
		return "", err
	}
	sum := sha256.Sum256(pom)
	return filepath.Join(cacheDir, "neo4j-"+version+"-"+hex.EncodeToString(sum[:4])), nil
}

func jarsCached(cacheDir string) bool {
	dir, err := jarsDir(cacheDir)
	if err != nil {
		return false
	}
	_, err = os.Stat(dir)
	return err == nil
}

// fetchJars gives the folder with Neo4j's jars, and gets them with Maven if it is not there. The folder appears when
// it is complete.
func fetchJars(ctx context.Context, cacheDir, javaHome string, progress io.Writer) (string, error) {
	dir, err := jarsDir(cacheDir)
	if err != nil || jarsCached(cacheDir) {
		return dir, err
	}
	if err := os.MkdirAll(cacheDir, 0o755); err != nil {
		return "", fmt.Errorf("make the cache folder: %w", err)
	}
	unlock, err := lockFile(ctx, filepath.Join(cacheDir, "lock"))
	if err != nil {
		return "", err
	}
	defer unlock()
	if jarsCached(cacheDir) { // another process was faster
		return dir, nil
	}
	part := dir + ".part" // what is left of a run that was cut off goes; the lock is ours
	if err := os.RemoveAll(part); err != nil {
		return "", err
	}
	began := time.Now()
	fmt.Fprintf(progress, "Getting Neo4j's jars with Maven, some 120 MB, once: %s\n", dir)
	if err := runMaven(ctx, part, javaHome); err != nil {
		return "", errors.Join(err, os.RemoveAll(part))
	}
	if err := os.Rename(part, dir); err != nil {
		return "", err
	}
	fmt.Fprintf(progress, "Got them in %.0f s\n", time.Since(began).Seconds())
	return dir, nil
}

// runMaven fills a new folder with the jars of pom.xml, whose checksums Maven compares with the registry's.
func runMaven(ctx context.Context, dir, javaHome string) error {
	project, err := os.MkdirTemp("", "graphload-pom-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(project)
	file := filepath.Join(project, "pom.xml")
	if err := os.WriteFile(file, pom, 0o600); err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, "mvn", "--batch-mode", "--quiet", "--strict-checksums", "--file", file,
		"dependency:copy-dependencies", "-DincludeScope=runtime", "-DoutputDirectory="+dir)
	cmd.Env = append(os.Environ(), "JAVA_HOME="+javaHome)
	cmd.WaitDelay = 5 * time.Second
	out, err := cmd.CombinedOutput()
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, exec.ErrNotFound):
		return errors.New("Neo4j's jars are got by Maven, and there is no mvn: " + adviseInstall())
	case err != nil:
		return fmt.Errorf("get Neo4j's jars: mvn: %w\n%s", err, lastLines(string(out), logLines))
	}
	return nil
}
