package fleet

// LaunchedKg is the mean mass of the satellites that arrived in orbit in the month last
// played; 0 if none did. It weighs blocks by the satellites of the month's launch that
// are left at its end.
func (m *Model) LaunchedKg() float64 {
	var n, kg float64
	for i := m.cohortsN - 1; i >= 0 && i >= m.cohortsN-maxCohorts; i-- {
		c := &m.cohorts[i&cohortMask]
		if int(c.month) != m.t-1 {
			break
		}
		b := &m.blocks[int(c.block)&blockMask]
		n += c.raising * b.count
		kg += c.raising * b.count * b.design.MassKg
	}
	if n <= 0 {
		return 0
	}
	return kg / n
}
