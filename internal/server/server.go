// Package server runs a local Neo4j for people who have none: in Docker where an engine answers, otherwise as a Java
// program made of Maven's artifacts. The server listens on the loopback address only, keeps its data in one folder of
// the user's, and goes on when the program that started it ends.
package server

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/adrg/xdg"
)

// Config says where a local Neo4j lives and how it is run. The zero value is the user's own database, run by Java.
type Config struct {
	// Dir holds settings, data and logs. Default: graphload in the user's data folder.
	Dir string
	// CacheDir holds Neo4j's jars, for all data folders. Default: graphload in the user's cache folder.
	CacheDir string
	// BoltPort and HTTPPort are the ports to use, or an error if something else has them. 0: those of the last
	// start, at first 7687 and 7474, or free ones where these are taken.
	BoltPort, HTTPPort int
	// Compose is the text of docker-compose.yml. Without it Docker is not used.
	Compose string
	// Attached ties a Java server to the process that starts it: it stays in its process group, so that an
	// interrupt reaches both, and on Linux it is told to stop when that process ends.
	Attached bool
	// Settings are further lines of neo4j.conf, "name=value". A container's stand in Compose.
	Settings []string
}

// Engine is the way in which the server is run.
type Engine string

const (
	Docker Engine = "docker"
	Java   Engine = "java"
)

// State is what the server is doing.
type State string

const (
	Absent   State = "absent"   // it was never started, or wiped
	Stopped  State = "stopped"  // it has data, and does not run
	Starting State = "starting" // its process runs, Bolt does not answer (yet)
	Running  State = "running"  // Bolt answers
)

// Info is what a client needs to connect.
type Info struct {
	URI        string `json:"uri"`
	BrowserURL string `json:"browser"`
	Username   string `json:"username"`
	Password   string `json:"-"`
	Database   string `json:"database"`
	Engine     Engine `json:"engine"`
}

// Status is the state of the local database. Info is empty where State is Absent.
type Status struct {
	State State  `json:"state"`
	Dir   string `json:"dir"`
	Info
}

// Server is a local Neo4j. Its methods may be called by several processes at once: those that change something wait
// for one another.
type Server struct {
	conf Config
}

// engine runs Neo4j in one way. None of its methods is called by two at once for one folder, except state.
type engine interface {
	// start returns when the server is ready, and leaves nothing running if it fails.
	start(ctx context.Context, set *settings, progress io.Writer) error
	stop(ctx context.Context, set *settings) error
	state(ctx context.Context, set *settings) (State, error)
	// wipe removes the data of a stopped server.
	wipe(ctx context.Context, set *settings) error
}

// New gives the local Neo4j of conf, without starting or creating anything.
func New(conf Config) (*Server, error) {
	if conf.Dir == "" {
		conf.Dir = filepath.Join(xdg.DataHome, "graphload")
	}
	if conf.CacheDir == "" {
		conf.CacheDir = filepath.Join(xdg.CacheHome, "graphload")
	}
	for _, dir := range []*string{&conf.Dir, &conf.CacheDir} {
		abs, err := filepath.Abs(*dir)
		if err != nil {
			return nil, err
		}
		*dir = abs
	}
	for _, port := range []int{conf.BoltPort, conf.HTTPPort} {
		if port < 0 || port > 65535 {
			return nil, fmt.Errorf("port %d: a port is a number from 1 to 65535", port)
		}
	}
	if conf.BoltPort != 0 && conf.BoltPort == conf.HTTPPort {
		return nil, fmt.Errorf("port %d: Bolt and HTTP need two different ports", conf.BoltPort)
	}
	return &Server{conf}, nil
}

// Info gives the settings of the local database without starting it; false if it was never started.
func (s *Server) Info() (Info, bool) {
	set, err := loadSettings(s.conf.Dir)
	if err != nil || set == nil || set.Engine == "" {
		return Info{}, false
	}
	return set.info(), true
}

