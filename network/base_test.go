package network

import "github.com/dawndusk/dawndusk/si"

// base returns the ledger's central values.
func base() *Params {
	return &Params{
		Formation: Spread,
		Link: Link{
			Terminals: 4, SpreadRate: 400 * si.GigabitPerSecond, ClusterRate: 6 * si.TerabitPerSecond, RateGrowth: 0.15 * si.PerYear, RateLimit: 8,
			Availability: 0.97, ProcessingDelay: 0.2e-3 * si.Second, Hops: 4, Distance: 5000 * si.Kilometre,
		},
		Access: Access{
			Elevation: 40 * si.Degree, SiteAvailability: 0.6, Sites: 8, Correlation: 0.2, RadioBackup: 0.8,
			TrafficPerH100e: 1e6 * si.BitPerSecond, Price: 12e-6, TerrestrialDelay: 12e-3 * si.Second,
		},
		Training: Training{
			RunPower: 300 * si.ITMegawatt, TotalParameters: 2e12, ActiveParameters: 1e11, BatchTokens: 1e8,
			LongestInterval: 200, SyncBits: 8, SyncPenalty: 0.08, Overlap: 0.5, MFU: 0.38,
		},
		Batch:    Batch{WeightBits: 8, RefreshInterval: 10 * si.Minute},
		Sellable: Sellable{Training: 0.25, Batch: 0.9, Inference: 0.6, LeastGoodput: 0.3},
	}
}
