// Package study asks many draws of a scenario what one cannot say: with what
// probability and when orbit becomes cheaper, because of which inputs, under
// which priors and policies, and how much of the answer rests on assumptions.
package study
