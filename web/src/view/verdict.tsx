// Verdict: the answer in a sentence, and what it stands on.

import { useEffect, useRef, useState } from 'preact/hooks'

import { address, go, write } from '../address'
import type { Schemas, Summary } from '../api'
import { Bars } from '../chart/bars'
import { Bills, rungs } from '../chart/bills'
import { Fan, type Series } from '../chart/fan'
import { Figure } from '../chart/figure'
import { Shares, type Share } from '../chart/shares'
import { band, figures, percent, share, unseen, year, type Maybe } from '../format'
import { Played } from '../played'
import { answer, ghost, settled, trouble, wanted } from '../study'
import { Progress } from './claims/progress'

import './verdict.css'

type Year = Schemas['SeriesYear']

const products: Record<string, string> = { training: 'frontier training', batch: 'batch work', inference: 'interactive inference' }

export default function Verdict() {
  const a = answer.value
  if (!a) {
    return (
      <section class="view verdict">
        <h1>Does AI compute made in orbit become cheaper than AI compute made on Earth?</h1>
        {!trouble.value && <p class="waiting" role="status">Playing the first draws…</p>}
      </section>
    )
  }
  const s = a.summary
  const was = ghost.value?.summary
  const of = (s: Summary | undefined, y: number): Year | undefined => s?.series?.find((v) => v.year === y)
  const at = of(s, s.cost_year) ?? s.series?.at(-1)
  return (
    <section class="view verdict" data-key={a.key} data-draws={a.draws} data-settled={settled.value}>
      <p class="question">Does AI compute made in orbit become cheaper than AI compute made on Earth?{s.scenario !== 'base' && <> <em>{s.title}</em></>}</p>
      <h1 id="sentence">{a.lines[0]}</h1>
      <p class="reason">{a.lines[1]}</p>
      <p class="reason">{a.lines[3]}</p>
      <dl class="tiles">
        {[2029, 2035, 2045].map((y) => of(s, y) && (
          <Tile key={y} id={`cheaper-${y}`} name={`cheaper from orbit, ${y}`} value={share(of(s, y)!.p_orbit_cheaper, s.draws)} was={was && of(was, y) && share(of(was, y)!.p_orbit_cheaper, was.draws)} />
        ))}
        {at && <Tile id="pays" name={`pays at the market’s price, ${at.year}`} value={share(at.p_orbit_pays, s.draws)} was={was && of(was, at.year) && share(of(was, at.year)!.p_orbit_pays, was.draws)} />}
        {at && <Tile id="ratio" name={`orbit’s cost of an hour over the ground’s, ${at.year}`} value={`${figures(at.cost_ratio.p50)}×`} more={`${figures(at.cost_ratio.p10)}–${figures(at.cost_ratio.p90)} in 80 % of draws`} was={was && `${figures(of(was, at.year)?.cost_ratio.p50)}×`} />}
        <Tile id="crossover" name="cheaper for good from" value={year(s.headline.crossover_year.p50)} more={`${share(s.headline.crossover_year.never_fraction, s.draws)} of draws never, up to ${s.series?.at(-1)?.year ?? ''}`} was={was && year(was.headline.crossover_year.p50)} />
        <Tile id="assumed" name="of what moves the answer rests on assumptions and claims" value={percent(s.evidence.assumed_fraction)} more={s.draws < 1000 ? 'of few draws: blurred by chance' : undefined} was={was && percent(was.evidence.assumed_fraction)} />
        {at && <Tile id="gw" name={`AI compute in orbit, end of ${at.year}`} value={`${figures(at.orbit_gw.p50)} GW`} more={`${figures(at.orbit_gw.p10)}–${figures(at.orbit_gw.p90)} GW in 80 % of draws`} was={was && `${figures(of(was, at.year)?.orbit_gw.p50)} GW`} />}
      </dl>
      <p class="soft">A draw plays the model once, with each uncertain input taken at random from its range. {s.draws > 1 && 'Costs and gigawatts are medians of the draws. '}<a href={write({ ...address.value, view: 'assumptions', own: {} })} onClick={(e) => { if (e.metaKey || e.ctrlKey || e.shiftKey) return; e.preventDefault(); go({ view: 'assumptions', own: {} }); scrollTo(0, 0) }}>Change an assumption</a> and see what it moves.</p>
      <div class="two">
        <Costs s={s} was={was} />
        <Chances s={s} was={was} />
        <Bill s={s} />
        <Ratio s={s} was={was} />
      </div>
      <Drivers s={s} />
      <Beliefs />
    </section>
  )
}

