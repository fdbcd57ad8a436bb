package encoder

// setPortable has products computed by the portable kernel until the function that it returns is called.
func setPortable() func() {
	was := fast
	fast = false
	return func() { fast = was }
}
