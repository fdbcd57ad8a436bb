//go:build !amd64

package encoder

func setPortable() func() { return func() {} }
