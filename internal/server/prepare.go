package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/adrg/xdg"
)

// Prepare gets what a local Neo4j needs to run: nothing where Docker answers, otherwise Java 17 or newer and Maven. It
// installs what is missing of these on Debian and Ubuntu, as root or by sudo without a question; elsewhere the error
// says what to type. What it does goes to progress.
func Prepare(ctx context.Context, progress io.Writer) error {
	if progress == nil {
		progress = io.Discard
	}
	return thisSystem().prepare(ctx, progress)
}

// system is the machine as far as the preparation depends on it; the rest is found on the PATH.
type system struct {
	goos     string
	uid      int
	javaDirs []string
	cacheDir string // where jars make Maven needless
}

func thisSystem() system {
	return system{runtime.GOOS, os.Getuid(), javaDirs[:], filepath.Join(xdg.CacheHome, "graphload")}
}

func (s system) prepare(ctx context.Context, progress io.Writer) error {
	if DockerAnswers(ctx) {
		return nil
	}
	need, err := s.missing(ctx)
	if s.goos == "windows" {
		return fmt.Errorf("no Docker engine answers: %s", s.advise(need))
	}
	if err != nil || need.nothing() {
		return err
	}
	asRoot, ok := s.rights(ctx)
	if !ok || !onPath("apt-get") {
		return fmt.Errorf("no Docker engine answers, and without one Neo4j needs Java and Maven; %s: %s",
			need, s.advise(need))
	}
	if err := s.install(ctx, asRoot, need, progress); err != nil {
		return fmt.Errorf("%w\nBy hand: %s", err, s.advise(need))
	}
	need, err = s.missing(ctx)
	if err == nil && !need.nothing() {
		err = fmt.Errorf("%s, even after installing it: see what apt-get printed", need)
	}
	return err
}

// missing is what the Java way lacks on a system.
type missing struct{ java, maven bool }

func (m missing) nothing() bool { return !m.java && !m.maven }

func (m missing) String() string {
	var what []string
	if m.java {
		what = append(what, "Java 17 or newer")
	}
	if m.maven {
		what = append(what, "Maven")
	}
	return strings.Join(what, " and ") + " not found"
}

func (s system) missing(ctx context.Context) (missing, error) {
	_, err := findJava(ctx, s.javaDirs...)
	if err != nil && (ctx.Err() != nil || !errors.Is(err, errNoJava)) {
		return missing{}, err
	}
	return missing{java: err != nil, maven: !onPath("mvn") && !jarsCached(s.cacheDir)}, nil
}

// rights gives the words before a command that make it root's.
func (s system) rights(ctx context.Context) (words []string, ok bool) {
	if s.uid == 0 {
		return nil, true
	}
	if exec.CommandContext(ctx, "sudo", "-n", "true").Run() != nil {
		return nil, false
	}
	return []string{"sudo", "-n"}, true
}

func (s system) install(ctx context.Context, asRoot []string, need missing, progress io.Writer) error {
	apt := append(asRoot[:len(asRoot):len(asRoot)], "env", "DEBIAN_FRONTEND=noninteractive",
		"apt-get", "-o", "DPkg::Lock::Timeout=300")
	fmt.Fprintf(progress, "%s: installing with apt-get\n", need)
	if err := run(ctx, progress, append(apt, "update")); err != nil {
		return err
	}
	packages := []string{"install", "-y", "--no-install-recommends"}
	if need.java {
		// Releases after Debian 12 have newer ones only.
		jre := "openjdk-17-jre-headless"
		if exec.CommandContext(ctx, "apt-cache", "show", jre).Run() != nil {
			jre = "default-jre-headless"
		}
		packages = append(packages, jre)
	}
	if need.maven {
		packages = append(packages, "maven")
	}
	return run(ctx, progress, append(apt, packages...))
}

func run(ctx context.Context, output io.Writer, words []string) error {
	cmd := exec.CommandContext(ctx, words[0], words[1:]...)
	cmd.Stdout, cmd.Stderr = output, output
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) } // dpkg is not to be killed at work
	cmd.WaitDelay = time.Minute
	if err := cmd.Run(); err != nil {
		return errors.Join(ctx.Err(), fmt.Errorf("%s: %w", strings.Join(words, " "), err))
	}
	return nil
}

// adviseInstall says how to get Java and Maven here.
func adviseInstall() string { return thisSystem().advise(missing{java: true, maven: true}) }

// advise says the one command that gets what is missing.
func (s system) advise(need missing) string {
	if s.goos == "windows" {
		return "start Docker Desktop; on Windows there is no other way"
	}
	sudo := "sudo "
	if s.uid == 0 {
		sudo = ""
	}
	for _, m := range []struct{ program, command, java, maven string }{
		{"brew", "brew install", "openjdk@21", "maven"},
		{"apt-get", sudo + "apt-get install -y", "openjdk-17-jre-headless", "maven"},
		{"dnf", sudo + "dnf install -y", "java-latest-openjdk-headless", "maven"},
		{"zypper", sudo + "zypper install -y", "java-17-openjdk-headless", "maven"},
		{"pacman", sudo + "pacman -S --needed --noconfirm", "jre-openjdk-headless", "maven"},
		{"apk", sudo + "apk add", "openjdk17-jre-headless", "maven"},
	} {
		// Homebrew is macOS's own way, also where it cannot be found.
		if !onPath(m.program) && !(m.program == "brew" && s.goos == "darwin") {
			continue
		}
		command := m.command
		if need.java {
			command += " " + m.java
		}
		if need.maven {
			command += " " + m.maven
		}
		return "run `" + command + "`, or start Docker"
	}
	return "install Java 17 (a headless runtime is enough) and Maven, or start Docker"
}

func onPath(program string) bool {
	_, err := exec.LookPath(program)
	return err == nil
}
