// Package dawndusk plays the whole enterprise of orbital AI compute, from launch
// pad to balance sheet, against the same compute made on the ground, and says
// with what probability, when, and because of which assumptions orbit becomes
// the cheaper place.
//
// A [Scenario] holds every input as a plain number; the ledger beside it holds
// the evidence for each. [Load] reads a scenario, [Enterprise.Run] plays one draw
// of it month by month, and package study draws many. The causal chain is
// [Enterprise.Run] in chain.go, and can be read aloud.
package dawndusk
