package server

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

const (
	composeWithin = 15 * time.Minute // the first start gets an image of some 500 MB
	containerStop = 60               // seconds that a container gets to end by itself
)

// DockerAnswers tells within seconds whether a Docker engine with Compose can be used.
func DockerAnswers(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, 2*answerWithin)
	defer cancel()
	for _, args := range [][]string{{"info", "--format", "{{.ServerVersion}}"}, {"compose", "version", "--short"}} {
		cmd := exec.CommandContext(ctx, "docker", args...)
		cmd.WaitDelay = time.Second
		out, err := cmd.Output()
		if err != nil || strings.TrimSpace(string(out)) == "" {
			return false
		}
	}
	return true
}

// dockerEngine runs Neo4j as the one service of a Compose project. The data lives in the project's volumes.
type dockerEngine struct {
	dir     string
	compose string
}

func (e *dockerEngine) start(ctx context.Context, set *settings, progress io.Writer) error {
	fmt.Fprintln(progress, "Starting Neo4j in Docker")
	ctx, cancel := context.WithTimeout(ctx, composeWithin)
	defer cancel()
	if _, err := e.run(ctx, set, progress, "up", "--detach", "--wait"); err != nil {
		cleanup, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopWithin)
		defer cancel()
		return errors.Join(err, e.stop(cleanup, set))
	}
	return waitUntil(ctx, startWithin, func() (bool, error) { return boltAnswers(ctx, set.BoltPort), nil })
}

func (e *dockerEngine) stop(ctx context.Context, set *settings) error {
	_, err := e.run(ctx, set, io.Discard, "down", "--timeout", strconv.Itoa(containerStop))
	return err
}

func (e *dockerEngine) wipe(ctx context.Context, set *settings) error {
	_, err := e.run(ctx, set, io.Discard, "down", "--volumes")
	if err != nil {
		return err
	}
	return os.Remove(e.file())
}

func (e *dockerEngine) state(ctx context.Context, set *settings) (State, error) {
	if !DockerAnswers(ctx) {
		return "", errors.New("the local database lives in Docker, and no Docker engine answers: start Docker")
	}
	out, err := e.run(ctx, set, io.Discard, "ps", "--status", "running", "--quiet")
	switch {
	case err != nil:
		return "", err
	case strings.TrimSpace(out) == "":
		return Stopped, nil
	case boltAnswers(ctx, set.BoltPort):
		return Running, nil
	}
	return Starting, nil
}

func (e *dockerEngine) file() string { return filepath.Join(e.dir, "docker-compose.yml") }

// run runs docker compose on the project of this folder. Password and ports go through the environment, which other
// users cannot see.
func (e *dockerEngine) run(ctx context.Context, set *settings, progress io.Writer, args ...string) (string, error) {
	if err := writeFile(e.file(), []byte(e.compose)); err != nil {
		return "", err
	}
	cmd := exec.CommandContext(ctx, "docker", e.args(args...)...)
	cmd.Env = append(os.Environ(), composeEnv(set)...)
	cmd.Cancel = func() error { return cmd.Process.Signal(os.Interrupt) }
	cmd.WaitDelay = 10 * time.Second
	var stdout, stderr strings.Builder
	cmd.Stdout = &stdout
	cmd.Stderr = io.MultiWriter(&stderr, progress)
	if err := cmd.Run(); err != nil {
		if ctx.Err() != nil {
			return "", ctx.Err()
		}
		msg := lastLines(stderr.String(), logLines)
		if strings.Contains(msg, "port is already allocated") || strings.Contains(msg, "address already in use") {
			return "", fmt.Errorf("%w: %s", errPortTaken, msg)
		}
		return "", fmt.Errorf("docker compose %s: %w\n%s", args[0], err, msg)
	}
	return stdout.String(), nil
}

func (e *dockerEngine) args(args ...string) []string {
	return append([]string{"compose", "--project-name", projectName(e.dir), "--file", e.file()}, args...)
}

func composeEnv(set *settings) []string {
	return []string{
		"NEO4J_PASSWORD=" + set.Password,
		"GRAPHLOAD_BOLT_PORT=" + strconv.Itoa(set.BoltPort),
		"GRAPHLOAD_HTTP_PORT=" + strconv.Itoa(set.HTTPPort),
	}
}

// projectName gives each data folder containers and volumes of its own.
func projectName(dir string) string {
	sum := sha256.Sum256([]byte(dir))
	return "graphload-" + hex.EncodeToString(sum[:4])
}
