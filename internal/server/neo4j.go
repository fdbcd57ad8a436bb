package server

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"text/template"
	"time"
)

//go:embed neo4j.conf.tmpl
var confText string

const (
	mainClass  = "org.neo4j.server.CommunityEntryPoint"
	adminClass = "org.neo4j.cli.AdminTool"
	logLines   = 15 // of a log, shown in an error
)

// errEnded is the failure of a start whose process ended before it was ready.
var errEnded = errors.New("its process ended")

// javaEngine runs Neo4j as a Java program in the folder neo4j.
type javaEngine struct {
	dir      string
	cacheDir string
	attached bool
	settings []string
}

func (e *javaEngine) home() string    { return filepath.Join(e.dir, "neo4j") }
func (e *javaEngine) confDir() string { return filepath.Join(e.home(), "conf") }
func (e *javaEngine) log() string     { return filepath.Join(e.home(), "logs", "neo4j.log") }

// console is what the program prints where its own log is not open (yet).
func (e *javaEngine) console() string { return filepath.Join(e.home(), "logs", "console.log") }
func (e *javaEngine) pidFile() string { return filepath.Join(e.dir, "server.pid") }

// runFile is the content of the pid file: which process the server is, and where its part of the log begins.
type runFile struct {
	process
	LogOffset int64 `json:"logOffset"`
}

func (e *javaEngine) start(ctx context.Context, set *settings, progress io.Writer) error {
	run, alive, err := e.running()
	if err != nil {
		return err
	}
	err = errEnded
	if alive { // from a start that was cut off, or it is about to end
		err = e.ready(ctx, set, run)
	}
	if errors.Is(err, errEnded) {
		if run, err = e.launch(ctx, set, progress); err != nil {
			return err
		}
		err = e.ready(ctx, set, run)
	}
	if err == nil {
		return nil
	}
	cleanup, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopWithin)
	defer cancel()
	return errors.Join(err, e.stop(cleanup, set))
}

// launch starts the process, after everything that it needs is in place.
func (e *javaEngine) launch(ctx context.Context, set *settings, progress io.Writer) (runFile, error) {
	if runtime.GOOS == "windows" {
		return runFile{}, fmt.Errorf("no Docker engine answers: %s", adviseInstall())
	}
	j, err := findJava(ctx, javaDirs[:]...)
	if errors.Is(err, errNoJava) {
		return runFile{}, fmt.Errorf("start Neo4j: %w: %s", err, adviseInstall())
	}
	if err != nil {
		return runFile{}, err
	}
	jars, err := fetchJars(ctx, e.cacheDir, j.home, progress)
	if err != nil {
		return runFile{}, err
	}
	if err := e.configure(set); err != nil {
		return runFile{}, fmt.Errorf("configure Neo4j: %w", err)
	}
	if err := e.setInitialPassword(ctx, j, jars, set); err != nil {
		return runFile{}, err
	}
	fmt.Fprintf(progress, "Starting Neo4j on Java %d in %s\n", j.release, e.home())

	var run runFile
	if fi, err := os.Stat(e.log()); err == nil {
		run.LogOffset = fi.Size()
	}
	console, err := os.OpenFile(e.console(), os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return runFile{}, err
	}
	defer console.Close()
	cmd := exec.Command(j.program(), e.args(jars)...)
	cmd.Env = javaEnv()
	cmd.Dir = e.home()
	cmd.Stdout, cmd.Stderr = console, console
	if run.process, err = startProcess(cmd, e.attached); err != nil {
		return runFile{}, fmt.Errorf("start Neo4j: %w", err)
	}
	data, err := json.Marshal(run)
	if err == nil {
		err = writeFile(e.pidFile(), append(data, '\n'))
	}
	if err != nil { // nobody could ever stop it
		return runFile{}, errors.Join(err, run.terminate())
	}
	return run, nil
}

func (e *javaEngine) configure(set *settings) error {
	for _, dir := range []string{e.home(), e.confDir(), filepath.Dir(e.log())} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return err
		}
	}
	tmpl, err := template.New("neo4j.conf").Parse(confText)
	if err != nil {
		return err
	}
	var conf bytes.Buffer
	values := map[string]any{"Bolt": address(set.BoltPort), "HTTP": address(set.HTTPPort), "Settings": e.settings}
	if err := tmpl.Execute(&conf, values); err != nil {
		return err
	}
	return writeFile(filepath.Join(e.confDir(), "neo4j.conf"), conf.Bytes())
}

// args is the command line of the server.
func (e *javaEngine) args(jars string) []string {
	return append(javaArgs(jars), "-Xms256m", "-Xmx1g", "-XX:+ExitOnOutOfMemoryError",
		mainClass, "--home-dir="+e.home(), "--config-dir="+e.confDir())
}

// javaArgs is what every program of Neo4j's needs: the packages of Java that it looks into, and its jars.
func javaArgs(jars string) []string {
	var args []string
	for _, pkg := range []string{"java.nio", "java.io", "sun.nio.ch", "java.util.concurrent"} {
		args = append(args, "--add-opens=java.base/"+pkg+"=ALL-UNNAMED")
	}
	// Java before 18 takes the encoding of files from the locale.
	return append(args, "-Dfile.encoding=UTF-8", "-cp", filepath.Join(jars, "*"))
}

