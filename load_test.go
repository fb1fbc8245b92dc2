package dawndusk

import "testing"

func TestLedgerIsComplete(t *testing.T) {
	if _, err := Ledger(); err != nil {
		t.Fatal(err)
	}
}
