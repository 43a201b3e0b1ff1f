/** An app that answers every case of `events.ts`, and the column it has in the table. */
export type Contestant = Readonly<{ name: string; source: string }>

/** What the ratios are over. */
export const baseline: Contestant = { name: 'hand-written', source: 'contestants/handwritten.ts' }

/** In the order in which each round runs them. */
export const contestants: ReadonlyArray<Contestant> = [
  baseline,
  { name: 'calix', source: 'contestants/calix.ts' },
  { name: 'calix, routes only', source: 'contestants/calix-plain.ts' },
  { name: 'middy router stack', source: 'contestants/middy.ts' },
  { name: 'hono', source: 'contestants/hono.ts' },
]

/** The smallest app of each, for its size alone. */
export const hellos: ReadonlyArray<Contestant> = [
  { name: 'calix', source: 'hello/calix.ts' },
  { name: 'calix with an io-ts body', source: 'hello/calix-io-ts.ts' },
  { name: 'hono', source: 'hello/hono.ts' },
]
