import type { Codec, StandardIssue, StandardResult, StandardSchema } from '../codec.ts'
import type { Contract } from '../contract.ts'
import { andThen } from '../eventual.ts'
import { InvalidRequestError, type Part } from '../issue.ts'
import { isPromiseLike } from '../result.ts'
import { compile } from './compile.ts'
import { isDeep } from './depth.ts'
import { explain, type Judge } from './explain.ts'
import { type Finding, first } from './finding.ts'
import { genuine } from './genuine.ts'
import { type IoTsCodec, isIoTs, isRecord } from './io-ts.ts'
import { ioTsFindings } from './io-ts-findings.ts'
import { issuesOf, type Refusal } from './issues.ts'
import { listIssues } from './list-issues.ts'
import { takingLoneValues } from './lone-values.ts'
import { remembering } from './memory.ts'
import type { Decode, Outcome } from './outcome.ts'
import { INVALID } from './part.ts'
import { standardFindings } from './standard-findings.ts'
import { advised } from './untyped-body.ts'

/** The order in which parts are decoded, and in which their issues are. */
const PARTS = ['params', 'query', 'headers', 'cookies', 'body'] as const satisfies ReadonlyArray<Part>

/** So many things are looked for that are wrong with a part. */
const MOST_FINDINGS = 500

/** What a request's parts decode to: those that the contract has a codec for. */
export type DecodedParts = { readonly [P in Part]?: unknown }

/**
 * Decodes the parts of a request, all of them before it says what is wrong. `read` gives a part as it came, and is asked
 * once for each part that has a codec, and for the headers and the bytes of a body where there is nothing to decode in
 * them. What it throws is the answer: a body that is no JSON has no shape to speak of. So is what a codec throws.
 */
export type Decoder = (
  read: Read,
) => DecodedParts | InvalidRequestError | Promise<DecodedParts | InvalidRequestError>

/** Reads a part of a request; `rawBody` is what came as a body, before anything parsed it. */
type Read = (part: Part | 'rawBody') => unknown

/** What findings come to; they are looked for as long as there are not too many. */
const refusal = (part: Part, value: unknown, all: Iterable<Finding>): Refusal => {
  const findings = first(all, MOST_FINDINGS)
  return { part, value, findings, isCut: findings.length === MOST_FINDINGS }
}

const byDecoding: Judge = {
  fits: (codec, value) => {
    try {
      return compile(codec)(value) !== INVALID
    } catch {
      // Something else is wrong as well, and can be said.
      return true
    }
  },
  ask: (codec, value, place) => {
    if (genuine(codec) !== -1) return undefined
    const result = codec.validate(value, [{ key: '', type: codec, actual: value }])
    return result._tag === 'Left' ? ioTsFindings(result.left.slice(0, MOST_FINDINGS), place) : []
  },
}

const tooDeep = (part: Part, value: unknown): Refusal =>
  refusal(part, value, [{ place: [], expected: 'fewer levels', received: value }])

const byIoTs = (part: Part, codec: IoTsCodec, value: unknown): Outcome => {
  try {
    const decoded = compile(codec)(value)
    if (decoded !== INVALID) return { decoded }
    const { findings, ...rest } = remembering(() =>
      refusal(part, value, explain(byDecoding, codec, value, [])),
    )
    if (findings.length > 0) return { findings, ...rest }
    // The stack has ended on the way, and io-ts may need ages to come to the same.
    if (isDeep(value)) return tooDeep(part, value)
  } catch (thrown) {
    // io-ts takes more of the stack than a compiled decoder, and hundreds of milliseconds until it is full.
    if (thrown instanceof RangeError && isDeep(value)) throw thrown
    // What io-ts makes of it counts: it throws what it throws.
  }
  const result = codec.decode(value)
  return result._tag === 'Right'
    ? { decoded: result.right }
    : refusal(part, value, ioTsFindings(result.left.slice(0, MOST_FINDINGS), []))
}

