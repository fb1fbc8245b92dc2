// Command dawndusk plays orbital AI compute against the same compute made on the
// ground, and says when, with what probability and why orbit becomes cheaper.
//
// It exits with 0 when all went well, 2 on a mistake in what it was given, 130
// when it was interrupted, and 1 on any other failure.
package main

import (
	"context"
	"os"
)

func main() { os.Exit(run(context.Background(), os.Args[1:], os.Stdout, os.Stderr)) }
