//go:build unix

package server

import (
	"context"
	"io"
	"strings"
	"testing"
	"time"
)

func TestChoosePorts(t *testing.T) {
	taken, free, other := listen(t, ""), freePort(t), freePort(t)
	tests := map[string]struct {
		conf     Config
		before   settings
		want     settings // a port of -1 stands for any other than taken
		wantErr  string
		wantText string
	}{
		"remembered": {
			before: settings{BoltPort: free, HTTPPort: other},
			want:   settings{BoltPort: free, HTTPPort: other},
		},
		"remembered, but taken": {
			before:   settings{BoltPort: taken, HTTPPort: other},
			want:     settings{BoltPort: -1, HTTPPort: other},
			wantText: "Bolt port",
		},
		"demanded": {
			conf:   Config{BoltPort: free, HTTPPort: other},
			before: settings{BoltPort: taken, HTTPPort: taken},
			want:   settings{BoltPort: free, HTTPPort: other},
		},
		"demanded, but taken": {
			conf:    Config{HTTPPort: taken},
			before:  settings{BoltPort: free},
			wantErr: "HTTP port",
		},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			got := test.before
			var progress strings.Builder
			err := got.choosePorts(test.conf, &progress)
			if test.wantErr != "" {
				if err == nil || !strings.Contains(err.Error(), test.wantErr) {
					t.Errorf("error %v, want one about %q", err, test.wantErr)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if test.want.BoltPort == -1 && got.BoltPort != taken {
				test.want.BoltPort = got.BoltPort
			}
			if got != test.want {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
			if !strings.Contains(progress.String(), test.wantText) || (test.wantText == "") != (progress.Len() == 0) {
				t.Errorf("said %q, want something about %q", progress.String(), test.wantText)
			}
		})
	}
}

func TestFirstPortsAreTheUsualOnesOrJustAbove(t *testing.T) {
	set := newSettings()
	if err := set.choosePorts(Config{}, io.Discard); err != nil {
		t.Fatal(err)
	}
	if set.BoltPort < defaultBoltPort || set.BoltPort > defaultBoltPort+portsTried {
		t.Errorf("Bolt port %d", set.BoltPort)
	}
	if set.HTTPPort < defaultHTTPPort || set.HTTPPort > defaultHTTPPort+portsTried {
		t.Errorf("HTTP port %d", set.HTTPPort)
	}
}

func TestBoltAnswers(t *testing.T) {
	tests := map[string]struct {
		port int
		want bool
	}{
		"version 5.8":       {listen(t, "\x00\x00\x08\x05"), true},
		"no version agreed": {listen(t, "\x00\x00\x00\x00"), false},
		"a web server":      {listen(t, "HTTP/1.1 400 Bad Request\r\n\r\n"), false},
		"nobody":            {freePort(t), false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			if got := boltAnswers(t.Context(), test.port); got != test.want {
				t.Errorf("got %t", got)
			}
		})
	}
	t.Run("somebody silent", func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		if boltAnswers(ctx, listen(t, "")) {
			t.Error("got true")
		}
	})
}

func freePort(t *testing.T) int {
	t.Helper()
	port, err := nextFreePort(20000)
	if err != nil {
		t.Fatal(err)
	}
	return port
}
