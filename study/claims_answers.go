package study

import (
	"fmt"
	"math"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/finance"
	"github.com/dawndusk/dawndusk/lab"
	"github.com/dawndusk/dawndusk/lunar"
	"github.com/dawndusk/dawndusk/si"
)

// answers says how each claim is worked out.
func answers() map[string]answer {
	all := map[string]answer{}
	for _, of := range []func(map[string]answer){machineAnswers, moonAnswers, companyAnswers, labAnswers, eventAnswers} {
		of(all)
	}
	return all
}

func machineAnswers(all map[string]answer) {
	all["C02"] = answer{
		until: 2035,
		value: func(d *tale) float64 { return d.r.Years[of2035].OrbitGW },
		differs: func(e *ensemble) string {
			return fmt.Sprintf("the base does not build to the announcement: %s of the draws have any in orbit by %d, and %s",
				percentOf(float64(e.share(func(r *dawndusk.Result) bool { return r.Built }))), firstYear+e.years()-1, e.limits("orbit", 2035))
		},
		reason: func(e *ensemble) string { return e.limits("orbit", 2035) },
	}
	all["C03"] = answer{
		until: 2029,
		comes: func(d *tale) bool { return d.Dated.Order[1] < 1 },
		value: func(d *tale) float64 { return float64(d.Dated.Order[1]) },
		date:  func(d *tale) float64 { return d.r.Crossover[d.headline] },
		reason: func(e *ensemble) string {
			p := func(f func(t *dawndusk.Chapters) float32) string {
				return percentOf(float64(e.toldShare(func(t *dawndusk.Chapters) bool { return f(t) < 1 })))
			}
			return fmt.Sprintf("cheaper in %s of draws ordered on 2028-02-02 and %s on 2029-02-02; by operation on those dates %s and %s. %s",
				p(func(t *dawndusk.Chapters) float32 { return t.Dated.Order[0] }), p(func(t *dawndusk.Chapters) float32 { return t.Dated.Order[1] }),
				p(func(t *dawndusk.Chapters) float32 { return t.Dated.Operation[0] }), p(func(t *dawndusk.Chapters) float32 { return t.Dated.Operation[1] }),
				e.billReason())
		},
	}
	all["C04"] = answer{
		until: claimLastYear,
		comes: func(d *tale) bool {
			return !math.IsInf(d.first(func(i int) bool { return d.orbitShare(i) >= claimOnlyWay }), 1)
		},
		value: func(d *tale) float64 {
			most := 0.0
			for i := range d.last {
				most = math.Max(most, 100*d.orbitShare(i))
			}
			return most
		},
		date: func(d *tale) float64 { return d.first(func(i int) bool { return d.orbitShare(i) >= claimOnlyWay }) },
		reason: func(e *ensemble) string {
			ground := e.told(func(t *dawndusk.Chapters) float64 { return float64(t.Added[ofLastYear].GroundGW) })
			return fmt.Sprintf("the ground adds %s GW in %d (%s to %s), bound by %s; what binds orbit: %s",
				brief(ground.P50), claimLastYear, brief(ground.P10), brief(ground.P90), e.commonLimit("ground", claimLastYear), e.commonLimit("orbit", claimLastYear))
		},
	}
	all["C05"] = answer{
		until: claimLastYear,
		comes: func(d *tale) bool { return !math.IsInf(d.first(d.carries), 1) },
		value: func(d *tale) float64 {
			most := 0.0
			for i := range d.last {
				most = math.Max(most, d.r.Years[i].Flights)
			}
			return most
		},
		date: func(d *tale) float64 { return d.first(d.carries) },
		differs: func(e *ensemble) string {
			return "the base derives payload and cadence from stages, towers, licences and propellant; the claim's 200 t and hourly flights are the scenario announced's"
		},
		reason: func(e *ensemble) string {
			usd := band(e.column(func(r *dawndusk.Result) float64 { return r.Years[ofLastYear].USDPerKg }))
			t := band(e.column(func(r *dawndusk.Result) float64 { return r.Years[ofLastYear].DeliveredT }))
			return fmt.Sprintf("in %d %s t are lifted (%s to %s), at %s $/kg; %s", claimLastYear, brief(t.P50), brief(t.P10), brief(t.P90), brief(usd.P50), e.limits("orbit", claimLastYear))
		},
	}
	all["C06"] = answer{
		until: 2028,
		value: func(d *tale) float64 { return 100 * d.r.Years[of2028].FailureProbability },
		differs: func(*ensemble) string {
			return "none: the base starts from the record of 14 flights and lets reliability grow, with resets at new blocks"
		},
		reason: func(*ensemble) string { return "reliability growth from the flights on record" },
	}
	all["C07"] = answer{
		until: 2035,
		comes: func(d *tale) bool { return d.nuclearShare(of2035) >= claimNuclearShare },
		value: func(d *tale) float64 { return 100 * d.nuclearShare(of2035) },
		date: func(d *tale) float64 {
			return d.first(func(i int) bool { return d.nuclearShare(i) >= claimNuclearShare })
		},
		differs: func(*ensemble) string {
			return "the base lets each site take the cheapest power with its wait counted; reactors are among twelve offers"
		},
		reason: func(e *ensemble) string {
			w := &e.c.Scenario.Ground.Nuclear
			return fmt.Sprintf("at central values a large reactor takes %s years and a small one %s; gas, grid and solar with storage come sooner and the ground is bound by %s",
				brief(Number(w.LargeWait.In(si.Year))), brief(Number(w.SMRWait.In(si.Year))), e.commonLimit("ground", 2035))
		},
	}
	all["C11"] = answer{
		differs: func(e *ensemble) string {
			m := &e.c.Scenario.Launch.Manifest
			return fmt.Sprintf("the base sends %s ships in the window of %s, growing by %s from window to window, each with %s tankers, before data centres fly",
				brief(Number(m.MarsShips.SI())), brief(Number(m.MarsFirst.SI())), brief(Number(m.MarsGrowth.SI())), brief(Number(m.MarsTankers.SI())))
		},
		reason: func(*ensemble) string { return "a share of the manifest, spread over the year before each window" },
	}
}

