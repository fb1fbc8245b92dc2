package study

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/dawndusk/dawndusk"
	"github.com/dawndusk/dawndusk/launch"
	"github.com/dawndusk/dawndusk/ledger"
	"github.com/dawndusk/dawndusk/lunar"
	"github.com/dawndusk/dawndusk/rng"
	"github.com/dawndusk/dawndusk/si"
)

// moonChapter begins the paths of the Moon's inputs.
const moonChapter = "lunar."

// MoonOptions say how the factory on the Moon is played.
type MoonOptions struct {
	Cargo    string // schedule: "12 from 2032, 2000 t/yr from 2040"
	To       string // destination
	Route    string
	Starship string // price of a kilogram in low orbit
	Years    int    // from 2026
	Draws    int    // 0: central values alone
	Seed     uint64
	Set      []string
	Workers  int
	Version  string

	Progress func(done, total int)
}

// The bounds of what can be asked.
const (
	maxMoonYears   = 60
	maxMoonDraws   = 10_000
	maxLandersYear = 1e6
	moonSizeYear   = 2035                     // whose satellite is made
	claimKWPerT    = 100.                     // Musk's own for both claims of terawatts a year
	cheaperFor     = lunar.CheaperMonths / 12 // years in a row
	moonRoutes     = "driver or rocket"
	moonTo         = "lunar-orbit, eml1, geo, leo or sun-orbit"
	stepUnit       = "landers a year or tonnes a year"
	exampleCargo   = "12 from 2032, or 2000 t/yr from 2035; several are joined by commas"
)

// MoonFigure is a number at central values and over the draws.
type MoonFigure struct {
	Central Number `json:"central"`
	Band
}

// MoonYear is one year of the factory. Stocks are at its end.
type MoonYear struct {
	Year           int            `json:"year"`
	LandedT        Number         `json:"landed_t"`
	PlantT         MoonFigure     `json:"plant_t"`
	PowerMW        MoonFigure     `json:"power_mw"`
	MadeT          MoonFigure     `json:"made_t_per_yr"`
	DeliveredT     MoonFigure     `json:"delivered_t_per_yr"`
	ShortT         MoonFigure     `json:"imports_short_t_per_yr"`
	USDPerKg       []MoonFigure   `json:"usd_per_kg"` // by destination
	Limit          string         `json:"limit"`      // of most months at central values
	LimitOfDraws   string         `json:"limit_of_most_draws,omitempty"`
	LimitShare     Number         `json:"limit_share"` // of draws that have it
	MadeByMaterial []MoonMaterial `json:"made_by_material"`
}

// MoonMaterial is what central values make of a material in a year.
type MoonMaterial struct {
	Name string `json:"name"`
	T    Number `json:"t_per_yr"`
}

// MoonPlace is a destination and what a kilogram there costs in the last year.
type MoonPlace struct {
	Name             string     `json:"name"`
	ThrowKMPerS      Number     `json:"throw_km_per_s"`
	ArriveKMPerS     Number     `json:"arrive_km_per_s"`
	FlightDays       Number     `json:"flight_days"`
	TrackG           Number     `json:"track_g"` // of the driver's length at that speed, in g
	DelayS           Number     `json:"delay_s"`
	RoundTripS       Number     `json:"round_trip_s"`
	MadeByDelivered  Number     `json:"kg_made_per_kg"`
	LandedByDeliverd Number     `json:"kg_fuel_landed_per_kg"`
	StarshipUSDPerKg MoonFigure `json:"starship_usd_per_kg"`
	USDPerKg         MoonFigure `json:"usd_per_kg"`
	CheaperFrom      Number     `json:"cheaper_from"` // null: never in the years played
	CheaperShare     Number     `json:"cheaper_share"`
	CheaperBand      Band       `json:"cheaper_from_band"`
}

