// Satellites far from the time of their elements are asked for again.

import { useEffect, useState } from 'preact/hooks'

import type { Engine } from './engine'

/** useStale counts how often the constellation (0) or the catalogue (1) is to be asked for again,
 * for the time shown is more than so many ms from that of its elements: once at a time; those that are
 * drawn stay until then. */
export function useStale(engine: Engine | null, which: 0 | 1, time: number, after: number, asking: { readonly current: boolean }): number {
  const [asked, ask] = useState(0)
  const group = engine?.satellites.groups[which]
  const old = group && group.count > 0 && Math.abs(time - group.time) > after ? Math.floor(time / after) : 0
  useEffect(() => { if (old && !asking.current) ask((n) => n + 1) }, [old])
  return asked
}