func moonAnswers(all map[string]answer) {
	pays := func(to lunar.Destination) (comes func(d *tale) bool, date func(d *tale) float64) {
		return func(d *tale) bool { return float64(d.MoonPays[to]) < claimLastYear+1 }, func(d *tale) float64 { return float64(d.MoonPays[to]) }
	}
	landed := func(e *ensemble) string {
		m := e.told(func(t *dawndusk.Chapters) float64 { return float64(t.Moon[ofLastYear].PlantT) })
		d := e.told(func(t *dawndusk.Chapters) float64 { return float64(t.Moon[ofLastYear].DeliveredT) })
		return fmt.Sprintf("at the end of %d there are %s t of plant (%s to %s), which delivered %s t in the year", claimLastYear, brief(m.P50), brief(m.P10), brief(m.P90), brief(d.P50))
	}
	price := func(e *ensemble, to lunar.Destination) string {
		ours := e.told(func(t *dawndusk.Chapters) float64 { return float64(t.Moon[ofLastYear].USDPerKg[to]) })
		theirs := e.told(func(t *dawndusk.Chapters) float64 { return float64(t.Moon[ofLastYear].FromEarthUSDPerKg[to]) })
		share := e.toldShare(func(t *dawndusk.Chapters) bool { return float64(t.MoonCheaper[to]) < claimLastYear+1 })
		moon := "in half of the draws nothing is sent from the Moon by then"
		if ours.P50.Finite() {
			moon = fmt.Sprintf("one from the Moon costs %s $", brief(ours.P50))
		}
		return fmt.Sprintf("carrying a kilogram to %s by Starship costs %s $ in %d and %s; held against its carriage alone the Moon is cheaper in %s of draws", places[to], brief(theirs.P50), claimLastYear, moon, percentOf(float64(share)))
	}
	comes, date := pays(lunar.LEO)
	all["C08"] = answer{
		needs: []part{theMoon()}, until: claimLastYear, comes: comes, value: date, date: date,
		reason: func(e *ensemble) string { return price(e, lunar.LEO) + "; " + landed(e) },
	}
	comes, date = pays(lunar.SunOrbit)
	all["C09"] = answer{
		needs: []part{theMoon()}, until: claimLastYear, comes: comes, date: date,
		value: func(d *tale) float64 { return float64(d.Moon[ofLastYear].USDPerKg[lunar.SunOrbit]) },
		reason: func(e *ensemble) string {
			return price(e, lunar.SunOrbit) + "; " + price(e, lunar.GEO) + ". Light there and back takes 0.24 s from geostationary orbit, seconds at first and 21 minutes at the mean distance off the Earth's orbit"
		},
	}
	all["C10"] = answer{
		needs: []part{theMoon()}, until: claimLastYear,
		value: func(d *tale) float64 { return float64(d.Moon[ofLastYear].Robots) },
		differs: func(e *ensemble) string {
			l := &e.c.Scenario.Lunar.Labour
			return fmt.Sprintf("the base gives a machine with hands %s h of work a kilogram, %s of it steered from Earth, and wears %s of them out a year; nothing is repaired in orbit",
				brief(Number(l.Hours.In(si.Hour))), percentOf(l.Teleoperated.SI()), percentOf(l.Wear.In(si.PerYear)))
		},
		reason: func(e *ensemble) string { return landed(e) },
	}
}

