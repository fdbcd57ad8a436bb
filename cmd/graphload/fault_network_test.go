package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	toxiproxy "github.com/Shopify/toxiproxy/v2"
	"github.com/rs/zerolog"

	"graphload/internal/graph"
	"graphload/internal/graph/neo4j"
	"graphload/internal/server"
)

// network is a proxy before a database, to which faults can be added.
type network struct{ *toxiproxy.Proxy }

// newNetwork starts a proxy before a server, and returns it with how to reach the server through it.
func newNetwork(t *testing.T, info server.Info) (network, server.Info) {
	t.Helper()
	zerolog.SetGlobalLevel(zerolog.Disabled)
	api := toxiproxy.NewServer(toxiproxy.NewMetricsContainer(nil), zerolog.Nop())
	proxy := toxiproxy.NewProxy(api, t.Name(), "127.0.0.1:0", strings.TrimPrefix(info.URI, "bolt://"))
	if err := proxy.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(proxy.Stop)
	info.URI = "bolt://" + proxy.Listen
	return network{proxy}, info
}

// add adds a fault of a kind of toxiproxy's with its attributes as JSON, to what goes up to the server or down from it.
func (n network) add(t *testing.T, kind, stream, attributes string) {
	t.Helper()
	fault := fmt.Sprintf(`{"type": %q, "stream": %q, "toxicity": 1, "attributes": %s}`, kind, stream, attributes)
	if _, err := n.Toxics.AddToxicJson(strings.NewReader(fault)); err != nil {
		t.Fatalf("%s: %v", fault, err)
	}
}

// heal takes all faults away.
func (n network) heal() { n.Toxics.ResetToxics(context.Background()) }

// brokenLoad loads through a network that is broken once the load has begun and healed when the load waits for the
// database. It returns what was counted, and how often it waited.
func brokenLoad(t *testing.T, info server.Info, list []*graph.Fragment, size int, breakIt, heal func()) (neo4j.Counts,
	int) {
	t.Helper()
	waits := 0
	down, healed := make(chan struct{}, 1), make(chan struct{})
	stop := make(chan struct{})
	go func() {
		defer close(healed)
		select {
		case <-down:
		case <-stop:
		}
		heal()
	}()
	db, err := neo4j.Open(t.Context(), neo4j.Config{URI: info.URI, Username: info.Username, Password: info.Password,
		Database: info.Database, Patience: neo4j.Patience{For: 3 * time.Minute, Tell: func(w neo4j.Waiting) {
			if w.Err == nil {
				return
			}
			if waits++; waits == 1 {
				down <- struct{}{}
			}
		}}})
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	var total neo4j.Counts
	for i, batch := range slices.Collect(slices.Chunk(list, size)) {
		if i == 1 {
			breakIt()
		}
		counts, err := db.Load(t.Context(), batch, "broken", loadTime)
		if err != nil {
			t.Fatalf("batch %d: %v (%T)", i, err, errors.Unwrap(err))
		}
		total.Add(counts)
	}
	close(stop)
	<-healed
	if err := db.Close(t.Context()); err != nil {
		t.Error(err)
	}
	return total, waits
}

// The network is cut, reset and slow while a load goes on. Each batch is in the graph once, and counted once.
func TestNetworkFaults(t *testing.T) {
	const size = 10
	db := openGraph(t)
	list := syntheticFragments(t, 0, 3*size)
	load(t, db, list, size)
	want := dump(t, db)
	n, info := newNetwork(t, testServer(t))
	r := rand.New(rand.NewPCG(uint64(time.Now().UnixNano()), 0))
	tries, waited := 0, 0
	check := func(t *testing.T, breakIt, heal func()) int {
		t.Helper()
		emptyDatabase(t)
		counts, waits := brokenLoad(t, info, list, size, breakIt, heal)
		got := dump(t, db)
		sameGraph(t, "loaded over a broken network", got, want)
		if lines := strings.Count(got, "\n"); counts.Articles.New != len(list) || counts.Articles.Unchanged != 0 ||
			counts.Nodes.Added+counts.Relationships.Added-counts.Nodes.Removed-counts.Relationships.Removed != lines {
			t.Errorf("counted %+v, the graph has %d nodes and relationships", counts, lines)
		}
		tries++
		if waits > 0 {
			waited++
		}
		return waits
	}

	t.Run("cut", func(t *testing.T) {
		for range times(1, 20) {
			if waits := check(t, n.Stop, func() {
				if err := n.Start(); err != nil && err != toxiproxy.ErrProxyAlreadyStarted {
					t.Error(err)
				}
			}); waits != 1 {
				t.Errorf("told of %d waits", waits)
			}
		}
	})
	for _, stream := range []string{"upstream", "downstream"} {
		t.Run("reset "+stream, func(t *testing.T) {
			for range times(1, 20) {
				if waits := check(t, func() { n.add(t, "reset_peer", stream, `{"timeout": 0}`) }, n.heal); waits != 1 {
					t.Errorf("told of %d waits", waits)
				}
			}
		})
		// The connection breaks off at any byte, now and then at the answer to a commit.
		t.Run("breaks off "+stream, func(t *testing.T) {
			for range times(4, 200) {
				most := map[string]int{"upstream": 100_000, "downstream": 60_000}[stream]
				bytes := r.IntN(most)
				check(t, func() { n.add(t, "limit_data", stream, fmt.Sprintf(`{"bytes": %d}`, bytes)) }, n.heal)
				if t.Failed() {
					t.Fatalf("after %d bytes", bytes)
				}
			}
		})
	}
	t.Run("slow", func(t *testing.T) {
		check(t, func() {
			n.add(t, "latency", "downstream", `{"latency": 20, "jitter": 20}`)
			n.add(t, "bandwidth", "upstream", `{"rate": 500}`)
			n.add(t, "slicer", "downstream", `{"average_size": 60, "size_variation": 30, "delay": 50}`)
		}, n.heal)
	})
	t.Logf("measured: %d loads over a broken network, %d of them waited for the database; nothing was lost or doubled", tries,
		waited)
}
