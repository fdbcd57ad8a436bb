package main

import (
	"context"
	"crypto/x509"
	"fmt"
	"net/url"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"graphload/internal/graph/neo4j"
	"graphload/internal/server"
)

// connOptions are the flags that say which database to use.
type connOptions struct {
	uri          string
	username     string
	password     string
	passwordFile string
	database     string
	caFile       string

	patience neo4j.Patience // no flag here: a command that waits adds its own
}

// The environment variables, under the names that cypher-shell gives them, apart from the last one, which it lacks.
const (
	envURI      = "NEO4J_URI"
	envUsername = "NEO4J_USERNAME"
	envPassword = "NEO4J_PASSWORD"
	envDatabase = "NEO4J_DATABASE"
	envCAFile   = "NEO4J_CA_FILE"
)

func (o *connOptions) addFlags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&o.uri, "uri", "", "address of the database, such as neo4j://localhost:7687 ["+envURI+"]")
	f.StringVar(&o.username, "username", "", "user name ["+envUsername+"]")
	f.StringVar(&o.password, "password", "", "password; visible in the list of processes ["+envPassword+"]")
	f.StringVar(&o.passwordFile, "password-file", "", "file whose first line is the password")
	f.StringVar(&o.database, "database", "", "name of the database, where the server has several ["+envDatabase+"]")
	f.StringVar(&o.caFile, "ca-file", "", "file with the certificate authorities that the server's certificate is checked by, "+
		"in place of the system's; for neo4j+s:// and bolt+s:// ["+envCAFile+"]")
}

// settings say which database to use and as whom. They are never printed.
type settings struct {
	uri      string
	username string
	password string
	database string

	authorities *x509.CertPool // nil: the system's
}

// The settings without any flag, environment or local database: those of a Neo4j server as it is installed.
const (
	defaultURI      = "neo4j://localhost:7687"
	defaultUsername = "neo4j"
)

// settings resolves the flags: a flag beats the environment, which beats the settings of the local database.
func (o *connOptions) settings(cmd *cobra.Command, local server.Info) (settings, error) {
	given := func(flag, value, env string) string {
		if cmd.Flags().Changed(flag) {
			return value
		}
		return os.Getenv(env)
	}
	s := settings{
		uri:      given("uri", o.uri, envURI),
		username: given("username", o.username, envUsername),
		database: given("database", o.database, envDatabase),
	}
	switch file := cmd.Flags().Changed("password-file"); {
	case file && cmd.Flags().Changed("password"):
		return settings{}, usagef("--password and --password-file exclude each other")
	case file:
		line, err := firstLine(o.passwordFile)
		if err != nil {
			return settings{}, usagef("--password-file: %w", err)
		}
		s.password = line
	default:
		s.password = given("password", o.password, envPassword)
	}
	if s.uri == "" {
		s.uri = local.URI
	}
	// The local database's password is sent to the local database alone.
	if s.uri == local.URI && local.URI != "" {
		if s.username == "" {
			s.username = local.Username
		}
		if s.password == "" {
			s.password = local.Password
		}
		if s.database == "" {
			s.database = local.Database
		}
	}
	if s.uri == "" {
		s.uri = defaultURI
	}
	if s.username == "" && s.password != "" {
		s.username = defaultUsername
	}
	if err := checkURI(s.uri); err != nil {
		return settings{}, err
	}
	setting := envCAFile
	if cmd.Flags().Changed("ca-file") {
		setting = "--ca-file"
	}
	var err error
	s.authorities, err = authorities(s.uri, given("ca-file", o.caFile, envCAFile), setting)
	return s, err
}

// checkURI finds faults that the driver would tell late, or with all of the address in its message: a password may have got
// into that by mistake.
func checkURI(uri string) error {
	const example = "; expected one like " + defaultURI
	if strings.Contains(uri, "@") {
		return usagef("the database's address must not hold a user name or password; use --username and --password-file")
	}
	parsed, err := url.Parse(uri)
	if err != nil || parsed.Scheme == "" || parsed.Hostname() == "" {
		return usagef("--uri or %s is no address of a database%s", envURI, example)
	}
	switch parsed.Scheme {
	case "bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc":
	default:
		return usagef("graphload speaks Bolt, not %s, which --uri or %s names%s", parsed.Scheme, envURI, example)
	}
	for name := range parsed.Query() {
		if name != "policy" {
			return usagef("the database's address has a parameter that is none of its own (only policy, for neo4j://, may be there)%s",
				example)
		}
	}
	return nil
}

// firstLine reads a password. Only the line's end is left out: a password may begin or end with spaces.
func firstLine(path string) (string, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return "", err
	}
	line, _, _ := strings.Cut(string(data), "\n")
	line = strings.TrimSuffix(line, "\r")
	if line == "" {
		return "", fmt.Errorf("%s: the first line is empty", path)
	}
	return line, nil
}

// open connects to the database that flags, environment and the local database's settings name.
func (o *connOptions) open(ctx context.Context, cmd *cobra.Command) (*neo4j.DB, error) {
	srv, err := newServer(server.Config{})
	if err != nil {
		return nil, err
	}
	local, _ := srv.Info()
	s, err := o.settings(cmd, local)
	if err != nil {
		return nil, err
	}
	config := s.config()
	config.Patience = o.patience
	config.Patience.Stop = ctx.Done()
	return neo4j.Open(ctx, config)
}

func (s settings) config() neo4j.Config {
	return neo4j.Config{URI: s.uri, Username: s.username, Password: s.password, Database: s.database,
		Authorities: s.authorities}
}
