const TOTAL = Number(process.env.FUZZ_RUNS ?? 100_000)

if (!Number.isInteger(TOTAL) || TOTAL < 100)
  throw new TypeError(`FUZZ_RUNS is the number of cases, 100 at the least, not '${process.env.FUZZ_RUNS}'`)

const SEED = process.env.FUZZ_SEED

/** One property's share of all cases: `FUZZ_RUNS`, or 100,000. `FUZZ_SEED` repeats a run. */
export const share = (percent: number) => {
  const numRuns = Math.ceil((TOTAL * percent) / 100)
  return {
    numRuns,
    /** Milliseconds: a hang ends the run, a slow machine does not. */
    timeout: 120_000 + numRuns * 10,
    ...(SEED === undefined ? {} : { seed: Number(SEED) }),
  }
}