// Start starts the server if it does not run, and returns when it answers. What it does goes to progress, a line each.
// At the first start it makes a password.
func (s *Server) Start(ctx context.Context, progress io.Writer) (Info, error) {
	if progress == nil {
		progress = io.Discard
	}
	if err := os.MkdirAll(s.conf.Dir, 0o700); err != nil {
		return Info{}, fmt.Errorf("make the database's folder: %w", err)
	}
	unlock, err := s.lock(ctx)
	if err != nil {
		return Info{}, err
	}
	defer unlock()

	set, err := loadSettings(s.conf.Dir)
	if err != nil {
		return Info{}, err
	}
	if set == nil {
		set = newSettings()
	}
	first := set.Engine == ""
	if first {
		set.Engine = s.choose(ctx)
	}
	eng := s.engine(set.Engine)
	state, err := eng.state(ctx, set)
	if err != nil {
		return Info{}, err
	}
	if state == Running {
		return set.info(), s.otherPorts(set)
	}
	began := time.Now()
	if err := s.startStopped(ctx, eng, set, state, progress); err != nil {
		if first { // nothing was kept yet, so the next start may choose again
			set.Engine = ""
			err = errors.Join(err, set.save(s.conf.Dir))
		}
		return Info{}, err
	}
	fmt.Fprintf(progress, "Neo4j answers at %s after %.1f s\n", set.info().URI, time.Since(began).Seconds())
	return set.info(), nil
}

// otherPorts is the error of demanding other ports than those of the running server.
func (s *Server) otherPorts(set *settings) error {
	for _, p := range []struct{ demanded, used int }{{s.conf.BoltPort, set.BoltPort}, {s.conf.HTTPPort, set.HTTPPort}} {
		if p.demanded != 0 && p.demanded != p.used {
			return fmt.Errorf("the local database runs already, on port %d and not %d: stop it first", p.used, p.demanded)
		}
	}
	return nil
}

// startTries is how often the ports are chosen anew when another program takes them between the choice and the start.
const startTries = 3

func (s *Server) startStopped(ctx context.Context, eng engine, set *settings, state State, progress io.Writer) error {
	for try := 1; ; try++ {
		if state == Stopped {
			if err := set.choosePorts(s.conf, progress); err != nil {
				return err
			}
		}
		if err := set.save(s.conf.Dir); err != nil {
			return err
		}
		err := eng.start(ctx, set, progress)
		if !errors.Is(err, errPortTaken) || try == startTries {
			return err
		}
		state = Stopped
	}
}

// Stop ends the server cleanly and returns when it is gone. Stopping a server that does not run is no error.
func (s *Server) Stop(ctx context.Context) error {
	return s.change(ctx, func(eng engine, set *settings) error {
		return stopRunning(ctx, eng, set)
	})
}

// Wipe stops the server and removes its data, its password and its logs. The next start begins anew.
func (s *Server) Wipe(ctx context.Context) error {
	return s.change(ctx, func(eng engine, set *settings) error {
		if err := stopRunning(ctx, eng, set); err != nil {
			return err
		}
		if err := eng.wipe(ctx, set); err != nil {
			return err
		}
		return os.Remove(settingsPath(s.conf.Dir))
	})
}

// Status tells what the server is doing.
func (s *Server) Status(ctx context.Context) (Status, error) {
	st := Status{State: Absent, Dir: s.conf.Dir}
	set, err := loadSettings(s.conf.Dir)
	if err != nil || set == nil || set.Engine == "" {
		return st, err
	}
	st.Info = set.info()
	st.State, err = s.engine(set.Engine).state(ctx, set)
	return st, err
}

// change runs fn under the lock, if there is a database.
func (s *Server) change(ctx context.Context, fn func(engine, *settings) error) error {
	if _, err := os.Stat(settingsPath(s.conf.Dir)); errors.Is(err, os.ErrNotExist) {
		return nil
	}
	unlock, err := s.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	set, err := loadSettings(s.conf.Dir)
	if err != nil || set == nil || set.Engine == "" {
		return err
	}
	return fn(s.engine(set.Engine), set)
}

func (s *Server) lock(ctx context.Context) (unlock func(), err error) {
	return lockFile(ctx, filepath.Join(s.conf.Dir, "lock"))
}

func (s *Server) choose(ctx context.Context) Engine {
	if s.conf.Compose != "" && DockerAnswers(ctx) {
		return Docker
	}
	return Java
}

func (s *Server) engine(name Engine) engine {
	if name == Docker {
		return &dockerEngine{dir: s.conf.Dir, compose: s.conf.Compose}
	}
	return &javaEngine{dir: s.conf.Dir, cacheDir: s.conf.CacheDir, attached: s.conf.Attached, settings: s.conf.Settings}
}

func stopRunning(ctx context.Context, eng engine, set *settings) error {
	state, err := eng.state(ctx, set)
	if err != nil || state == Stopped {
		return err
	}
	return eng.stop(ctx, set)
}
