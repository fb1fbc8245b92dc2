package lab

import (
	"sync"

	"github.com/dawndusk/dawndusk/ledger/ledgertest"
)

// base returns the ledger's central values.
func base() *Params {
	p := central()
	return &p
}

var central = sync.OnceValue(func() Params {
	var scenario struct{ Lab Params }
	ledgertest.Chapter(&scenario)
	return scenario.Lab
})
