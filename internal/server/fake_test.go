//go:build unix

package server

import (
	"io"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// fakePath makes a folder with shell scripts the whole PATH. Each call of one is a line, "name arguments", of the
// file that calls reads.
func fakePath(t *testing.T, scripts map[string]string) (calls func() []string) {
	t.Helper()
	dir := t.TempDir()
	log := filepath.Join(t.TempDir(), "calls")
	for name, body := range scripts {
		text := "#!/bin/sh\necho " + name + ` "$@" >>'` + log + "'\n" + body + "\n"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", dir)
	t.Setenv("JAVA_HOME", "")
	return func() []string {
		data, err := os.ReadFile(log)
		if err != nil && !os.IsNotExist(err) {
			t.Fatal(err)
		}
		return strings.Split(strings.TrimSpace(string(data)), "\n")
	}
}

// fakeJava is the body of a script that describes itself as java does.
func fakeJava(version string) string {
	return "echo '    java.home = /opt/java'; echo '    java.specification.version = " + version + "'"
}

// listen answers each connection to a port of the loopback address with the given bytes, and keeps it open.
func listen(t *testing.T, answer string) (port int) {
	t.Helper()
	l, err := net.Listen("tcp", net.JoinHostPort(host, "0"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			t.Cleanup(func() { conn.Close() })
			go func() {
				if _, err := io.WriteString(conn, answer); err == nil {
					_, _ = io.Copy(io.Discard, conn)
				}
			}()
		}
	}()
	return l.Addr().(*net.TCPAddr).Port
}
