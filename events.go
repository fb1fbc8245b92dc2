package dawndusk

// Events are what may happen to the enterprise from outside or from within.
type Events struct{}
