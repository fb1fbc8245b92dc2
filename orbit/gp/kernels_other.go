//go:build !amd64

package gp

// supported returns the kernels that this processor has.
func supported() []*kernels { return []*kernels{&generic} }
