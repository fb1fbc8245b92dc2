// The sign of a verdict: a shape, so that none hangs on its colour alone.

import './mark.css'

export type Shape = 'check' | 'up' | 'down' | 'cross' | 'square' | 'ring' | 'half'

/** Each in a box of 16 by 16. */
const drawn: Record<Shape, preact.JSX.Element> = {
  check: <><circle class="full" cx={8} cy={8} r={7} /><path class="cut" d="M4.6 8.3 7.1 10.8 11.5 5.6" /></>,
  up: <path class="full" d="M8 1.5 15 14H1Z" />,
  down: <path class="full" d="M8 14.5 1 2H15Z" />,
  cross: <path class="line" d="M3 3 13 13M13 3 3 13" />,
  square: <rect class="open" x={2.5} y={2.5} width={11} height={11} rx={1.5} />,
  ring: <><circle class="open dashed" cx={8} cy={8} r={6} /></>,
  half: <><circle class="open" cx={8} cy={8} r={6} /><path class="full" d="M8 2a6 6 0 0 0 0 12Z" /></>,
}

/** Mark is the sign in a line of text. */
export function Mark({ shape, tone }: { shape: Shape; tone: string }) {
  return <svg class={`mark ${tone}`} viewBox="0 0 16 16" aria-hidden="true">{drawn[shape]}</svg>
}

/** Placed is the sign in a drawing, about a point. */
export function Placed({ shape, tone, x, y, size = 13 }: { shape: Shape; tone: string; x: number; y: number; size?: number }) {
  return <g class={`mark ${tone}`} transform={`translate(${x - size / 2},${y - size / 2}) scale(${size / 16})`}>{drawn[shape]}</g>
}