function Tile({ id, name, value, more, was }: { id: string; name: string; value: string; more?: string; was?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd id={id}><span class="now">{value}</span>{was !== undefined && was !== value && <del title="before the change">{was}</del>}</dd>
      {more && <dd class="more">{more}</dd>}
    </div>
  )
}

type BandOf = 'lcoc_orbit_usd_per_gpu_h' | 'lcoc_ground_usd_per_gpu_h' | 'price_usd_per_gpu_h' | 'cost_ratio'

const series = (name: string, kind: string, of: BandOf, s: Summary, was?: Summary): Series => ({
  name, class: kind, values: (s.series ?? []).map((y) => ({ year: y.year, band: y[of] })), ghost: was?.series?.map((y) => ({ year: y.year, band: y[of] })),
})

const columns = (what: string[]) => ['year', ...what.flatMap((w) => [`${w}_p10`, `${w}_p50`, `${w}_p90`])]

const rows = (s: Summary, of: BandOf[]) => (s.series ?? []).map((y) => [y.year, ...of.flatMap((k) => [y[k].p10, y[k].p50, y[k].p90])])

function Costs({ s, was }: { s: Summary; was?: Summary }) {
  const kinds: BandOf[] = ['lcoc_orbit_usd_per_gpu_h', 'lcoc_ground_usd_per_gpu_h', 'price_usd_per_gpu_h']
  const last = s.series?.find((y) => y.year === s.cost_year) ?? s.series?.at(-1)
  return (
    <Figure name="cost" title="What an hour costs" numbers={() => ({ columns: columns(kinds), rows: rows(s, kinds) })}
      caption={`Levelised cost of an H100-equivalent hour of ${products[s.headline.product] ?? s.headline.product}, ordered in the middle of the year, all costs within the boundary “${s.boundary}”; medians and the band of 80 % of draws.`}>
      <Fan log unit={`$ of ${s.money_year} per GPU-hour`} series={[series('orbit', 'orbit', kinds[0], s, was), series('ground', 'ground', kinds[1], s, was)]}
        label={last ? `In ${last.year} an hour costs ${band(last.lcoc_orbit_usd_per_gpu_h)} dollars from orbit and ${band(last.lcoc_ground_usd_per_gpu_h)} on the ground.` : 'No year was played.'} />
    </Figure>
  )
}

function Ratio({ s, was }: { s: Summary; was?: Summary }) {
  const last = s.series?.find((y) => y.year === s.cost_year) ?? s.series?.at(-1)
  return (
    <Figure name="ratio" title="How far orbit is from the ground" numbers={() => ({ columns: columns(['cost_ratio']), rows: rows(s, ['cost_ratio']) })}
      caption={`Orbit’s cost of an hour over the ground’s. Below one, orbit is the cheaper place. At central values, with no range and no bad luck, it would be ${figures(s.central_values.cost_ratio_2035)} in 2035.`}>
      <Fan log unit="orbit ÷ ground" series={[series('orbit ÷ ground', 'own', 'cost_ratio', s, was)]} level={{ value: 1, name: 'both cost the same' }}
        label={last ? `In ${last.year} orbit costs ${band(last.cost_ratio)} times what the ground does.` : 'No year was played.'} />
    </Figure>
  )
}

