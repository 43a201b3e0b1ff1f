// Prints what a request, a cold start and a bundle cost over a hand-written handler, beside the peers. Every figure of
// a row comes from the same run, in which the contestants took turns.
import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle, weigh } from './bundle.ts'
import { coldStarts } from './cold.ts'
import { baseline, contestants, hellos } from './contestants.ts'
import { cases } from './events.ts'
import { difference, geometricMean, median, ratio } from './ratio.ts'
import { heapKilobytes, kilobytes, milliseconds, table, times } from './table.ts'
import { assertAnswer, type Handler, timeCases } from './warm.ts'

const WARM_ROUNDS = 40
const COLD_ROUNDS = 20
/** The budget's mean is over these; a thrown error has a row of its own below it. */
const IN_MEAN = cases.filter(({ name }) => name !== '400, thrown')

const outdir = await mkdtemp(join(tmpdir(), 'calix-bench-'))
const peers = contestants.filter((each) => each !== baseline)

try {
  const files = await Promise.all(contestants.map(({ source }) => bundle(source, outdir)))
  const handlers: ReadonlyArray<Handler> = await Promise.all(
    files.map(async (file) => (await import(file)).handler),
  )
  for (const each of cases) {
    for (const [i, { name }] of contestants.entries()) {
      const handler = handlers[i]
      if (handler !== undefined) await assertAnswer(name, handler, each)
    }
  }

  const samples = await timeCases(handlers, cases, WARM_ROUNDS)
  const warm = new Map(cases.map(({ name }, i) => [name, samples[i] ?? []]))

  const ratios = (of: string) => {
    const [over = [], ...samples] = warm.get(of) ?? []
    return samples.map((each) => ratio(each, over))
  }
  const baseNs = (of: string) => `${Math.round(median(warm.get(of)?.[0] ?? []).value)} ns`
  const warmRow = ({ name }: { name: string }) => [`warm: ${name}`, baseNs(name), ...ratios(name).map(times)]
  const mean = peers.map((_, i) => geometricMean(IN_MEAN.map(({ name }) => ratios(name)[i] ?? median([]))))

  const [get] = cases
  const starts = await coldStarts(files, get?.event ?? '', COLD_ROUNDS)
  const ms = starts.map((each) => each.map((start) => start.ms))
  const heap = starts.map((each) => each.map((start) => start.heap))
  const over = (samples: ReadonlyArray<ReadonlyArray<number>>) =>
    samples.slice(1).map((each) => difference(each, samples[0] ?? []))

  const sizes = async (keepNames: boolean) =>
    (await Promise.all(contestants.map(({ source }) => weigh(source, keepNames)))).map(kilobytes)

  const rows = [
    ...IN_MEAN.map(warmRow),
    ['warm: geometric mean', '', ...mean.map(times)],
    ...cases.filter((each) => !IN_MEAN.includes(each)).map(warmRow),
    [
      'cold: import to first answer',
      `${median(ms[0] ?? []).value.toFixed(1)} ms`,
      ...over(ms).map(milliseconds),
    ],
    [
      'heap after it',
      `${Math.round(median(heap[0] ?? []).value / 1000)} KB`,
      ...over(heap).map(heapKilobytes),
    ],
    ['bundle, minified / gzip', ...(await sizes(false))],
    ['the same with function names', ...(await sizes(true))],
  ]
  console.log(table(['', ...contestants.map(({ name }) => name)], rows))

  const hello = await Promise.all(
    hellos.map(async ({ name, source }) => [name, kilobytes(await weigh(source, false))]),
  )
  console.log(`\n${table(['hello app', 'minified / gzip'], hello)}`)
  const [cpu] = cpus()
  console.log(
    `\nNode ${process.version}, ${cpu?.model ?? 'unknown CPU'}. Times: medians of ${WARM_ROUNDS} rounds (warm) and ` +
      `${COLD_ROUNDS} processes (cold), × over the hand-written handler; ± half the interquartile range.`,
  )
} finally {
  await rm(outdir, { recursive: true, force: true })
}
