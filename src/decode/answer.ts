import type { Codec, StandardResult, StandardSchema } from '../codec.ts'
import type { Returns } from '../contract.ts'
import { andThen } from '../eventual.ts'
import { isAlike, keepCommon } from './counterpart.ts'
import { keepDeclared } from './declared.ts'
import { explain, type Judge } from './explain.ts'
import { type Finding, first, type Place } from './finding.ts'
import { type IoTsCodec, isCodec, isIoTs } from './io-ts.ts'
import { issuesOf } from './issues.ts'
import { standardFindings } from './standard-findings.ts'
import { DROPPED, type Stripped } from './stripped.ts'
import { cut } from './wording.ts'

/**
 * What is sent for an answer's body: what its codec encodes it to, without the fields that it does not declare where they
 * are to be stripped. It throws, or rejects with, an `Error` that says where a body differs from what is declared; that is
 * for the log. `isChecked` says whether that is looked for, since it costs time.
 */
export type AnswerCheck = (status: number, body: unknown, isChecked: boolean) => unknown

/** What is wrong with an answer: the first line, after the route and the status, and those below it. */
type Refuse = (what: string, lines: ReadonlyArray<string>) => Error

type Send = (body: unknown, isChecked: boolean, refuse: Refuse) => unknown

const MOST_FINDINGS = 100
const MOST_PLACE = 100

const mismatch = (refuse: Refuse, value: unknown, findings: ReadonlyArray<Finding>): Error =>
  refuse("but not what 'returns' declares:", [
    ...issuesOf([{ part: 'body', value, findings }]).map(({ message }) => message),
    "Answer what is declared, or declare in 'returns' what is answered.",
  ])

/** An answer is not decoded: it is there to be what a codec decodes to. */
const byType: Judge = { fits: (codec, value) => codec.is(value), ask: () => undefined }

const placeText = (place: Place): string =>
  cut(
    place.reduce<string>((text, key) => `${text}${typeof key === 'number' ? `[${key}]` : `.${key}`}`, 'body'),
    MOST_PLACE,
  )

/** What is sent of an answer from which what is not declared was to be left out. */
const strippedOf = ({ doubts, value }: Stripped, isChecked: boolean, refuse: Refuse): unknown => {
  const serious = isChecked || value === DROPPED ? doubts : doubts.filter((each) => each.isOfContract)
  if (serious.length === 0) return value
  const lines = serious.slice(0, MOST_FINDINGS).map(({ place, reason }) => `${placeText(place)}: ${reason}.`)
  throw refuse("but nobody can tell which of its fields 'returns' declares:", [
    ...new Set(lines),
    "Write 'returns' with what says its fields and only leaves others out, or leave 'strip' out.",
  ])
}

const sendByIoTs =
  (codec: IoTsCodec, isStripped: boolean): Send =>
  (given, isChecked, refuse) => {
    // An answer without a body has `null` for it, whatever a codec calls nothing.
    const body = given === null && !codec.is(null) && codec.is(undefined) ? undefined : given
    if (isChecked && !codec.is(body))
      throw mismatch(refuse, body, first(explain(byType, codec, body, []), MOST_FINDINGS))
    const encoded = codec.encode(body)
    return isStripped ? strippedOf(keepDeclared(codec, body, encoded), isChecked, refuse) : encoded
  }

const sendByStandard =
  ({ '~standard': { validate, vendor } }: StandardSchema, isStripped: boolean): Send =>
  (body, isChecked, refuse) => {
    if (!isChecked && !isStripped) return body
    const strip = (made: unknown): unknown => {
      const common = keepCommon(body, made)
      const kept = strippedOf(common, isChecked, refuse)
      // A schema that gives fields other names makes what it declares look like what it does not.
      const assertSame = (again: StandardResult<unknown>): unknown => {
        if (again.issues === undefined && isAlike(again.value, made)) return kept
        throw refuse("but without the fields that 'returns' seems not to declare that is another answer:", [
          'its schema gives fields other names, so nobody can tell which it declares.',
          "Leave 'strip' out, or write 'returns' without what renames them.",
        ])
      }
      return isChecked && common.mayRename ? andThen(validate(kept), assertSame) : kept
    }
    return andThen(validate(body), (result: StandardResult<unknown>) => {
      // Which fields are declared cannot be told of a body that its schema refuses, so none of it is sent.
      if (result.issues !== undefined)
        throw mismatch(refuse, body, standardFindings(vendor, result.issues, body))
      return isStripped ? strip(result.value) : body
    })
  }

const isStandard = (codec: Codec): codec is StandardSchema => '~standard' in codec

const sendBy = (codec: Codec, isStripped: boolean, where: string): Send => {
  if (isIoTs(codec)) return sendByIoTs(codec, isStripped)
  if (isStandard(codec)) return sendByStandard(codec, isStripped)
  throw new TypeError(`${where} returns what is neither an io-ts codec nor a Standard Schema: give it one`)
}

/**
 * What makes the body to send of what a handler answers; `undefined` when a route says nothing of it. A lone codec is
 * about the statuses 200–299, and other answers are sent as they are. `where` is the route, such as `GET /users/:id`.
 *
 * @throws TypeError when what `returns` gives as a codec is none.
 */
export const answerCheck = (
  returns: Returns | undefined,
  strip: boolean | undefined,
  where: string,
): AnswerCheck | undefined => {
  if (returns === undefined) return undefined
  const isStripped = strip === true
  const lone = isCodec(returns) ? sendBy(returns, isStripped, where) : undefined
  const each = new Map<number, Send>()
  if (!isCodec(returns))
    for (const [status, codec] of Object.entries(returns))
      each.set(Number(status), sendBy(codec, isStripped, where))

  return (status, body, isChecked) => {
    const refuse: Refuse = (what, lines) =>
      new Error([`${where} answered ${status}, ${what}`, ...lines].join('\n  '))
    const send = lone === undefined ? each.get(status) : status >= 200 && status < 300 ? lone : undefined
    if (send !== undefined) return send(body, isChecked, refuse)
    if (isChecked && lone === undefined)
      throw refuse("for which 'returns' has no codec:", [
        `it has one for ${[...each.keys()].join(', ')}.`,
        `Answer one of these, or declare ${status} there.`,
      ])
    return body
  }
}