function Chances({ s, was }: { s: Summary; was?: Summary }) {
  const one = (name: string, kind: string, of: 'p_orbit_cheaper' | 'p_crossed' | 'p_orbit_pays'): Share => ({
    name, class: kind, values: (s.series ?? []).map((y) => ({ year: y.year, share: y[of] as Maybe })), ghost: was?.series?.map((y) => ({ year: y.year, share: y[of] as Maybe })),
  })
  const last = s.series?.at(-1)
  return (
    <Figure name="crossover" title="When orbit is cheaper"
      numbers={() => ({ columns: ['year', 'p_orbit_cheaper', 'p_crossed', 'p_orbit_pays'], rows: (s.series ?? []).map((y) => [y.year, y.p_orbit_cheaper, y.p_crossed, y.p_orbit_pays]) })}
      caption={<>Of {s.draws.toLocaleString('en')} draws; what none shows has a chance below {Number(unseen(s.draws).toPrecision(2))} % (95 % confidence). <em>Crossed over</em>: cheaper for 24 months on end. <em>Pays</em> is the other question: at the market’s price, scarcity included, an order for orbit earns its bill, cheaper than the ground or not.</>}>
      <Shares shares={[one('cheaper that year', 'orbit', 'p_orbit_cheaper'), one('crossed over by then', 'crossed', 'p_crossed'), one('pays at the market’s price', 'pays', 'p_orbit_pays')]}
        label={last ? `By ${last.year} ${share(last.p_crossed, s.draws)} of draws have crossed over; in ${last.year} orbit is cheaper in ${share(last.p_orbit_cheaper, s.draws)} and pays in ${share(last.p_orbit_pays, s.draws)}.` : 'No year was played.'} />
    </Figure>
  )
}

function Bill({ s }: { s: Summary }) {
  const lines = (s.cost_lines ?? []).map((l) => ({ side: l.side, line: l.line, rung: l.rung, value: l.usd_per_w_yr ?? 0 }))
  const sum = (side: string) => lines.filter((l) => l.side === side).reduce((a, l) => a + l.value, 0)
  if (!lines.length) return <Figure name="bill" title={`What is paid for, ${s.cost_year}`}><p class="soft">In no draw can both sides be delivered in {s.cost_year}.</p></Figure>
  return (
    <Figure name="bill" title={`What is paid for, ${s.cost_year}`} numbers={() => ({ columns: ['side', 'line', 'boundary', 'usd_per_w_yr'], rows: lines.map((l) => [l.side, l.line, l.rung, l.value]) })}
      caption={`The level rent of an IT watt in service that pays each line, interest and tax within: means over the middle half of the draws. A watt in orbit also delivers fewer hours: ${percent(s.pool.delivered_fraction)} of a ground watt’s.`}>
      <Bills lines={lines} unit={`$ of ${s.money_year} per W and year`} label={`Orbit ${figures(sum('orbit'))}, ground ${figures(sum('ground'))} dollars a watt and year: ${rungs.filter((r) => lines.some((l) => l.rung === r)).map((r) => `${r} ${figures(lines.filter((l) => l.rung === r && l.side === 'orbit').reduce((a, l) => a + l.value, 0))} against ${figures(lines.filter((l) => l.rung === r && l.side === 'ground').reduce((a, l) => a + l.value, 0))}`).join(', ')}`} />
    </Figure>
  )
}

function Drivers({ s }: { s: Summary }) {
  const [all, more] = useState(false)
  const drivers = s.drivers ?? []
  if (!drivers.length) return null
  const shown = drivers.slice(0, all ? 30 : 10)
  const open = (path: string) => go({ view: 'assumptions', own: { row: path } })
  return (
    <>
      <h2>What decides it</h2>
      <p class="lead">Rank correlation of each input with orbit’s cost over the ground’s in {s.cost_year}: right, a higher value makes orbit dearer; left, cheaper. {percent(s.evidence.assumed_fraction)} of what the inputs explain rests on rows that are assumed or claimed. An input opens with its slider and source.</p>
      <Figure name="drivers" title={`The ${shown.length} inputs that move it most`} numbers={() => ({ columns: ['input', 'what', 'kind_of_evidence', 'rank_correlation', 'standard_error'], rows: drivers.map((d) => [d.path, d.what, d.kind, d.effect, d.standard_error]) })}
        caption={<>Whiskers are one standard error. Of {s.draws.toLocaleString('en')} draws, chance alone takes the farthest of hundreds of inputs to about ±{(3.3 / Math.sqrt(s.draws)).toFixed(2)}: {Math.abs(drivers[0].effect ?? 0) < 4 / Math.sqrt(s.draws) ? 'more draws are needed to say what decides it' : 'shorter bars say little'}. <span class="kinds">{['measured', 'datasheet', 'quoted', 'derived', 'claim', 'assumed'].filter((k) => shown.some((d) => d.kind === k)).map((k) => <span key={k} class={`kind ${k}`}>{k}</span>)}</span></>}>
        <Bars left="makes orbit cheaper" right="makes orbit dearer" label={`Strongest: ${shown.slice(0, 3).map((d) => `${d.what} ${(d.effect ?? 0).toFixed(2)}`).join('; ')}`}
          bars={shown.map((d) => ({ name: d.what, more: `${d.path} · ${d.kind}`, value: d.effect ?? 0, error: d.standard_error ?? 0, class: d.kind, address: write({ ...address.value, view: 'assumptions', own: { row: d.path } }), open: () => open(d.path) }))} />
      </Figure>
      {drivers.length > 10 && <p><button type="button" class="quiet" aria-expanded={all} onClick={() => more(!all)}>{all ? 'Show the ten strongest' : `Show ${Math.min(30, drivers.length)}`}</button></p>}
    </>
  )
}

