package lab

import "math"

// law are the coefficients of a scaling law.
type law struct{ e, a, b, alpha, beta float64 }

// laws are as printed: Besiroglu and others 2024 (arXiv 2404.10102), and Hoffmann
// and others 2022 (arXiv 2203.15556), equation 10.
var laws = [numLaws]law{
	Besiroglu: {1.8172, 482.01, 2085.43, 0.3478, 0.3658},
	Hoffmann:  {1.69, 406.4, 410.7, 0.34, 0.28},
}

func lawOf(l Law) law {
	if l >= numLaws {
		l = Besiroglu
	}
	return laws[l]
}

// guessing is the loss of a model that knows nothing but how many tokens there are:
// the logarithm of 131,072, Grok-1's vocabulary. No loss is above it.
const guessing = 11.783502069519072

// Predict is the loss of a model with so many parameters, fed so many tokens that
// are all different, in nats a token.
//
//	L = E + A/N^α + B/D^β
//
// Source: Hoffmann and others 2022 (arXiv 2203.15556), equation 10; Besiroglu and
// others 2024 (arXiv 2404.10102) fit its third method anew.
// Ignores: mixtures of experts, training after the main run, better algorithms,
// which lower everybody's loss; that the law was fitted below 10^22 FLOP.
// Good to: the two fits differ by 0.04 nats at Chinchilla's size, ExamplePredict, and by
// five times in the tokens a parameter that they call best; runs are 10^5 times what
// was fitted, where nobody has published a loss.
// Needs: N and D above zero.
func Predict(l Law, parameters, tokens float64) float64 {
	c := lawOf(l)
	return c.e + c.a*math.Exp(-c.alpha*math.Log(parameters)) + c.b*math.Exp(-c.beta*math.Log(tokens))
}

// Optimal is the split of a training run between parameters and tokens that
// makes the loss least while all tokens differ.
//
//	N = G (C/6)^(β/(α+β))      D = (C/6)/N      G = (αA/(βB))^(1/(α+β))
//
// Source: Hoffmann and others 2022, equation 4; 6 N D FLOP are counted.
// Ignores: as Predict; what serving a model costs, which argues for fewer parameters.
// Good to: exact as stated; TestVal_OptimumOfThePapers.
// Needs: C above zero.
func Optimal(l Law, flop float64) (parameters, tokens float64) {
	c := lawOf(l)
	d := math.Exp(c.lnTokens(math.Log(flop / 6)))
	return flop / 6 / d, d
}

// lnTokens is the logarithm of the best number of tokens for C/6.
func (c *law) lnTokens(lnC6 float64) float64 {
	return (c.alpha*lnC6 + math.Log(c.beta*c.b/(c.alpha*c.a))) / (c.alpha + c.beta)
}

// Worth is how many different tokens the repeated ones are worth.
//
//	D' = U + U R* (1 − e^(−R/R*)),      R = D/U − 1
//
// Source: Muennighoff and others 2023 (arXiv 2305.16264), equation 5, R* = 15.39.
// Ignores: that parameters beyond what the data bear lose worth too (their R*_N =
// 5.31), and that many repeats harm (Lovelace and others 2026, arXiv 2605.01640):
// both would lower what a laboratory short of data reaches.
// Good to: fitted on models of up to 9 G parameters and 900 G tokens.
// Needs: U above zero, D not below U, R* above zero.
func Worth(unique, tokens, repeats float64) float64 {
	return unique * (1 - repeats*math.Expm1(-(tokens/unique-1)/repeats))
}

// optimum is the best run of a laboratory.
type optimum struct {
	law       law
	repeats   float64
	perRepeat float64
	over      float64 // √ of the overtraining
	lnOver    float64
	lnBest    float64 // ln(βB/(αA))
	perSum    float64 // 1/(α+β)
	y, g      float64 // where the search ended last, and for what
	rise      float64 // dy/dg there

	loss   float64 // nats a token
	tokens float64 // fed, repeats among them
	unique float64 // of them different
}

