//go:build !amd64

package secular

// fastest returns the kernel.
func fastest() kernel { return inGo }
