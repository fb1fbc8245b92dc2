package launch

// Flight is one flight of the Starship record.
type Flight struct {
	Number, Block int
	Failed        bool // payload not delivered, or the ship lost before its coast ended
}

// Record is the Starship flight record to October 2026. Flight 3 reached its
// coast and counts as flown; flight 9 is counted a failure, which some lists
// call partial.
//
// Source: Starship flight log and Wikipedia, List of Starship launches (read
// 2026-10-04); facts.
var Record = [...]Flight{
	{1, 1, true}, {2, 1, true}, {3, 1, false}, {4, 1, false}, {5, 1, false}, {6, 1, false},
	{7, 2, true}, {8, 2, true}, {9, 2, true}, {10, 2, false}, {11, 2, false},
	{12, 3, false}, {13, 3, false}, {14, 3, false},
}

// recordedMonths is how many months from January 2026 are history, not drawn.
const recordedMonths = 9

// month2026 is what flew in a month of 2026.
type month2026 struct {
	starship  int
	payloadKg float64 // of the Starship flight, orbital or just short of it
}

// history2026 holds January to September 2026: Starship flights 12 to 14 with
// their payloads.
var history2026 = [recordedMonths]month2026{
	4: {1, 37500}, 6: {1, 34100}, 8: {1, 44300},
}

// flights2025 are the flights of 2025 by month, for the trailing year.
var flights2025 = [12]int{1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0}

// What stood in October 2026: one ship and booster for flight 15, and how many
// had been built, by the flight log's serial numbers (ship 42, booster 22).
const (
	readyShips    = 1
	readyBoosters = 1
	shipsMade     = 42
	boostersMade  = 22
	flownTotal    = len(Record)
	flownV3       = 3
)
