package report

import "github.com/dawndusk/dawndusk/study"

// strike says in words what an event is.
func strike(name string) string {
	switch name {
	case "regulator":
		return "A regulator restricts one of the group’s AI products"
	case "bubble":
		return "The market for AI busts: demand, valuations and fresh capital fall at once"
	case "debris":
		return "A cloud of debris in the shell of the constellation"
	case "supplier":
		return "Chips are cut off at their source"
	case "head":
		return "The one head of both companies leaves, or is at war with board or state"
	case "brand":
		return "The name of the group’s AI products is damaged"
	case "licence":
		return "The constellation’s licence is refused, or comes later than its range"
	case "stand-down":
		return "Starship stands down after a failure"
	case "storm":
		return "A solar storm takes satellites out of orbit"
	}
	return name
}

// meter is a share as a width in percent.
func meter(n study.Number) int {
	if !n.Finite() {
		return 0
	}
	return int(100*float64(min(max(n, 0), 1)) + 0.5)
}
