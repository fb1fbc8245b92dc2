package ground

// Now returns the ground as it stands before the first month: what could be
// ordered, what waits and what runs.
func (m *Model) Now() (out Output) {
	best, cost := m.enter(0, 0)
	out.Best = m.offers[best]
	out.Best.YearsToPower = m.queues[best].wait()
	out.BestUSDPerITWattYear = cost
	for i := range m.queues {
		out.QueueW += m.queues[i].live
	}
	out.EnergisedW = m.energisedW
	out.InstalledW = m.chips.watts
	out.RoomW = max(0, m.energisedW-m.chips.watts)
	out.GroupInstalledW = m.chips.groupWatts
	out.H100e = m.chips.h100e
	out.AvoidableUSDPerITWattYear = m.avoidable
	out.AddableWPerYear = m.addableW
	return out
}
