package main

import "github.com/spf13/cobra"

type peopleOptions struct {
	conn   connOptions
	why    string
	format string
}

func newPeopleCmd(a *app) *cobra.Command {
	var o peopleOptions
	cmd := &cobra.Command{
		Use:   "people --why NAME",
		Short: "Tell why articles mean one person, or several",
		Long: `Tell which people of the graph bear a name, and for each article that names one of them which rule led it there.

An article's person goes, by the first of these rules that fits:
  identities     where the file of "graphload load --identities" says so, with the reason given there
  namesake       the second of two people of one name in an article: to nobody of another article
  bare-name      a single word that led to nobody: to nobody of another article
  full-name      to everybody with the same full name, whatever its case, diacritics, hyphens and apostrophes
  initials       to everybody with the same name but for initials in its middle
  spelling       to everybody whose name differs by a usual spelling, a transliteration or the order of its words
  office-holder  to the one who held the office that the article gives, at its date`,
		Example: `  graphload people --why 'Ana Example'
  graphload people --why Example --format csv`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.runPeople(cmd, &o)
		},
	}
	o.conn.addFlags(cmd)
	cmd.Flags().StringVar(&o.why, "why", "", "a `name`, or part of one")
	addFormatFlag(cmd, &o.format, formatAuto, rowFormats, "how to print the rows")
	return cmd
}

func (a *app) runPeople(cmd *cobra.Command, o *peopleOptions) error {
	if err := checkFormat(o.format, rowFormats); err != nil {
		return err
	}
	if o.why == "" {
		return usagef(`no name: give --why NAME; "graphload query people" lists people`)
	}
	cypher, params, err := namedQuestion("why-one-person", map[string]string{"name": o.why})
	if err != nil {
		return err
	}
	return a.ask(cmd, &o.conn, cypher, params, o.format)
}