func (o *optimum) reset(which Law, repeats, over float64) {
	l := lawOf(which)
	*o = optimum{law: l, repeats: repeats, perRepeat: 1 / repeats, over: math.Sqrt(over), lnOver: math.Log(over) / 2, perSum: 1 / (l.alpha + l.beta), loss: guessing}
	o.lnBest = math.Log(l.beta * l.b / (l.alpha * l.a))
}

// wants is the FLOP of a run that would be fed so many tokens if text had no end:
// Optimal's D, times √o, turned round.
func (o *optimum) wants(tokens float64) float64 {
	return 6 * math.Exp(((math.Log(tokens)-o.lnOver)/o.perSum-o.lnBest)/o.law.alpha)
}

// train finds the least loss that so much compute reaches on so many different
// tokens. While the best run asks for no more than there are, it is Optimal. If
// it does, tokens are repeated, and the best number of them is the root of
//
//	α ln(6D/C) + ln(αA/(βB)) + (β+1) ln D' − ln D + R/R* = 0
//
// A laboratory trains fewer parameters on more tokens than that, because the
// model must be served: D is √o times as much, o the overtraining.
//
// Source: the derivative of Predict with Worth at constant C; derived.
// Ignores: as they do.
// Good to: 1e-7 of the loss against a search by brute force, TestVerif_LeastLoss.
// Needs: nothing; without compute or data the loss is that of guessing.
func (o *optimum) train(flop, unique float64) {
	o.loss, o.tokens, o.unique = guessing, 0, 0
	if !(flop > 6e9) || !(unique > 1) {
		return
	}
	l := &o.law
	lnC6, lnU := math.Log(flop/6), math.Log(unique)
	y := (l.alpha*lnC6+o.lnBest)*o.perSum - lnU // ln(D/U) without an end of text
	n := 0.0
	if y > 0 {
		y, n = o.repeated(y)
	} else {
		n = math.Exp(y)
	}
	y, n = y+o.lnOver, n*o.over
	o.tokens, o.unique = n*unique, n*unique
	lnWorth := lnU + y
	if n > 1 {
		o.unique = unique
		lnWorth = lnU + math.Log(1+o.repeats*(1-math.Exp((1-n)*o.perRepeat)))
	}
	o.loss = min(guessing, l.e+l.a*math.Exp(l.alpha*(lnU+y-lnC6))+l.b*math.Exp(-l.beta*lnWorth))
}

// repeated is y = ln(D/U) where tokens are repeated, and D/U: between nothing and the
// logarithm g of what would be best over U without an end of text. With these train's
// equation is
//
//	(α−1) y + (β+1) ln(D'/U) + R/R* = (α+β) g
//
// which rises with y and is found by Halley's method from where it lay last.
func (o *optimum) repeated(g float64) (y, n float64) {
	α, β1 := o.law.alpha, o.law.beta+1
	low, high := 0.0, g
	y = o.y + (g-o.g)*o.rise
	if !(y > low && y < high) {
		y = min(high, 1)
	}
	for range 60 {
		n = math.Exp(y)
		again := n * o.perRepeat
		fall := math.Exp(o.perRepeat - again)
		worth := 1 + o.repeats*(1-fall) // D'/U
		q := n * fall / worth           // its logarithm's slope
		h := (α-1)*y + β1*math.Log(worth) + again - o.perRepeat - g/o.perSum
		slope := α - 1 + β1*q + again
		bend := β1*q*(1-again-q) + again
		if h > 0 {
			high = y
		} else {
			low = y
		}
		step := -2 * h * slope / (2*slope*slope - h*bend)
		o.rise = 1 / (slope * o.perSum)
		if math.Abs(step) < 4e-2 && y+step > low && y+step < high { // Halley cubes it; the loss is flat there
			y += step
			n *= 1 + step*(1+step*(1./2+step*(1./6+step*(1./24))))
			break
		}
		if y += step; !(y > low && y < high) {
			y = (low + high) / 2
		}
	}
	o.y, o.g = y, g
	return y, n
}