// MoonClaim is what so many watts a year would need.
type MoonClaim struct {
	TWPerYear       float64 `json:"tw_per_yr"`
	KWPerT          float64 `json:"kw_per_t"`
	GtPerYear       Number  `json:"satellites_gt_per_yr"`
	TPerS           Number  `json:"satellites_t_per_s"`
	ThrownTPerS     Number  `json:"thrown_t_per_s"`
	DriverTW        Number  `json:"driver_tw"`
	Tracks          Number  `json:"tracks"`
	FactoryTW       Number  `json:"factory_tw"`
	SoilTPerS       Number  `json:"soil_t_per_s"`
	PlantGt         Number  `json:"plant_gt"`
	PowerPlantGt    Number  `json:"power_plant_gt"`
	Robots          Number  `json:"robots"`
	PartsMtPerYear  Number  `json:"parts_from_earth_mt_per_yr"`
	LandersPerYear  Number  `json:"landers_per_yr"`
	SitesOfPower    Number  `json:"sites_of_power"`
	EarthMtPerYear  Number  `json:"earth_made_mt_per_yr"`
	MadeOnMoonShare Number  `json:"made_on_moon_share"`
}

// MoonSummary is the contract of `moon --json`.
type MoonSummary struct {
	Scenario     string `json:"scenario"`
	Title        string `json:"title"`
	ScenarioHash string `json:"scenario_hash"`
	Version      string `json:"version"`
	Seed         uint64 `json:"seed"`
	Draws        int    `json:"draws"`
	MoneyYear    int    `json:"money_year"`

	Cargo            string      `json:"cargo"`
	To               string      `json:"to"`
	Route            string      `json:"route"`
	StarshipUSDPerKg float64     `json:"starship_usd_per_kg"`
	Tankers          MoonFigure  `json:"tankers_per_lander"`
	LandedUSDPerKg   MoonFigure  `json:"landed_usd_per_kg"`
	MoonShare        MoonFigure  `json:"satellite_made_on_moon_share"`
	KWPerT           Number      `json:"satellite_kw_per_t"`
	DoublingYears    MoonFigure  `json:"fastest_doubling_yr"` // of the plant, by what is made alone; read off
	Leverage         MoonFigure  `json:"kg_delivered_per_kg_landed"`
	Years            []MoonYear  `json:"years"`
	Places           []MoonPlace `json:"destinations"`
	Claims           []MoonClaim `json:"claims"`
	Missing          []string    `json:"missing_elements"`
	Warnings         []string    `json:"warnings"`
}

// step is a rate of landing from a year on.
type step struct {
	from    float64
	landers float64 // a year
	t       float64 // landed a year, where tonnes were written
}

// moonPlan is what is played, the same in every draw.
type moonPlan struct {
	steps     []step
	to        lunar.Destination
	route     lunar.Route
	price     float64
	years     int
	satellite lunar.Satellite
}

// moonPlay is what one draw gives.
type moonPlay struct {
	years                            []moonPlayed
	starship                         [lunar.NumDestinations]float64
	tankers, landed, share, doubling float64
	leverage                         float64
	cheaper                          lunar.Cheaper // by years
}

type moonPlayed struct {
	landed, plant, power, made, delivered, short float64
	usd                                          [lunar.NumDestinations]float64
	limit                                        lunar.Limit
	materials                                    lunar.Mix
}

