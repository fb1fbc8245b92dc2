package gp

// Kernels returns the names of the kernels that this processor has, the fastest first.
func Kernels() (names []string) {
	for _, k := range supported() {
		names = append(names, k.name)
	}
	return names
}

func kernelsNamed(name string) *kernels {
	for _, k := range supported() {
		if k.name == name {
			return k
		}
	}
	panic(name)
}

// NewGridOn and NewAnyTimeOn are NewGrid and NewAnyTime with kernels by name.
func NewGridOn(kernels string, sets []*Propagator, first []float64, step float64, steps int) (*Grid, error) {
	return newGrid(kernelsNamed(kernels), sets, first, step, steps)
}

func NewAnyTimeOn(kernels string, sets []*Propagator) (*AnyTime, error) {
	return newAnyTime(kernelsNamed(kernels), sets)
}
