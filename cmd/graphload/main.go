// Graphload reads news articles and loads what they say into a Neo4j graph: people, countries, meetings and statements,
// each with the words it came from.
package main

import "os"

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
