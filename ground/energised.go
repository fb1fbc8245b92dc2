package ground

// EnergisedBy returns the IT watts of sites that an option has given power to, since
// before 2026.
func (m *Model) EnergisedBy(o Option) (watts float64) {
	for i := range offered {
		if offered[i].Option == o {
			watts += m.energised[i]
		}
	}
	return watts
}