const standardOutcome =
  (part: Part, vendor: string, value: unknown) =>
  (result: StandardResult<unknown>): Outcome => {
    const { issues } = result
    if (issues === undefined) return { decoded: result.value }
    const refusalOf = (some: ReadonlyArray<StandardIssue>): Refusal =>
      refusal(part, value, standardFindings(vendor, some.slice(0, MOST_FINDINGS), value))
    if (part !== 'query' || !isRecord(value)) return refusalOf(issues)
    const { names, others } = listIssues(vendor, issues, value)
    if (names.size === 0) return refusalOf(issues)
    const loneValues = { names, others: others.length === 0 ? undefined : refusalOf(others) }
    return { ...refusalOf(issues), loneValues }
  }

/** Some libraries decode in place, or in a copy that is frozen where what they are given is. */
const changeable = (value: unknown): unknown =>
  isRecord(value) && Object.isFrozen(value)
    ? Object.assign(Object.create(Object.getPrototypeOf(value)), value)
    : value

const byStandard = (part: Part, schema: StandardSchema, given: unknown): Outcome | PromiseLike<Outcome> => {
  const value = changeable(given)
  const { validate, vendor } = schema['~standard']
  const outcome = standardOutcome(part, vendor, value)
  const result = validate(value)
  return andThen(result, outcome)
}

const isStandard = (codec: Codec): codec is StandardSchema => '~standard' in codec

/** Decodes one part with a codec of either kind. */
const decodePart = (part: Part, codec: Codec): Decode => {
  // A codec that is both is io-ts's: what it encodes to is known then as well.
  if (isIoTs(codec)) return (value) => byIoTs(part, codec, value)
  if (isStandard(codec)) return (value) => byStandard(part, codec, value)
  throw new TypeError(`'${part}' is decoded by neither an io-ts codec nor a Standard Schema: give it one`)
}

/** Refuses what is nested more deeply than the stack holds: it is the caller's doing. */
const withinStack =
  (part: Part, decode: Decode): Decode =>
  (value) => {
    try {
      return decode(value)
    } catch (thrown) {
      if (!(thrown instanceof RangeError && isDeep(value))) throw thrown
      return tooDeep(part, value)
    }
  }

/** Where another part throws meanwhile nobody waits for this one, and Node ends a process for a failure that nobody sees. */
const seen = (outcome: Outcome | PromiseLike<Outcome>): Outcome | PromiseLike<Outcome> => {
  if (isPromiseLike(outcome)) outcome.then(undefined, () => {})
  return outcome
}

/**
 * A contract's decoder; `undefined` when there is nothing to decode. It answers with a promise only where a Standard Schema
 * does. `invalidBodyStatus` is the status where everything that is wrong is in the body.
 *
 * @throws TypeError when what a contract gives as a codec is none.
 */
export const decoder = (contract: Contract, invalidBodyStatus: 400 | 422 = 400): Decoder | undefined => {
  const decoders = PARTS.flatMap((part) => {
    const codec = contract[part]
    if (codec === undefined) return []
    const decode = withinStack(part, decodePart(part, codec))
    return [{ part, decode: part === 'query' ? takingLoneValues(codec, decode) : decode }]
  })
  if (decoders.length === 0) return undefined

  const gather = (outcomes: ReadonlyArray<Outcome>, read: Read): DecodedParts | InvalidRequestError => {
    const refusals = outcomes
      .filter((outcome) => 'findings' in outcome)
      .map((each) =>
        each.part === 'body' ? advised(each, contract, read('headers'), read('rawBody')) : each,
      )
    if (refusals.length > 0) {
      const isBodyAlone = refusals.every(({ part }) => part === 'body')
      return new InvalidRequestError(issuesOf(refusals), isBodyAlone ? invalidBodyStatus : 400)
    }
    const parts: { [P in Part]?: unknown } = {}
    decoders.forEach(({ part }, i) => {
      const outcome = outcomes[i]
      if (outcome !== undefined && 'decoded' in outcome) parts[part] = outcome.decoded
    })
    return parts
  }

  return (read) => {
    const outcomes = decoders.map(({ decode, part }) => seen(decode(read(part))))
    const settled = outcomes.filter((outcome): outcome is Outcome => !isPromiseLike(outcome))
    return settled.length === outcomes.length
      ? gather(settled, read)
      : Promise.all(outcomes).then((all) => gather(all, read))
  }
}