// Moon plays the factory on the Moon on its own, at central values and in draws of
// its own inputs, for a schedule of cargo and a price of Starship that are given. In the
// monthly chain the same factory is fed by what flies and is paid for.
func Moon(ctx context.Context, scenario string, o MoonOptions) (*MoonSummary, error) {
	var wrong ledger.Errors
	add := func(flag, what, right string) {
		wrong = append(wrong, ledger.Error{File: flag, Wrong: what, Right: right})
	}
	plan := moonPlan{years: o.Years}
	var ok bool
	if plan.to, ok = lunar.DestinationNamed(o.To); !ok {
		add("--to", fmt.Sprintf("%q is unknown", ledger.Short(o.To)), "write "+moonTo)
	}
	switch o.Route {
	case lunar.ByDriver.String():
	case lunar.ByRocket.String():
		plan.route = lunar.ByRocket
	default:
		add("--route", fmt.Sprintf("%q is unknown", ledger.Short(o.Route)), "write "+moonRoutes)
	}
	var price si.USDPerKilogram
	if err := price.UnmarshalText([]byte(o.Starship)); err != nil {
		add("--starship", err.Error(), "")
	} else if plan.price = price.In(si.DollarPerKilogram); plan.price < 0 || plan.price > 1e6 {
		add("--starship", o.Starship+" is no price of a launch", "write 0 to 1000000 $/kg")
	}
	if o.Years < 1 || o.Years > maxMoonYears {
		add("--years", fmt.Sprintf("%d years", o.Years), fmt.Sprintf("write 1 to %d, from %d", maxMoonYears, firstYear))
	}
	if o.Draws < 0 || o.Draws > maxMoonDraws {
		add("--draws", fmt.Sprintf("%d draws", o.Draws), fmt.Sprintf("write 1 to %d, or 0 for central values", maxMoonDraws))
	}
	steps, bad, right := cargoSchedule(o.Cargo)
	if bad != "" {
		add("--cargo", bad, right)
	}
	plan.steps = steps
	c, err := dawndusk.Load(scenario, o.Set...)
	if err := bothErrors(asError(wrong), err); err != nil {
		return nil, err
	}
	z, err := c.Size(launch.DawnDusk, moonSizeYear)
	if err != nil {
		return nil, ledger.Errors{{File: scenario, Wrong: err.Error(), Right: "the Moon makes the parts of that satellite"}}
	}
	plan.satellite = dawndusk.MoonSatellite(&z.Budget)

	s := &MoonSummary{
		Scenario: c.Name, Title: c.Title, ScenarioHash: c.Hash(), Version: o.Version, Seed: o.Seed, Draws: o.Draws, MoneyYear: si.MoneyYear,
		Cargo: o.Cargo, To: plan.to.String(), Route: plan.route.String(), StarshipUSDPerKg: plan.price, KWPerT: Number(z.Budget.SpecificPowerKWPerT),
		Warnings: append([]string{}, c.Warnings...),
	}
	central := newMoonPlay(&plan)
	central.play(&c.Scenario.Lunar, &plan)

	var inputs []input
	for i := range c.Book.Rows {
		r := &c.Book.Rows[i]
		if d := ledger.Compile(r); strings.HasPrefix(r.Path, moonChapter) && d.Drawn() {
			inputs = append(inputs, input{i, d, rng.NewSequence(o.Seed, r.Path)})
		}
	}
	plays := make([]*moonPlay, o.Draws)
	opts := Options{Progress: o.Progress}
	tick := opts.ticker(o.Draws)
	err = each(ctx, o.Workers, o.Draws, batch, func() func(int) {
		drawn := c.Scenario
		leaves := ledger.Leaves(&drawn)
		return func(i int) {
			for k := range inputs {
				*leaves[c.Book.Rows[inputs[k].row].Leaf].Float = inputs[k].dist.Quantile(inputs[k].sequence.At(uint32(i)))
			}
			plays[i] = newMoonPlay(&plan)
			plays[i].play(&drawn.Lunar, &plan)
			tick(1)
		}
	})
	if err != nil {
		return nil, err
	}
	s.fill(&plan, &c.Scenario.Lunar, central, plays)
	return s, nil
}

// cargoSchedule reads "12 from 2032, 2000 t/yr from 2040".
func cargoSchedule(text string) (steps []step, wrong, right string) {
	for _, part := range strings.Split(text, ",") {
		amount, year, found := strings.Cut(part, " from ")
		amount, year = strings.TrimSpace(amount), strings.TrimSpace(year)
		from, err := strconv.ParseFloat(year, 64)
		if !found || err != nil || !(from >= firstYear && from <= firstYear+maxMoonYears) {
			return nil, fmt.Sprintf("%q is no schedule of cargo", ledger.Short(strings.TrimSpace(part))), fmt.Sprintf("write %s, years from %d to %d", exampleCargo, firstYear, firstYear+maxMoonYears)
		}
		s := step{from: from}
		number := strings.TrimSpace(strings.TrimSuffix(strings.TrimSuffix(amount, "/yr"), "flights"))
		if n, err := strconv.ParseFloat(strings.TrimSpace(number), 64); err == nil {
			s.landers = n
			if !(n >= 0 && n <= maxLandersYear) {
				return nil, fmt.Sprintf("%q is too many or too few landers", ledger.Short(amount)), "write 0 to 1000000 a year"
			}
		} else {
			var rate si.MassRate
			if err := rate.UnmarshalText([]byte(amount)); err != nil {
				return nil, fmt.Sprintf("%q is neither %s", ledger.Short(amount), stepUnit), "write " + exampleCargo
			}
			s.t = rate.In(si.TonnePerYear)
			if !(s.t >= 0 && s.t <= 1e9) {
				return nil, fmt.Sprintf("%q is too much or too little cargo", ledger.Short(amount)), "write 0 t/yr to 1 Gt/yr"
			}
		}
		if n := len(steps); n > 0 && steps[n-1].from >= from {
			return nil, fmt.Sprintf("the year %s does not follow the one before", year), "write the steps in the order of their years"
		}
		steps = append(steps, s)
	}
	return steps, "", ""
}

