package server

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"time"
	"unicode"

	"github.com/rogpeppe/go-internal/lockedfile"
)

const (
	pollEvery    = 100 * time.Millisecond
	answerWithin = 2 * time.Second // of a program on the same machine that is in order
	startWithin  = 3 * time.Minute // some eight seconds are usual
	stopWithin   = 2 * time.Minute
)

// boltHandshake is Bolt's magic number and four proposals of versions: 5.8 down to 5.0, 4.4 down to 4.2, none, none.
var boltHandshake = []byte{0x60, 0x60, 0xB0, 0x17, 0, 8, 8, 5, 0, 2, 4, 4, 0, 0, 0, 0, 0, 0, 0, 0}

// boltAnswers tells whether a Bolt server at the loopback address agrees on a version, in the clear or over TLS.
func boltAnswers(ctx context.Context, port int) bool {
	return boltAnswersBy(ctx, &net.Dialer{}, port) ||
		// Nothing is told to the server, whoever it is, so that its certificate does not matter.
		boltAnswersBy(ctx, &tls.Dialer{Config: &tls.Config{InsecureSkipVerify: true}}, port)
}

func boltAnswersBy(ctx context.Context, dialer interface {
	DialContext(ctx context.Context, network, address string) (net.Conn, error)
}, port int) bool {
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	conn, err := dialer.DialContext(ctx, "tcp", address(port))
	if err != nil {
		return false
	}
	defer conn.Close()
	deadline, _ := ctx.Deadline()
	if conn.SetDeadline(deadline) != nil {
		return false
	}
	if _, err := conn.Write(boltHandshake); err != nil {
		return false
	}
	var version [4]byte
	_, err = io.ReadFull(conn, version[:])
	return err == nil && version[3] >= 4 && version[3] < 'H' // "HTTP" is the answer of a web server
}

// httpAnswers tells whether a web server at the loopback address gives the page.
func httpAnswers(ctx context.Context, url string) bool {
	ctx, cancel := context.WithTimeout(ctx, answerWithin)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return false
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return false
	}
	resp.Body.Close()
	return resp.StatusCode == http.StatusOK
}

// waitUntil asks cond again and again until it says yes or fails, for at most the duration given.
func waitUntil(ctx context.Context, within time.Duration, cond func() (bool, error)) error {
	deadline := time.NewTimer(within)
	defer deadline.Stop()
	tick := time.NewTicker(pollEvery)
	defer tick.Stop()
	for {
		if done, err := cond(); done || err != nil {
			return err
		}
		select {
		case <-tick.C:
		case <-deadline.C:
			return fmt.Errorf("not within %s", within)
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// lockFile waits until no other process holds the lock of that name. The system frees the lock of a process that dies.
func lockFile(ctx context.Context, path string) (unlock func(), err error) {
	type result struct {
		unlock func()
		err    error
	}
	got := make(chan result)
	go func() {
		unlock, err := lockedfile.MutexAt(path).Lock()
		select {
		case got <- result{unlock, err}:
		case <-ctx.Done():
			if err == nil {
				unlock()
			}
		}
	}()
	select {
	case r := <-got:
		if r.err != nil {
			return nil, fmt.Errorf("lock %s: %w", path, r.err)
		}
		return r.unlock, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// readFrom gives what a file holds from offset on; nothing where there is no such file.
func readFrom(path string, offset int64) (string, error) {
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	defer f.Close()
	if _, err := f.Seek(offset, io.SeekStart); err != nil {
		return "", err
	}
	data, err := io.ReadAll(f)
	return string(data), err
}

// lastLines leaves out white space and control characters around the text; Neo4j prints one of these to its console.
func lastLines(text string, n int) string {
	blank := func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }
	all := strings.Split(strings.TrimFunc(text, blank), "\n")
	return strings.Join(all[max(0, len(all)-n):], "\n")
}
