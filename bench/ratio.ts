/** A figure with how far the middle half of its samples lies from it, as a share of it. */
export type Figure = Readonly<{ value: number; spread: number }>

const quantile = (sorted: ReadonlyArray<number>, q: number): number => {
  const at = (sorted.length - 1) * q
  const low = sorted[Math.floor(at)] ?? Number.NaN
  const high = sorted[Math.ceil(at)] ?? Number.NaN
  return low + (high - low) * (at - Math.floor(at))
}

/** The median of some samples. */
export const median = (samples: ReadonlyArray<number>): Figure => {
  const sorted = samples.toSorted((a, b) => a - b)
  const value = quantile(sorted, 0.5)
  return { value, spread: (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 2 / Math.abs(value) }
}

/** The median ratio of samples taken side by side: both of a pair saw the same machine at the same moment. */
export const ratio = (samples: ReadonlyArray<number>, over: ReadonlyArray<number>): Figure =>
  median(samples.map((each, i) => each / (over[i] ?? Number.NaN)))

/** The median difference of samples taken side by side. */
export const difference = (samples: ReadonlyArray<number>, from: ReadonlyArray<number>): Figure =>
  median(samples.map((each, i) => each - (from[i] ?? Number.NaN)))

/** The geometric mean, which weighs a halving and a doubling alike. */
export const geometricMean = (figures: ReadonlyArray<Figure>): Figure => ({
  value: Math.exp(figures.reduce((sum, { value }) => sum + Math.log(value), 0) / figures.length),
  spread: figures.reduce((sum, { spread }) => sum + spread, 0) / figures.length,
})
