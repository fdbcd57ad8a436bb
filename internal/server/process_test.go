//go:build unix

package server

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"
)

// startSleep starts a process that does nothing, for a minute at most.
func startSleep(t *testing.T) process {
	t.Helper()
	cmd := exec.Command("sleep", "60")
	p, err := startProcess(cmd, false)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := p.terminate(); err != nil {
			t.Error(err)
		}
	})
	return p
}

func waitGone(t *testing.T, p process) {
	t.Helper()
	err := waitUntil(t.Context(), 10*time.Second, func() (bool, error) {
		alive, err := p.alive()
		return !alive, err
	})
	if err != nil {
		t.Fatalf("process %d is still there: %v", p.PID, err)
	}
}

func TestProcess(t *testing.T) {
	p := startSleep(t)
	if alive, err := p.alive(); !alive || err != nil {
		t.Fatalf("after the start: alive %t, %v", alive, err)
	}
	later := process{p.PID, p.Started + "0"} // the same number, started at another time
	if alive, err := later.alive(); alive || err != nil {
		t.Errorf("a stranger counts as ours: alive %t, %v", alive, err)
	}
	if err := later.terminate(); err != nil {
		t.Errorf("ending a process that is gone: %v", err)
	}
	if alive, err := p.alive(); !alive || err != nil {
		t.Fatalf("a stranger was ended: alive %t, %v", alive, err)
	}
	if err := p.terminate(); err != nil {
		t.Fatal(err)
	}
	waitGone(t, p)
}

// A child that ended and was not waited for counts as gone: in a container nobody may ever wait for it.
func TestZombieIsGone(t *testing.T) {
	cmd := exec.Command("sleep", "60")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	started, err := processStart(cmd.Process.Pid)
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	waitGone(t, process{cmd.Process.Pid, started})
	if err := cmd.Wait(); err == nil {
		t.Error("a killed process ended well")
	}
}

func TestStop(t *testing.T) {
	// newJava gives a data folder of the Java way whose pid file names p.
	newJava := func(t *testing.T, p process) (*Server, *javaEngine) {
		t.Helper()
		srv, err := New(Config{Dir: t.TempDir(), CacheDir: t.TempDir()})
		if err != nil {
			t.Fatal(err)
		}
		set := newSettings()
		set.Engine, set.BoltPort = Java, freePort(t)
		if err := set.save(srv.conf.Dir); err != nil {
			t.Fatal(err)
		}
		e := srv.engine(Java).(*javaEngine)
		data, err := json.Marshal(runFile{process: p})
		if err == nil {
			err = os.WriteFile(e.pidFile(), data, 0o600)
		}
		if err == nil {
			err = os.MkdirAll(e.home(), 0o700)
		}
		if err != nil {
			t.Fatal(err)
		}
		return srv, e
	}
	wantState := func(t *testing.T, srv *Server, want State) {
		t.Helper()
		status, err := srv.Status(t.Context())
		if err != nil || status.State != want {
			t.Errorf("state %s, %v, want %s", status.State, err, want)
		}
	}

	t.Run("a running one", func(t *testing.T) {
		p := startSleep(t)
		srv, e := newJava(t, p)
		wantState(t, srv, Starting) // Bolt does not answer
		if err := srv.Stop(t.Context()); err != nil {
			t.Fatal(err)
		}
		if alive, err := p.alive(); alive || err != nil {
			t.Errorf("after the stop: alive %t, %v", alive, err)
		}
		if _, err := os.Stat(e.pidFile()); !os.IsNotExist(err) {
			t.Errorf("the pid file is still there: %v", err)
		}
		wantState(t, srv, Stopped)
	})
	t.Run("a stale pid file", func(t *testing.T) {
		stranger := startSleep(t)
		srv, e := newJava(t, process{stranger.PID, "before the last boot"})
		wantState(t, srv, Stopped)
		if err := srv.Stop(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := srv.Wipe(t.Context()); err != nil {
			t.Fatal(err)
		}
		if alive, err := stranger.alive(); !alive || err != nil {
			t.Errorf("a stranger was ended: alive %t, %v", alive, err)
		}
		if _, err := os.Stat(e.home()); !os.IsNotExist(err) {
			t.Errorf("the data is still there: %v", err)
		}
		if _, ok := srv.Info(); ok {
			t.Error("wiped, and still there are settings")
		}
		wantState(t, srv, Absent)
	})
	t.Run("a damaged pid file", func(t *testing.T) {
		srv, e := newJava(t, process{})
		if err := os.WriteFile(e.pidFile(), []byte(`{"pid":`), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := srv.Wipe(t.Context()); err == nil || !strings.Contains(err.Error(), e.pidFile()) {
			t.Errorf("got %v, want an error with the file's name", err)
		}
		if _, err := os.Stat(e.home()); err != nil {
			t.Errorf("the data of a server that may run is gone: %v", err)
		}
	})
	t.Run("none was ever started", func(t *testing.T) {
		srv, err := New(Config{Dir: t.TempDir() + "/absent"})
		if err != nil {
			t.Fatal(err)
		}
		if err := srv.Stop(t.Context()); err != nil {
			t.Error(err)
		}
		if err := srv.Wipe(t.Context()); err != nil {
			t.Error(err)
		}
		if _, err := os.Stat(srv.conf.Dir); !os.IsNotExist(err) {
			t.Errorf("the folder was made: %v", err)
		}
	})
}

func TestStartSaysWhyTheProgramEnded(t *testing.T) {
	srv, err := New(Config{Dir: t.TempDir(), CacheDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	jars, err := jarsDir(srv.conf.CacheDir)
	if err == nil {
		err = os.Mkdir(jars, 0o700)
	}
	if err != nil {
		t.Fatal(err)
	}
	// A java that describes itself, sets a password, and then fails as a server.
	home := t.TempDir()
	script := `#!/bin/sh
case "$*" in
*XshowSettings*) echo 'java.home = ` + home + `'; echo 'java.specification.version = 17';;
*password.args) ;;
*) echo 'Could not reserve enough space for object heap' >&2; exit 1;;
esac
`
	if err := os.Mkdir(home+"/bin", 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(home+"/bin/java", []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	fakePath(t, nil)
	t.Setenv("JAVA_HOME", home)

	_, err = srv.Start(t.Context(), nil)
	if err == nil || !strings.Contains(err.Error(), "Could not reserve enough space") {
		t.Errorf("got %v, want what the program said", err)
	}
	if _, ok := srv.Info(); ok {
		t.Error("a database that never ran has settings")
	}
}

func TestOneProcessAtATimeHasTheLock(t *testing.T) {
	path := t.TempDir() + "/lock"
	unlock, err := lockFile(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := lockFile(ctx, path); !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("while another has it: %v", err)
	}
	unlock()
	unlock, err = lockFile(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	unlock()
}