// mergedOn is 2 February 2026.
const mergedOn = 2026 + 32./365

// places are the destinations in words.
var places = [lunar.NumDestinations]string{"lunar orbit", "EML1", "geostationary orbit", "low orbit", "an orbit about the Sun"}

func companyAnswers(all map[string]answer) {
	need := []part{theCompany()}
	merged, alone := finance.Merged, finance.XAIAlone
	all["C01"] = answer{
		differs: func(e *ensemble) string {
			if !merges(e) {
				return fmt.Sprintf("the base keeps them apart: %s pays for the compute", e.c.Scenario.Company.Structure)
			}
			return fmt.Sprintf("none: the base is %s from February 2026; SpaceX alone, xAI alone and a merger with Tesla are kept beside it", e.c.Scenario.Company.Structure)
		},
		reason: func(*ensemble) string { return "on record" },
	}
	all["C12"] = answer{
		merged: true, needs: need, until: claimRunwayYear,
		comes: func(d *tale) bool {
			return d.OutOfMoney[alone] < claimRunwayYear+1 && !(d.OutOfMoney[merged] < claimRunwayYear+1)
		},
		value: func(d *tale) float64 { return math.Max(0, 12*(float64(d.OutOfMoney[alone])-mergedOn)) },
		date:  func(d *tale) float64 { return float64(d.OutOfMoney[alone]) },
		reason: func(e *ensemble) string {
			out := func(k finance.Structure) string {
				return percentOf(float64(e.toldShare(func(t *dawndusk.Chapters) bool { return t.OutOfMoney[k] < claimRunwayYear+1 })))
			}
			return fmt.Sprintf("with the same plan xAI alone is out of money by the end of %d in %s of draws, the group in %s", claimRunwayYear, out(alone), out(merged))
		},
	}
	all["C13"] = answer{
		needs: need, until: 2026,
		value: func(d *tale) float64 { return -float64(d.Company[of2026].Structure[alone].FreeCashFlowUSD) / 12e9 },
		differs: func(e *ensemble) string {
			return fmt.Sprintf("the base starts xAI with %s G$ of debt and plays capital spending on AI as filed: 7.7 G$ in the first quarter of 2026 and 15.8 G$ in the second",
				brief(Number(e.c.Scenario.Company.Opening.XAIDebt.SI()/1e9)))
		},
		reason: func(*ensemble) string { return "capital spending on compute outruns leases and products" },
	}
	all["C14"] = answer{
		differs: func(*ensemble) string {
			return "the base does not book the two stakes: they were spent before 2026, and what is left of them is in the opening cash"
		},
		reason: func(*ensemble) string { return "on record" },
	}
	all["C15"] = answer{
		needs: need, until: claimTopUpYear,
		comes: func(d *tale) bool {
			return d.s.Company.Listing.Proceeds.SI() >= claimListingUSD && d.sold(claimTopUpYear-firstYear) < 1e6
		},
		value: func(d *tale) float64 { return d.sold(claimTopUpYear-firstYear) / 1e9 },
		differs: func(e *ensemble) string {
			l := &e.c.Scenario.Company.Listing
			return fmt.Sprintf("the base has what was placed: %s G$ with the greenshoe at %s $ a share; Musk keeps %s", brief(Number(l.Proceeds.SI()/1e9)), brief(Number(l.Price.SI())), percentOf(l.MuskEquity.SI()))
		},
		reason: func(e *ensemble) string {
			y := e.told(func(t *dawndusk.Chapters) float64 { return float64(t.Company[of2028].Structure[merged].CashUSD) / 1e9 })
			v := e.told(func(t *dawndusk.Chapters) float64 { return float64(t.ShareUSD[merged]) })
			return fmt.Sprintf("the group holds %s G$ at the end of 2028 (%s to %s); a share is worth %s $ by its cash flows (%s to %s), against 135 $ paid", brief(y.P50), brief(y.P10), brief(y.P90), brief(v.P50), brief(v.P10), brief(v.P90))
		},
	}
	all["C16"] = answer{
		needs: need, until: 2030,
		value: func(d *tale) float64 {
			s := &d.Company[of2030].Structure
			return float64(s[finance.WithTesla].CashUSD-s[merged].CashUSD) / 1e9
		},
		differs: func(e *ensemble) string {
			return fmt.Sprintf("the base is %s; with-tesla is played beside it", e.c.Scenario.Company.Structure)
		},
		reason: func(e *ensemble) string {
			v := e.told(func(t *dawndusk.Chapters) float64 { return float64(t.ShareUSD[finance.WithTesla]) })
			return fmt.Sprintf("a share of the group with Tesla is worth %s $ by its cash flows (%s to %s)", brief(v.P50), brief(v.P10), brief(v.P90))
		},
	}
	all["C19"] = answer{
		needs: need, until: claimBridgeYear,
		comes: func(d *tale) bool {
			y := &d.Company[of2030]
			return !(d.OutOfMoney[merged] < claimBridgeYear+1) && y.CutUSD < claimCut*y.PlannedUSD
		},
		value: func(d *tale) float64 {
			least := math.Inf(1)
			for i := range of2030 + 1 {
				least = math.Min(least, float64(d.Company[i].Structure[merged].CashUSD)/1e9)
			}
			return least
		},
		reason: func(e *ensemble) string {
			cut := e.told(func(t *dawndusk.Chapters) float64 {
				return float64(100 * t.Company[of2030].CutUSD / t.Company[of2030].PlannedUSD)
			})
			return fmt.Sprintf("up to the end of 2030 the group has to cut %s %% of its plan for compute (%s to %s %%)", brief(cut.P50), brief(cut.P10), brief(cut.P90))
		},
	}
	all["C25"] = answer{
		needs: need, band: rowBand("company.space.government_share", 100),
		differs: func(e *ensemble) string {
			return fmt.Sprintf("the base keeps government's flights before those of data centres, %s a year on Starship from 2028", brief(Number(e.c.Scenario.Launch.Manifest.Government.In(si.PerYear))))
		},
		reason: func(*ensemble) string { return "an input, with its range" },
	}
	all["C26"] = answer{
		needs: need, until: claimTransferYear,
		comes: func(d *tale) bool {
			a, y := &d.Added[of2030], &d.Company[of2030]
			return a.LaunchUSD < a.MarketUSD && y.ComputeUSD < y.ComputeMarket
		},
		value: func(d *tale) float64 { return float64(d.Added[of2030].LaunchUSD / d.Added[of2030].MarketUSD) },
		reason: func(e *ensemble) string {
			c := e.told(func(t *dawndusk.Chapters) float64 {
				return float64(t.Company[of2030].ComputeUSD / t.Company[of2030].ComputeMarket)
			})
			return fmt.Sprintf("launches are charged at %s price, a choice that decides the first half; the laboratory's compute, its capital paid, costs the group %s times what the market would pay for it (%s to %s)",
				e.c.Scenario.Company.TransferPrice, brief(c.P50), brief(c.P10), brief(c.P90))
		},
	}
	all["C28"] = answer{
		needs: need, band: rowBand("company.equity.cost_per_rival", 100/float64(si.PerYear)),
		differs: func(e *ensemble) string {
			q := &e.c.Scenario.Company.Equity
			return fmt.Sprintf("the base lists the group in June 2026, OpenAI in %s and Anthropic in %s; each then takes %s off what the others could raise", brief(Number(q.OpenAIYear.SI())), brief(Number(q.AnthropicYear.SI())), percentOf(q.Drain.SI()))
		},
		reason: func(*ensemble) string {
			return "that the group listed first is on record; how much that draws from later listings is an assumed input, and a probability would only restate it"
		},
	}
}

