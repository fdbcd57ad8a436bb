package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"graphload/internal/graph/neo4j"
)

// defaultRetry is how long a load waits for a database that has gone away: longer than a server takes to start again.
const defaultRetry = 2 * time.Minute

const retryFlag = "retry-for"

func addRetryFlag(cmd *cobra.Command, d *time.Duration) {
	cmd.Flags().DurationVar(d, retryFlag, defaultRetry, "how long to wait for a database that has gone away; 0: not at all")
}

// retryFor checks the flag's value. The driver's wrapper takes zero for its own default, so that none is the shortest time.
func retryFor(d time.Duration) (time.Duration, error) {
	if d < 0 {
		return 0, usagef("--%s is %v; expected a time such as 90s or 10m, or 0", retryFlag, d)
	}
	return max(d, time.Nanosecond), nil
}

// tellWaiting says on w what is waited for, and when that is over.
func tellWaiting(w io.Writer) func(neo4j.Waiting) {
	return func(x neo4j.Waiting) {
		switch {
		case x.Err != nil:
			fmt.Fprintf(w, "graphload: waiting up to %v (--%s) for the database: %s\n", x.For, retryFlag,
				printable(x.Err.Error(), ""))
		default:
			fmt.Fprintf(w, "graphload: the database is back after %v\n", x.For.Round(100*time.Millisecond))
		}
	}
}

// finishing returns a context for work that is to be finished although ctx ends: it ends some time later, which a
// database that is in order never needs for a batch.
func finishing(ctx context.Context) (context.Context, context.CancelFunc) {
	const within = 30 * time.Second
	finish, cancel := context.WithCancel(context.WithoutCancel(ctx))
	context.AfterFunc(ctx, func() {
		timer := time.NewTimer(within)
		defer timer.Stop()
		select {
		case <-timer.C:
			cancel()
		case <-finish.Done():
		}
	})
	return finish, cancel
}
