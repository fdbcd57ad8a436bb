// Package graphload holds what the top level of the repository gives to the program.
package graphload

import _ "embed"

//go:embed docker-compose.yml
var compose string

// Compose is the text of docker-compose.yml: a local Neo4j, usable by hand and by `graphload db start`.
func Compose() string { return compose }