// javaEnv is this process's environment without what Neo4j would take for settings, a client's password among it.
func javaEnv() []string {
	var env []string
	for _, kv := range os.Environ() {
		if !strings.HasPrefix(kv, "NEO4J_") {
			env = append(env, kv)
		}
	}
	return env
}

// setInitialPassword gives a database that was never started its password. It goes through one of Java's argument
// files, as others can read a command line.
func (e *javaEngine) setInitialPassword(ctx context.Context, j java, jars string, set *settings) error {
	if _, err := os.Stat(filepath.Join(e.home(), "data", "databases", "system")); err == nil {
		return nil
	}
	argFile := filepath.Join(e.home(), "password.args")
	if err := writeFile(argFile, []byte(adminClass+" dbms set-initial-password "+set.Password+"\n")); err != nil {
		return err
	}
	defer os.Remove(argFile)
	cmd := exec.CommandContext(ctx, j.program(), append(javaArgs(jars), "@"+argFile)...)
	cmd.Env = append(javaEnv(), "NEO4J_HOME="+e.home(), "NEO4J_CONF="+e.confDir())
	cmd.WaitDelay = time.Second
	if out, err := cmd.CombinedOutput(); err != nil {
		return errors.Join(ctx.Err(), fmt.Errorf("set Neo4j's first password: %w\n%s", err, lastLines(string(out), logLines)))
	}
	return nil
}

// ready waits until the server of this run, and not another one on the same port, answers.
func (e *javaEngine) ready(ctx context.Context, set *settings, run runFile) error {
	err := waitUntil(ctx, startWithin, func() (bool, error) {
		alive, err := run.alive()
		if err != nil {
			return false, err
		}
		if !alive {
			return false, e.died(run)
		}
		return e.started(run) && boltAnswers(ctx, set.BoltPort) && httpAnswers(ctx, "http://"+address(set.HTTPPort)), nil
	})
	if err != nil && ctx.Err() == nil {
		return fmt.Errorf("Neo4j did not start: %w (whole logs: %s)", err, filepath.Dir(e.log()))
	}
	return err
}

// started tells whether the log of this run says that all of the server's ports are open.
func (e *javaEngine) started(run runFile) bool {
	text, err := readFrom(e.log(), run.LogOffset)
	return err == nil && strings.Contains(text, "INFO  Started.")
}

// died explains by the logs why the process ended.
func (e *javaEngine) died(run runFile) error {
	console, err1 := readFrom(e.console(), 0)
	log, err2 := readFrom(e.log(), run.LogOffset)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	text := withoutFrames(console + "\n" + log)
	shown := lastLines(text, logLines)
	if strings.Contains(text, "already in use") {
		return fmt.Errorf("%w, and %w:\n%s", errPortTaken, errEnded, shown)
	}
	return fmt.Errorf("%w:\n%s", errEnded, shown)
}

// withoutFrames leaves out the lines of Java's stack traces that say where and not what.
func withoutFrames(text string) string {
	var kept strings.Builder
	for line := range strings.Lines(text) {
		if !strings.HasPrefix(line, "\tat ") && !strings.HasPrefix(line, "\t... ") {
			kept.WriteString(line)
		}
	}
	return kept.String()
}

func (e *javaEngine) stop(ctx context.Context, _ *settings) error {
	run, alive, err := e.running()
	if err != nil {
		return err
	}
	if alive {
		if err := run.terminate(); err != nil {
			return fmt.Errorf("stop Neo4j (process %d): %w", run.PID, err)
		}
		err := waitUntil(ctx, stopWithin, func() (bool, error) {
			alive, err := run.alive()
			return !alive, err
		})
		if err != nil {
			return fmt.Errorf("stop Neo4j (process %d): %w", run.PID, err)
		}
	}
	if err := os.Remove(e.pidFile()); !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

func (e *javaEngine) state(ctx context.Context, set *settings) (State, error) {
	_, alive, err := e.running()
	switch {
	case err != nil:
		return "", err
	case !alive:
		return Stopped, nil
	case boltAnswers(ctx, set.BoltPort):
		return Running, nil
	}
	return Starting, nil
}

func (e *javaEngine) wipe(context.Context, *settings) error { return os.RemoveAll(e.home()) }

// running reads the pid file. A file whose process is gone, or whose number another process has got, counts as none.
func (e *javaEngine) running() (runFile, bool, error) {
	var run runFile
	data, err := os.ReadFile(e.pidFile())
	if errors.Is(err, os.ErrNotExist) {
		return run, false, nil
	}
	if err != nil {
		return run, false, err
	}
	if err := json.Unmarshal(data, &run); err != nil {
		return run, false, fmt.Errorf("%s is damaged (%w): end the server by hand if it runs, and remove the file",
			e.pidFile(), err)
	}
	alive, err := run.alive()
	return run, alive, err
}
