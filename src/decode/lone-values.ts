import type { Codec } from '../codec.ts'
import { andThen } from '../eventual.ts'
import { emptyValues } from '../values.ts'
import type { Finding } from './finding.ts'
import { type IoTsCodec, isIoTs, isRecord } from './io-ts.ts'
import { asksForList } from './lists.ts'
import type { Decode, LoneValues, Outcome } from './outcome.ts'

type Query = { readonly [name: string]: unknown }

const withLists = (query: Query, names: ReadonlySet<string>): Query => {
  const listed = emptyValues<unknown>()
  for (const [name, value] of Object.entries(query)) listed[name] = names.has(name) ? [value] : value
  return listed
}

/** What is found of a list of one, said of the text that came. */
const ofText =
  (query: Query, names: ReadonlySet<string>) =>
  (finding: Finding): Finding => {
    const [name, ...inside] = finding.place
    if (typeof name !== 'string' || inside.length > 0 || !names.has(name)) return finding
    // The schema had made something else of the text, which was to be a list: the list itself is none of its business.
    const expected = finding.expected === 'string' ? 'array' : finding.expected
    return { ...finding, expected, received: query[name] }
  }

/** The codec tells which names are lists before anything is decoded. */
const byCodec =
  (codec: IoTsCodec, decode: Decode): Decode =>
  (query) => {
    if (!isRecord(query)) return decode(query)
    const isLone = (name: string): boolean =>
      typeof query[name] === 'string' && asksForList(codec, query, name)
    const names = new Set(Object.keys(query).filter(isLone))
    if (names.size === 0) return decode(query)
    return andThen(decode(withLists(query, names)), (outcome) =>
      'decoded' in outcome ? outcome : { ...outcome, findings: outcome.findings.map(ofText(query, names)) },
    )
  }

/** What both decodings come to. What one of them refuses for another reason than a lone value stays refused. */
const together = (after: Outcome, { names, others }: LoneValues, query: Query): Outcome => {
  if ('decoded' in after) return others ?? after
  const findings = [...(others?.findings ?? []), ...after.findings.map(ofText(query, names))]
  return { ...after, findings, isCut: after.isCut === true || others?.isCut === true }
}

/** A schema tells only by what it refuses. */
const byIssues =
  (decode: Decode): Decode =>
  (query) =>
    andThen(decode(query), (before) => {
      if ('decoded' in before || before.loneValues === undefined || !isRecord(query)) return before
      const { loneValues } = before
      return andThen(decode(withLists(query, loneValues.names)), (after) =>
        together(after, loneValues, query),
      )
    })

/**
 * Takes a text in a query for a list of one where its codec takes nothing but a list: nothing on the wire tells the two
 * apart, and `?tag=a` is as good a list as `?tag=a&tag=b`. A text that is refused for what is in it is never tried as a
 * list: that would be a way around the check. Only where a Standard Schema asks for a list is the query decoded twice.
 */
export const takingLoneValues = (codec: Codec, decode: Decode): Decode =>
  isIoTs(codec) ? byCodec(codec, decode) : byIssues(decode)
