package encoder

// setPortable has products computed by the portable kernel until the function that it returns is called.
func setPortable() func() {
	was := vnni
	vnni = false
	return func() { vnni = was }
}