func labAnswers(all map[string]answer) {
	need := []part{theLab()}
	all["C17"] = answer{
		needs: need, until: claimRivalYear,
		comes: func(d *tale) bool { return d.Lab[of2030].LargestRival > d.Lab[of2030].OwnH100e },
		value: func(d *tale) float64 { return 100 * float64(d.Lab[of2030].ComputeShare) },
		differs: func(e *ensemble) string {
			return fmt.Sprintf("the base lets %s of the announced growth of rivals' spending arrive, bounded by the world's compute", percentOf(e.c.Scenario.Lab.Rivals.Realised.SI()))
		},
		reason: func(e *ensemble) string {
			x := e.told(func(t *dawndusk.Chapters) float64 {
				return float64(t.Lab[of2030].LargestRival / t.Lab[of2030].OwnH100e)
			})
			return fmt.Sprintf("the largest rival has %s times the compute of the group's laboratory in 2030 (%s to %s)", brief(x.P50), brief(x.P10), brief(x.P90))
		},
	}
	all["C18"] = answer{
		merged: true, needs: append(need, theCompany()), until: claimTrinityYear,
		comes: func(d *tale) bool {
			y := &d.Lab[of2028]
			return y.OwnH100e > y.AloneH100e && y.Staff > y.AloneStaff && d.allTokens(of2028) > float64(y.AloneTokens)
		},
		value: func(d *tale) float64 { return float64(d.Lab[of2028].Output) },
		reason: func(e *ensemble) string {
			var parts []string
			for b := range lab.NumInputs {
				parts = append(parts, fmt.Sprintf("%s in %s", lab.Bound(b), percentOf(float64(e.toldShare(func(t *dawndusk.Chapters) bool { return t.Lab[of2028].Binds == lab.Bound(b) })))))
			}
			return "what binds in 2028: " + strings.Join(parts, ", ") + " of draws"
		},
	}
	all["C20"] = answer{
		needs: need, until: 2028,
		comes: func(d *tale) bool { return d.tokens(of2028, lab.FromStarlink) >= claimChannelShare*d.allTokens(of2028) },
		value: func(d *tale) float64 { return 100 * d.tokens(of2028, lab.FromStarlink) / d.allTokens(of2028) },
		differs: func(e *ensemble) string {
			s := &e.c.Scenario.Lab.Starlink
			return fmt.Sprintf("the base counts account and uploaded data alone, %s tokens a user and year, of %s of European and %s of American users who let it", brief(Number(s.TokensPerUser.In(si.PerYear))),
				percentOf(s.EU.Consent.SI()*(1-s.EU.OptOut.SI())), percentOf(s.US.Consent.SI()*(1-s.US.OptOut.SI())))
		},
		reason: func(e *ensemble) string {
			n := e.told(func(t *dawndusk.Chapters) float64 { return float64(t.Lab[of2028].Tokens[lab.FromStarlink]) })
			legal := e.told(func(t *dawndusk.Chapters) float64 { return float64(sum(t.Lab[of2028].LegalUSD[:])) / 1e6 })
			return fmt.Sprintf("users give %s·10¹² tokens by 2028; exposure to fines and settlements on all channels is %s M$ in that year", brief(n.P50/1e12), brief(legal.P50))
		},
	}
	all["C21"] = answer{
		needs: need, until: 2026,
		comes: func(d *tale) bool {
			return d.tokens(of2026, lab.FromX) >= claimXShare*d.tokens(of2026, lab.FromX, lab.FromStarlink, lab.FromLicences)
		},
		value: func(d *tale) float64 {
			return 100 * d.tokens(of2026, lab.FromX) / d.tokens(of2026, lab.FromX, lab.FromStarlink, lab.FromLicences)
		},
		differs: func(e *ensemble) string {
			return fmt.Sprintf("the base buys licences for %s M$ a year beside X", brief(Number(e.c.Scenario.Lab.Licences.Budget.In(si.DollarPerYear)/1e6)))
		},
		reason: func(e *ensemble) string {
			used := func(t *dawndusk.Chapters) float64 {
				for i := range e.years() {
					if t.Lab[i].TextUsedUp {
						return float64(firstYear + i)
					}
				}
				return math.Inf(1)
			}
			b := e.told(used)
			return fmt.Sprintf("public text, which is not its own, is used up in %s (%s to %s)", calendar(b.P50), calendar(b.P10), calendar(b.P90))
		},
	}
	all["C22"] = answer{
		needs: need, until: claimTalentYear,
		comes: func(d *tale) bool { return d.Lab[of2028].Staff >= d.StaffStart },
		value: func(d *tale) float64 { return float64(d.Lab[of2028].Staff / d.StaffStart) },
		differs: func(e *ensemble) string {
			t := &e.c.Scenario.Lab.Talent
			return fmt.Sprintf("the base loses %s of its staff a year at the frontier's pay, hires from a pool of %s, and replays the leavers of 2026", percentOf(t.Attrition.In(si.PerYear)), brief(Number(t.Pool.In(si.PerYear))))
		},
		reason: func(e *ensemble) string {
			x := e.told(func(t *dawndusk.Chapters) float64 { return float64(t.Lab[of2028].Staff / t.Lab[of2028].AloneStaff) })
			return fmt.Sprintf("with stock that trades the laboratory has %s times the staff that xAI alone would have by 2028", brief(x.P50))
		},
	}
	all["C27"] = answer{
		merged: true, needs: append(need, theCompany()), until: claimThreatYear,
		comes: func(d *tale) bool {
			y := &d.Lab[of2028]
			return y.ComputeShare-y.AloneShare >= claimThreatPoints && y.Loss < y.AloneLoss
		},
		value: func(d *tale) float64 { return 100 * float64(d.Lab[of2028].ComputeShare-d.Lab[of2028].AloneShare) },
		reason: func(e *ensemble) string {
			gap := e.told(func(t *dawndusk.Chapters) float64 { return float64(t.Lab[of2028].Loss - t.Lab[of2028].FrontierLoss) })
			apart := e.told(func(t *dawndusk.Chapters) float64 {
				return float64(t.Lab[of2028].AloneLoss - t.Lab[of2028].FrontierLoss)
			})
			return fmt.Sprintf("the gap in loss to the best rival is %s nats in 2028, and %s for xAI alone", brief(gap.P50), brief(apart.P50))
		},
	}
}

