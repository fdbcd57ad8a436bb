package server

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// oldestJava is the first feature release that Neo4j 5 runs on.
const oldestJava = 17

// javaDirs are patterns of folders in which systems keep Java without putting it on the PATH.
var javaDirs = [...]string{
	"/usr/lib/jvm/*",
	"/Library/Java/JavaVirtualMachines/*/Contents/Home",
	"/opt/homebrew/opt/openjdk*",
	"/usr/local/opt/openjdk*",
}

var errNoJava = errors.New("no Java 17 or newer found")

// java is a Java runtime as it describes itself.
type java struct {
	home    string // of the runtime: home/bin/java is the program
	release int    // 8, 17, 21 …
}

func (j java) program() string { return filepath.Join(j.home, "bin", "java") }

// findJava gives the first runtime that is new enough: JAVA_HOME's, the PATH's, then one from dirs.
func findJava(ctx context.Context, dirs ...string) (java, error) {
	var programs []string
	if home := os.Getenv("JAVA_HOME"); home != "" {
		programs = append(programs, filepath.Join(home, "bin", "java"))
	}
	if path, err := exec.LookPath("java"); err == nil {
		programs = append(programs, path)
	}
	for _, dir := range dirs {
		found, err := filepath.Glob(filepath.Join(dir, "bin", "java"))
		if err != nil {
			return java{}, err
		}
		programs = append(programs, found...)
	}
	for _, program := range programs {
		if j, ok := askJava(ctx, program); ok && j.release >= oldestJava {
			return j, nil
		}
	}
	return java{}, errors.Join(errNoJava, ctx.Err())
}

func askJava(ctx context.Context, program string) (java, bool) {
	ctx, cancel := context.WithTimeout(ctx, 10*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, "-XshowSettings:properties", "-version")
	cmd.WaitDelay = time.Second
	out, err := cmd.CombinedOutput()
	if err != nil {
		return java{}, false
	}
	return parseJava(out)
}

// parseJava reads what java -XshowSettings:properties prints: a line "name = value" for each property.
func parseJava(out []byte) (java, bool) {
	var j java
	lines := bufio.NewScanner(bytes.NewReader(out))
	for lines.Scan() {
		name, value, _ := strings.Cut(lines.Text(), "=")
		value = strings.TrimSpace(value)
		switch strings.TrimSpace(name) {
		case "java.home":
			j.home = value
		case "java.specification.version": // 1.8, then 9, 10 …
			release, err := strconv.Atoi(strings.TrimPrefix(value, "1."))
			if err != nil {
				return java{}, false
			}
			j.release = release
		}
	}
	return j, j.home != "" && j.release != 0
}