// landers is how many set out in a month.
func (p *moonPlan) landers(l *lunar.Landing, month int) float64 {
	n := 0.0
	for _, s := range p.steps {
		if firstYear+(float64(month)+0.5)/12 >= s.from {
			n = s.landers / 12
			if s.t > 0 {
				n = s.t / 12 / (l.Cargo.In(si.Tonne) * (1 - float64(l.Loss)))
			}
		}
	}
	return n
}

func newMoonPlay(p *moonPlan) *moonPlay { return &moonPlay{years: make([]moonPlayed, p.years)} }

// play plays one set of inputs. The factory throws all that it can.
func (x *moonPlay) play(p *lunar.Params, plan *moonPlan) {
	bill := plan.satellite.Split(p)
	x.share = bill.MoonShare()
	x.tankers = p.Landing.Tankers()
	x.landed = lunar.LandedUSDPerKg(p, plan.price)
	for d := range lunar.NumDestinations {
		x.starship[d] = lunar.StarshipUSDPerKg(p, d, plan.price)
	}
	var m lunar.Model
	var out lunar.Output
	m.Reset(p)
	in := lunar.Input{WantKg: 1e15, Mix: bill.Mix, Destination: plan.to, Route: plan.route, StarshipUSDPerKg: plan.price}
	x.doubling = math.Inf(1)
	landedT, deliveredT := 0.0, 0.0
	for y := range x.years {
		r := &x.years[y]
		var limits [lunar.NumLimits]int
		var usd [lunar.NumDestinations]float64
		for i := range 12 {
			in.Landers = plan.landers(&p.Landing, 12*y+i)
			before := out.PlantKg
			m.Month(&in, &out)
			limits[out.Limit]++
			r.landed += out.LandedKg / 1e3
			r.made += out.MadeKg / 1e3
			r.delivered += out.DeliveredKg / 1e3
			r.short += out.ImportsShortKg / 1e3
			for k, kg := range out.MadeByMaterial {
				r.materials[k] += kg / 1e3
			}
			if out.DeliveredKg > 0 {
				for d := range usd {
					usd[d] += out.USDPerKg[d] * out.DeliveredKg / 1e3
				}
			}
			if before > 0 {
				if grown := (out.PlantKg - before - out.SeedKg) / before; grown > 0 {
					x.doubling = math.Min(x.doubling, math.Ln2/math.Log1p(grown)/12)
				}
			}
		}
		r.plant, r.power = out.PlantKg/1e3, out.PowerW/1e6
		for d := range usd {
			r.usd[d] = math.Inf(1)
			if r.delivered > 0 {
				r.usd[d] = usd[d] / r.delivered
			}
		}
		for l, n := range limits {
			if n > limits[r.limit] {
				r.limit = lunar.Limit(l)
			}
		}
		landedT += r.landed
		deliveredT += r.delivered
	}
	if landedT > 0 {
		x.leverage = deliveredT / landedT
	}
	for y := range x.years {
		x.cheaper.Add(float64(firstYear+y), cheaperFor, &x.years[y].usd, &x.starship)
	}
}

