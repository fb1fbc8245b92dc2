package finance

import (
	"sync"

	"github.com/dawndusk/dawndusk/ledger/ledgertest"
)

// company returns the ledger's central values of the group.
var company = sync.OnceValue(func() Company {
	var scenario struct{ Company Company }
	ledgertest.Chapter(&scenario)
	return scenario.Company
})