func eventAnswers(all map[string]answer) {
	event := func(k dawndusk.Event, path string, more string) answer {
		return answer{
			needs: []part{theEvents()}, until: claimEventYear,
			comes: func(d *tale) bool { return d.struck(k) },
			band:  rowBand(path, 100),
			date:  func(d *tale) float64 { return float64(d.FirstStruck[k]) },
			reason: func(e *ensemble) string {
				n := 0.0
				for i := range e.chapters {
					n += float64(e.chapters[i].Struck[k])
				}
				return fmt.Sprintf("it strikes %s times in %d years in the mean of the draws%s", brief(Number(n/float64(len(e.chapters)))), e.years(), more)
			},
		}
	}
	all["C23"] = event(dawndusk.EventRegulator, "events.regulator.revenue", "; the first, of January 2026, is on record")
	all["C24"] = event(dawndusk.EventBubble, "events.bubble.valuation", "; what is wanted, what it is worth and what can be raised fall at once and recover")
	all["C29"] = event(dawndusk.EventBrand, "events.brand.price", "; beside the price it costs users")
	all["C30"] = event(dawndusk.EventHead, "events.head.valuation", "; contagion from losses on AI to launch is not modelled beyond the group's money")
	brand := all["C29"]
	brand.differs = func(*ensemble) string { return "the base has no lasting discount; damage is drawn and wears off" }
	all["C29"] = brand
}