/** What was answered last stays while other views are open. */
const full = new Played<Schemas['Summary']>('runs', 0)

/** Beliefs is the same question under other beliefs, policies and prices of launch,
 * which takes ten times the draws: played once the question has stood still in sight. */
function Beliefs() {
  const here = useRef<HTMLDivElement>(null)
  const [seen, see] = useState(false)
  const k = wanted.value
  const still = settled.value
  useEffect(() => {
    const watch = new IntersectionObserver((e) => see(e.some((x) => x.isIntersecting)), { rootMargin: '120px' })
    if (here.current) watch.observe(here.current)
    return () => watch.disconnect()
  }, [])
  useEffect(() => {
    if (!seen || !still) return
    const timer = setTimeout(() => full.want(k, ''), 700)
    return () => clearTimeout(timer)
  }, [seen, still, k])
  useEffect(() => () => full.leave(), [k]) // out of sight it goes on; for another question it does not
  const given = full.answer.value
  const current = given?.key === k
  const s = given?.result
  const believed = s?.priors ?? []
  const told = (v: Schemas['Verdict']) => JSON.stringify({ ...v, name: '' })
  const groups: [string, Schemas['Verdict'][]][] = s ? [['Beliefs', s.priors ?? []], ['Policy of the operator', s.policies ?? []], ['Price of launch', s.launch_bases ?? []], ['Inputs drawn', [{ ...s.correlations_off, name: 'each on its own' }]]] : []
  return (
    <div ref={here} class="beliefs" aria-busy={full.doing.value === 'playing'}>
      <h2>Under other beliefs</h2>
      <p class="lead">The same inputs under two other sets of priors, each policy of the operator and each price of launch, as many draws each.</p>
      <Progress of={full} what="them" counted="draws" />
      {s && (
        <div class={current ? '' : 'stale'}>
          {!current && <p class="soft">Of the question before.</p>}
          <div class="scroll" tabIndex={0} role="region" aria-label="The verdict under other beliefs">
            <table>
              <thead><tr><th scope="col" /><th scope="col">cheaper 2029</th><th scope="col">2035</th><th scope="col">2045</th><th scope="col">orbit ÷ ground 2035</th><th scope="col">GW in orbit 2035</th></tr></thead>
              {groups.map(([name, list]) => (
                <tbody key={name}>
                  <tr><th colSpan={6} scope="rowgroup">{name}</th></tr>
                  {list.map((v) => (
                    <tr key={v.name}>
                      <th scope="row">{name === 'Beliefs' && v.name === 'base' ? (s.scenario === 'base' ? 'base' : 'as it is') : v.name}</th>
                      <td>{share(v.p_orbit_cheaper_2029, s.draws)}</td><td>{share(v.p_orbit_cheaper_2035, s.draws)}</td><td>{share(v.p_orbit_cheaper_2045, s.draws)}</td>
                      <td>{band(v.cost_ratio_2035)}</td><td>{band(v.orbit_gw_2035)}</td>
                    </tr>
                  ))}
                </tbody>
              ))}
            </table>
          </div>
          {believed.length > 1 && believed.every((v) => told(v) === told(believed[0])) && <p class="soft">What the sets of priors differ in, this scenario states itself: they change nothing here.</p>}
          {current && given.job.links.report && <p><a href={given.job.links.report} target="_blank" rel="noopener">The whole report</a>: costs at every boundary, the Moon, the group’s money, its laboratory, the claims, and every assumption with its source.</p>}
        </div>
      )}
    </div>
  )
}
