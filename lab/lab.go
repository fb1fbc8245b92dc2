// Package lab is the AI laboratory: the compute it may train on, the data that
// reach it by channel, and the people it keeps; which of the three binds, and how
// far its model stands behind the frontier.
package lab

// Params holds the inputs of the laboratory.
type Params struct{}