// commonLimit is what bound a side in most draws of a year.
func (e *ensemble) commonLimit(side string, year int) string {
	for _, b := range e.binding() {
		if b.Year == year && b.Side == side {
			return fmt.Sprintf("%s (%s of draws)", b.Limit, percentOf(float64(b.Share)))
		}
	}
	return "nothing that stands out"
}

func (e *ensemble) limits(side string, year int) string {
	return fmt.Sprintf("what binds %s in %d: %s", side, year, e.commonLimit(side, year))
}

// billReason says what the headline's ratio of costs is made of.
func (e *ensemble) billReason() string {
	if costYear-firstYear >= e.years() {
		return ""
	}
	r := band(e.column(func(r *dawndusk.Result) float64 { return e.costRatio(r, costYear-firstYear) }))
	return fmt.Sprintf("In %d an hour from orbit still costs %s times the ground's: launch, bus, network and losses cost more than shell and power save", costYear, brief(r.P50))
}

func percentOf(share float64) string {
	switch p := 100 * share; {
	case p > 0 && p < 1:
		return "<1 %"
	case p > 99 && p < 100:
		return ">99 %"
	default:
		return fmt.Sprintf("%.0f %%", p)
	}
}

// brief writes a number with three digits, or whole where it has more.
func brief(n Number) string {
	v := float64(n)
	switch {
	case math.IsNaN(v) || math.IsInf(v, 0):
		return "none"
	case v == 0:
		return "0"
	case math.Abs(v) >= 1000 && math.Abs(v) < 1e9:
		whole := fmt.Sprintf("%.0f", v)
		for i := len(whole) - 3; i > 0 && whole[i-1] != '-'; i -= 3 {
			whole = whole[:i] + "," + whole[i:]
		}
		return whole
	}
	return fmt.Sprintf("%.3g", v)
}

func calendar(n Number) string {
	if !n.Finite() {
		return "beyond the years played"
	}
	return fmt.Sprintf("%.0f", float64(n))
}
