package main

import "flag"

// soak makes the tests of faults go on for as long as a release deserves: see "make soak".
var soak = flag.Bool("soak", false, "repeat what is tested at random points many times")

// times is how often something is tried: few times in every run, many times in a soak.
func times(few, many int) int {
	if *soak {
		return many
	}
	return few
}
