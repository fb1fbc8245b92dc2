package lab

import "github.com/dawndusk/dawndusk/si"

// The months in which departures are on record.
const recordedFrom, recordedTo = 1, 4 // February to May 2026

// staff is the stock of researchers and engineers.
type staff struct {
	people, frontier      float64
	aim, perRamp          float64
	pool, attrition       float64 // a month, at the frontier's pay
	cash, stock, unlisted float64 // $ a month
	perRivalPay           float64
	recorded              float64 // leavers in each recorded month
	growth, most, perMost float64 // of the frontier's staff, a month; where it ends; 1 over that
}

func (s *staff) reset(p *Talent) {
	*s = staff{
		people: p.Start.SI(), aim: float64(p.Aim), perRamp: min(1, secondsPerMonth/p.Ramp.SI()),
		pool: p.Pool.In(si.PerYear) / 12, attrition: p.Attrition.In(si.PerYear) / 12,
		cash: p.Cash.In(si.DollarPerYear) / 12, stock: p.Stock.In(si.DollarPerYear) / 12, unlisted: float64(p.Unlisted),
		recorded: p.Recorded.SI() / (recordedTo - recordedFrom + 1),
	}
}

// month hires, pays and loses people.
//
// Pay is what it is worth to who gets it: cash and stock, the stock at today's
// worth and less where it cannot be sold. Over the frontier's pay it is π. People
// leave the sooner the less π is, and the market lets in the more the greater:
//
//	T' = hires − (a₀/π + shock) T,      hires = min( (a T_f − T)/ramp + leavers, pool π )
//
// In the months on record leavers are those of the record. The frontier's staff
// grows to its end as a logistic.
//
// Source: REFERENCE A3; that leavers go as 1/π and hires as π is assumed.
// Ignores: who leaves: a founder counts as anybody; months in which stock vests;
// long hours.
// Good to: not measured. Rows are compared with the record in doc/model/lab.md.
// Needs: a ramp and the frontier's pay above zero.
func (s *staff) month(in *Input, out *Output) {
	if s.frontier < s.most {
		s.frontier = below(s.frontier*(1+s.growth*(1-s.frontier*s.perMost)), s.most)
	}
	worth := below(in.Valuation, 1e3)
	if !in.Listed {
		worth *= s.unlisted
	}
	π := si.Lesser(si.Greater((s.cash+s.stock*worth)*s.perRivalPay, 0.05), 20)
	leave := s.attrition / π // share of the people
	if in.Recorded && in.Month >= recordedFrom && in.Month <= recordedTo {
		leave = ratio(s.recorded, s.people)
	}
	leave = share(share(leave) + share(in.TalentShock))
	left := leave * s.people
	hire := below((s.aim*s.frontier-s.people)*s.perRamp+left, s.pool*π)
	s.people += hire - left
	out.Staff, out.Hired, out.Left = s.people, hire, left
	out.StaffUSD = s.people * s.cash
	out.StockPayUSD = s.people * s.stock
	out.FrontierStaff = s.frontier
}

// compare tells the staff whom it is measured against.
func (s *staff) compare(p *Rivals) {
	s.frontier, s.most = p.Staff.SI(), p.MostStaff.SI()
	s.perMost = 1 / s.most
	s.growth = p.Growth.In(si.PerYear) / 12
	s.perRivalPay = 12 / p.Pay.In(si.DollarPerYear)
}
