package launch

import (
	"sync"

	"github.com/dawndusk/dawndusk/ledger/ledgertest"
)

// base returns the ledger's central values.
var base = sync.OnceValue(func() Params {
	var scenario struct{ Launch Params }
	ledgertest.Chapter(&scenario)
	return scenario.Launch
})

// chapter puts Params where the ledger looks for them.
type chapter struct{ Launch Params }