// fill gathers the draws.
func (s *MoonSummary) fill(plan *moonPlan, p *lunar.Params, central *moonPlay, plays []*moonPlay) {
	values := make([]float64, len(plays))
	over := func(f func(x *moonPlay) float64) Band {
		if len(plays) == 0 {
			nan := Number(math.NaN())
			return Band{nan, nan, nan}
		}
		for i := range plays {
			values[i] = f(plays[i])
		}
		return band(values)
	}
	figure := func(f func(x *moonPlay) float64) MoonFigure { return MoonFigure{Number(f(central)), over(f)} }
	s.Tankers = figure(func(x *moonPlay) float64 { return x.tankers })
	s.LandedUSDPerKg = figure(func(x *moonPlay) float64 { return x.landed })
	s.MoonShare = figure(func(x *moonPlay) float64 { return x.share })
	s.DoublingYears = figure(func(x *moonPlay) float64 { return x.doubling })
	s.Leverage = figure(func(x *moonPlay) float64 { return x.leverage })
	for y := range plan.years {
		at := func(f func(r *moonPlayed) float64) MoonFigure {
			return figure(func(x *moonPlay) float64 { return f(&x.years[y]) })
		}
		r := &central.years[y]
		out := MoonYear{
			Year: firstYear + y, LandedT: Number(r.landed), Limit: r.limit.String(),
			PlantT:     at(func(r *moonPlayed) float64 { return r.plant }),
			PowerMW:    at(func(r *moonPlayed) float64 { return r.power }),
			MadeT:      at(func(r *moonPlayed) float64 { return r.made }),
			DeliveredT: at(func(r *moonPlayed) float64 { return r.delivered }),
			ShortT:     at(func(r *moonPlayed) float64 { return r.short }),
		}
		for d := range lunar.NumDestinations {
			out.USDPerKg = append(out.USDPerKg, at(func(r *moonPlayed) float64 { return r.usd[d] }))
		}
		for m := range lunar.NumMaterials {
			out.MadeByMaterial = append(out.MadeByMaterial, MoonMaterial{m.String(), Number(r.materials[m])})
		}
		var count [lunar.NumLimits]int
		for _, x := range plays {
			count[x.years[y].limit]++
		}
		if len(plays) > 0 {
			most := slices.Index(count[:], slices.Max(count[:]))
			out.LimitOfDraws, out.LimitShare = lunar.Limit(most).String(), Number(float64(count[most])/float64(len(plays)))
		}
		s.Years = append(s.Years, out)
	}
	bill := plan.satellite.Split(p)
	for d := range lunar.NumDestinations {
		path, load := lunar.PathTo(p, d), lunar.LoadTo(p, d, plan.route, &bill.Mix)
		share := 0.0
		for _, x := range plays {
			if !math.IsInf(x.cheaper.From(d), 1) {
				share += 1 / float64(len(plays))
			}
		}
		s.Places = append(s.Places, MoonPlace{
			Name: d.String(), ThrowKMPerS: Number(path.ThrowMPerS / 1e3), ArriveKMPerS: Number(path.ArriveMPerS / 1e3), FlightDays: Number(path.FlightDays), TrackG: Number(lunar.TrackG(si.Speed(path.ThrowMPerS)*si.MetrePerSecond, p.Driver.Length)),
			DelayS: Number(path.DelayS), RoundTripS: Number(path.RoundTripS()), MadeByDelivered: Number(load.MoonKg), LandedByDeliverd: Number(load.FuelKg),
			StarshipUSDPerKg: figure(func(x *moonPlay) float64 { return x.starship[d] }),
			USDPerKg:         figure(func(x *moonPlay) float64 { return x.years[plan.years-1].usd[d] }),
			CheaperFrom:      Number(central.cheaper.From(d)), CheaperShare: Number(share),
			CheaperBand: over(func(x *moonPlay) float64 { return x.cheaper.From(d) }),
		})
	}
	for _, x := range []struct{ tw, kwPerT float64 }{{500, claimKWPerT}, {1000, claimKWPerT}, {1000, float64(s.KWPerT)}} {
		c := lunar.Needs(p, si.PowerRate(x.tw*1e3)*si.GigawattPerYear, si.SpecificPower(x.kwPerT)*si.KilowattPerTonne, central.share, &bill.Mix, plan.to, plan.route)
		s.Claims = append(s.Claims, MoonClaim{
			TWPerYear: x.tw, KWPerT: x.kwPerT, GtPerYear: Number(c.TonnesPerYear / 1e9), TPerS: Number(c.TonnesPerSecond), ThrownTPerS: Number(c.ThrownPerSecond),
			DriverTW: Number(c.DriverW / 1e12), Tracks: Number(c.Tracks), FactoryTW: Number(c.FactoryW / 1e12), SoilTPerS: Number(c.SoilTPerSecond),
			PlantGt: Number(c.PlantT / 1e9), PowerPlantGt: Number(c.PowerPlantT / 1e9), Robots: Number(c.Robots), PartsMtPerYear: Number(c.PartsTPerYear / 1e6),
			LandersPerYear: Number(c.LandersPerYear), SitesOfPower: Number(c.SitesOfPower),
			EarthMtPerYear: Number((1 - central.share) * c.TonnesPerYear / 1e6), MadeOnMoonShare: Number(central.share),
		})
	}
	for _, a := range lunar.Missing {
		s.Missing = append(s.Missing, a.Element+": "+a.Consequence)
	}
}
