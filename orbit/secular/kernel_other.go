//go:build !amd64

package secular

// kernelFor returns the kernel for a circular orbit or any.
func kernelFor(circular bool) kernel {
	if circular {
		return round
	}
	return bent
}
