package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"graphload"
	"graphload/internal/server"
)

// newServer gives the local database, in Docker where an engine answers.
func newServer(conf server.Config) (*server.Server, error) {
	conf.Compose = graphload.Compose()
	return server.New(conf)
}

func newDBCmd(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "db",
		Short: "Run a local Neo4j, for people who have none",
		Long: `Run a local Neo4j: in Docker where an engine answers, else with Java 17 or newer. It listens on this machine
alone, keeps its data in the user's data folder and goes on until it is stopped. Commands that need a database use it
when no flag and no environment variable names another one.`,
		Args: unknownSubcommand,
		RunE: showHelp,
	}
	cmd.AddCommand(newDBStartCmd(a), newDBStopCmd(a), newDBStatusCmd(a), newDBWipeCmd(a))
	return cmd
}

func newDBStartCmd(a *app) *cobra.Command {
	var conf server.Config
	cmd := &cobra.Command{
		Use:   "start",
		Short: "Start the local database, and make it at first",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			srv, info, err := a.startServer(cmd.Context(), conf)
			if err != nil {
				return err
			}
			return a.tellDB(cmd.Context(), srv, info)
		},
	}
	addPortFlags(cmd, &conf)
	return cmd
}

func addPortFlags(cmd *cobra.Command, conf *server.Config) {
	cmd.Flags().IntVar(&conf.BoltPort, "bolt-port", 0, "port for clients (default: that of the last start, at first 7687 "+
		"or a free one)")
	cmd.Flags().IntVar(&conf.HTTPPort, "http-port", 0, "port for Neo4j Browser (default: that of the last start, "+
		"at first 7474 or a free one)")
}

// startServer gets what a local database needs and starts it.
func (a *app) startServer(ctx context.Context, conf server.Config) (*server.Server, server.Info, error) {
	srv, err := newServer(conf)
	if err != nil {
		return nil, server.Info{}, usageError{err}
	}
	if err := server.Prepare(ctx, a.err); err != nil {
		return nil, server.Info{}, err
	}
	info, err := srv.Start(ctx, a.err)
	return srv, info, err
}

// tellDB prints how to reach the local database.
func (a *app) tellDB(ctx context.Context, srv *server.Server, info server.Info) error {
	status, err := srv.Status(ctx)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.out, `address    %s
browser    %s
user name  %s
password   in %s
`, info.URI, info.BrowserURL, info.Username, filepath.Join(status.Dir, "settings.json"))
	return err
}

func newDBStopCmd(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "stop",
		Short: "Stop the local database; its data stays",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			srv, err := newServer(server.Config{})
			if err != nil {
				return err
			}
			if err := srv.Stop(cmd.Context()); err != nil {
				return err
			}
			_, err = fmt.Fprintln(a.out, "stopped")
			return err
		},
	}
}

func newDBStatusCmd(a *app) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "status",
		Short: "Tell whether the local database runs, and where",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := checkFormat(format, answerFormats); err != nil {
				return err
			}
			return a.runDBStatus(cmd.Context(), format)
		},
	}
	addFormatFlag(cmd, &format, formatText, answerFormats, "how to print it")
	return cmd
}

func (a *app) runDBStatus(ctx context.Context, format string) error {
	srv, err := newServer(server.Config{})
	if err != nil {
		return err
	}
	status, err := srv.Status(ctx)
	if err != nil {
		return err
	}
	if format == formatJSON {
		return json.NewEncoder(a.out).Encode(status)
	}
	if _, err := fmt.Fprintf(a.out, "state      %s\nfolder     %s\n", status.State, status.Dir); err != nil {
		return err
	}
	if status.State == server.Absent {
		return nil
	}
	if _, err := fmt.Fprintf(a.out, "run by     %s\n", status.Engine); err != nil {
		return err
	}
	return a.tellDB(ctx, srv, status.Info)
}

func newDBWipeCmd(a *app) *cobra.Command {
	var yes bool
	cmd := &cobra.Command{
		Use:   "wipe",
		Short: "Stop the local database and remove its data",
		Args:  cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.runDBWipe(cmd.Context(), yes)
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, "do not ask")
	return cmd
}

func (a *app) runDBWipe(ctx context.Context, yes bool) error {
	srv, err := newServer(server.Config{})
	if err != nil {
		return err
	}
	status, err := srv.Status(ctx)
	if err != nil {
		return err
	}
	if status.State == server.Absent {
		_, err := fmt.Fprintln(a.out, "there is no local database")
		return err
	}
	if !yes {
		if !isTerminal(a.in) {
			return usagef("nobody to ask whether to remove everything in %s: give --yes", status.Dir)
		}
		if err := a.confirm("Remove the local database in " + status.Dir + " with everything in it?"); err != nil {
			return err
		}
	}
	if err := srv.Wipe(ctx); err != nil {
		return err
	}
	_, err = fmt.Fprintln(a.out, "wiped")
	return err
}

// confirm asks and returns an error where the answer is not yes.
func (a *app) confirm(question string) error {
	fmt.Fprintf(a.err, "%s [y/N] ", question)
	answer, err := bufio.NewReader(a.in).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes":
		return nil
	}
	return errors.New("not confirmed, nothing is removed")
}
