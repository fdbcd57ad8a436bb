package server

import (
	"errors"
	"fmt"
	"io"
	"net"
)

const (
	defaultBoltPort = 7687
	defaultHTTPPort = 7474
	portsTried      = 100 // above the wanted port, before giving up
)

// errPortTaken is the failure of a start whose port another program took after it had been found free.
var errPortTaken = errors.New("port taken")

// choosePorts settles the ports of a server that does not run: those that conf demands, otherwise the remembered
// ones, otherwise the usual ones, and where another program has one of these the next that is free.
func (set *settings) choosePorts(conf Config, progress io.Writer) error {
	for _, p := range []struct {
		name            string
		demanded, usual int
		port            *int
	}{
		{name: "Bolt", demanded: conf.BoltPort, usual: defaultBoltPort, port: &set.BoltPort},
		{name: "HTTP", demanded: conf.HTTPPort, usual: defaultHTTPPort, port: &set.HTTPPort},
	} {
		if p.demanded != 0 {
			if !portFree(p.demanded) {
				return fmt.Errorf("%s port %d is taken by another program: stop that, or choose another port", p.name, p.demanded)
			}
			*p.port = p.demanded
			continue
		}
		if *p.port == 0 {
			*p.port = p.usual
		}
		if portFree(*p.port) {
			continue
		}
		free, err := nextFreePort(*p.port)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		fmt.Fprintf(progress, "%s port %d is taken by another program: using %d from now on\n", p.name, *p.port, free)
		*p.port = free
	}
	return nil
}

func nextFreePort(taken int) (int, error) {
	for port := taken + 1; port <= min(taken+portsTried, 65535); port++ {
		if portFree(port) {
			return port, nil
		}
	}
	return 0, fmt.Errorf("port %d and the %d after it are taken: choose another port", taken, portsTried)
}

// portFree tells whether nothing listens on the port at the loopback address.
func portFree(port int) bool {
	// On some systems one can listen on 127.0.0.1 beside a server on 0.0.0.0, which answers there as well.
	if conn, err := net.DialTimeout("tcp", address(port), answerWithin); err == nil {
		conn.Close()
		return false
	}
	l, err := net.Listen("tcp", address(port))
	if err != nil {
		return false
	}
	l.Close()
	return true
}
