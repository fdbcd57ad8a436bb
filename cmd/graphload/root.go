package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// app is what every command shares: the streams. Data goes to out, everything else to err.
type app struct {
	in  io.Reader
	out io.Writer
	err io.Writer

	// started tells that flags and arguments were in order and a command began its work: what fails before is usage.
	started bool
}

// run executes one command line and returns the exit code. The first interrupt asks the command to stop at the next
// point where it leaves everything whole, the second one ends the process at once.
func run(args []string, in io.Reader, out, errOut io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)

	a := &app{in: in, out: out, err: errOut}
	root := newRootCmd(a)
	root.SetArgs(args)
	cmd, err := root.ExecuteContextC(ctx)
	if err != nil && !a.started {
		err = usageError{err}
	}
	if err != nil && ctx.Err() != nil {
		err = interruptedError{err}
	}
	f := faultOf(err, cmd.CommandPath())
	if !f.quiet && err != nil {
		fmt.Fprintf(errOut, "graphload: error: %s\n", printable(err.Error(), "\n"))
	}
	if f.hint != "" {
		fmt.Fprintf(errOut, "graphload: hint: %s\n", f.hint)
	}
	return f.code
}

func newRootCmd(a *app) *cobra.Command {
	root := &cobra.Command{
		Use:   "graphload",
		Short: "Load news articles into a Neo4j graph",
		Long: `Graphload reads news articles and loads what they say into a Neo4j graph: who said what
about whom, who met whom where, and in which article, to the character, it is written.`,
		Example: `  graphload demo                          see it work, with a local database and sample articles
  graphload load articles/                load a folder
  graphload query list                    see which questions the graph answers`,
		Version:       version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          unknownSubcommand,
		RunE:          showHelp,
	}
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	root.AddCommand(
		newDemoCmd(a),
		newLoadCmd(a),
		newExtractCmd(a),
		newExportCmd(a),
		newExplainCmd(a),
		newQueryCmd(a),
		newPeopleCmd(a),
		newDeleteCmd(a),
		newVerifyCmd(a),
		newStatusCmd(a),
		newSchemaCmd(a),
		newDBCmd(a),
		newVersionCmd(a),
	)
	root.SetFlagErrorFunc(flagError)
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		switch cmd.Name() {
		case "completion":
			cmd.Args, cmd.RunE = unknownSubcommand, showHelp
		case "help":
			cmd.Args = unknownTopic
		}
	}
	markStart(root, a)
	return root
}

// flagError adds the nearest flags to the error for one that there is not.
func flagError(cmd *cobra.Command, err error) error {
	var none *pflag.NotExistError
	if !errors.As(err, &none) {
		return err
	}
	var known []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, "--"+f.Name) })
	name := "--" + none.GetSpecifiedName()
	return suggest("unknown flag "+name, name, known, cmd.CommandPath()+" has no such flag")
}

// markStart makes every command note that it began, after cobra has checked flags and arguments.
func markStart(cmd *cobra.Command, a *app) {
	for _, sub := range cmd.Commands() {
		markStart(sub, a)
	}
	if work := cmd.RunE; work != nil {
		cmd.RunE = func(c *cobra.Command, args []string) error {
			a.started = true
			return work(c, args)
		}
	}
}

// showHelp is the work of a command that only groups others.
func showHelp(cmd *cobra.Command, _ []string) error { return cmd.Help() }

// unknownSubcommand is the Args of a command that only groups others: without it, cobra answers a misspelt
// subcommand with the help text and success.
func unknownSubcommand(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	return suggest(fmt.Sprintf("unknown command %q", args[0]), args[0], subcommandNames(cmd),
		cmd.CommandPath()+" has no such command")
}

// unknownTopic is the Args of the help command, which by itself succeeds for any word.
func unknownTopic(cmd *cobra.Command, args []string) error {
	target, rest, err := cmd.Root().Find(args)
	if err != nil {
		return err
	}
	return unknownSubcommand(target, rest)
}

func subcommandNames(cmd *cobra.Command) []string {
	var names []string
	for _, sub := range cmd.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	return names
}
