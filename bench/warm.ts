import { deepStrictEqual } from 'node:assert'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gunzipSync } from 'node:zlib'
import type { Context } from 'aws-lambda'
import { type Case, context } from './events.ts'

/** A handler as Lambda calls it. */
export type Handler = (event: object, context: Context) => Promise<Answer>

type Answer = Readonly<{ statusCode?: number; body?: string; isBase64Encoded?: boolean }>

/** Nanoseconds a call, one sample a round, by contestant, in order. */
export type Samples = ReadonlyArray<ReadonlyArray<number>>

/** How long a batch should take, in nanoseconds: well above the clock's resolution, well below a slow moment. */
const BATCH = 2e6
const FEWEST_CALLS = 100
const MOST_CALLS = 1000
/** Calls of each case before any is timed, by when V8 has compiled what it will. */
const WARM_UP_CALLS = 4000

/**
 * Refuses a contestant that answers a case otherwise than the case says: what does less is no peer.
 *
 * @throws AssertionError that names the contestant and the case
 */
export const assertAnswer = async (
  name: string,
  handler: Handler,
  { name: of, event, status, body }: Case,
) => {
  const answer = await handler(JSON.parse(event), context())
  const bytes = Buffer.from(answer.body ?? '', answer.isBase64Encoded === true ? 'base64' : 'utf8')
  const text = bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes).toString() : bytes.toString()
  deepStrictEqual(
    { status: answer.statusCode, body: JSON.parse(text) },
    { status, body },
    `${name} must answer '${of}' with ${status} ${JSON.stringify(body)}, but answered ${answer.statusCode} ${text}`,
  )
}

/** One batch of calls, in nanoseconds a call. The clock sees the handler and the garbage that it makes itself. */
const time = async (handler: Handler, event: string, count: number): Promise<number> => {
  const calls = Array.from({ length: count }, (): [object, Context] => [JSON.parse(event), context()])
  collectYoung()
  const start = process.hrtime.bigint()
  for (const [event, context] of calls) await handler(event, context)
  return Number(process.hrtime.bigint() - start) / count
}

/** Runs every case in small turns, as requests come, and says how many calls of each make a batch. */
const warmUp = async (handler: Handler, cases: ReadonlyArray<Case>): Promise<ReadonlyArray<number>> => {
  const last = cases.map(() => Number.POSITIVE_INFINITY)
  for (let done = 0; done < WARM_UP_CALLS; done += FEWEST_CALLS) {
    for (const [i, { event }] of cases.entries()) last[i] = await time(handler, event, FEWEST_CALLS)
  }
  return last.map((ns) => Math.min(MOST_CALLS, Math.max(FEWEST_CALLS, Math.round(BATCH / ns))))
}

/**
 * Times every case for every contestant, turn by turn, so that a slow moment of the machine falls on all of them.
 *
 * @param rounds - samples per contestant and case
 * @returns the samples of each case, in the order of the cases
 */
export const timeCases = async (
  handlers: ReadonlyArray<Handler>,
  cases: ReadonlyArray<Case>,
  rounds: number,
): Promise<ReadonlyArray<Samples>> => {
  const counts: Array<ReadonlyArray<number>> = []
  for (const handler of handlers) counts.push(await warmUp(handler, cases))
  const samples = cases.map((): Array<Array<number>> => handlers.map(() => []))
  for (let round = 0; round < rounds; round++) {
    for (const [i, { event }] of cases.entries()) {
      for (const [j, handler] of handlers.entries()) {
        samples[i]?.[j]?.push(await time(handler, event, counts[j]?.[i] ?? FEWEST_CALLS))
      }
    }
  }
  return samples
}

setFlagsFromString('--expose-gc')
const gc: (options: object) => void = runInNewContext('gc')
const collectYoung = () => gc({ type: 'minor' })
