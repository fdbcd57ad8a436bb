package main

import (
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"graphload/internal/graph"
)

// identitiesOptions say where an analyst's decisions about people are.
type identitiesOptions struct{ file string }

func (o *identitiesOptions) addFlag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&o.file, "identities", "", "decide by a YAML `file` who is one person in all articles and who is "+
		"not; it wins over the rules")
}

// read returns the decisions, nil where no file is named.
func (o *identitiesOptions) read() (*graph.Identities, error) {
	if o.file == "" {
		return nil, nil
	}
	f, err := os.Open(o.file)
	if err != nil {
		return nil, fmt.Errorf("--identities: %w", err)
	}
	defer f.Close()
	ids, err := graph.ReadIdentities(f)
	if err != nil {
		return nil, fmt.Errorf("--identities: %s: %w", o.file, err)
	}
	return ids, nil
}
