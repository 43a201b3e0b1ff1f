import type { Codec, StandardResult, StandardSchema } from '../codec.ts'
import type { Returns } from '../contract.ts'
import { isPromiseLike } from '../result.ts'
import { keepCommon, keepDeclared } from './declared.ts'
import { explain, type Judge } from './explain.ts'
import { type Finding, first } from './finding.ts'
import { type IoTsCodec, isIoTs } from './io-ts.ts'
import { issuesOf } from './issues.ts'
import { standardFindings } from './standard-findings.ts'

/**
 * What is sent for an answer's body: what its codec encodes it to, without the fields that it does not declare where they
 * are to be stripped. It throws, or rejects with, an `Error` that says where a body differs from what is declared; that is
 * for the log. `isChecked` says whether that is looked for, since it costs time.
 */
export type AnswerCheck = (status: number, body: unknown, isChecked: boolean) => unknown

type Send = (
  body: unknown,
  isChecked: boolean,
  mismatch: (findings: ReadonlyArray<Finding>) => Error,
) => unknown

const MOST_FINDINGS = 100

/** An answer is not decoded: it is there to be what a codec decodes to. */
const byType: Judge = { fits: (codec, value) => codec.is(value), ask: () => undefined }

const sendByIoTs =
  (codec: IoTsCodec, isStripped: boolean): Send =>
  (given, isChecked, mismatch) => {
    // An answer without a body has `null` for it, whatever a codec calls nothing.
    const body = given === null && !codec.is(null) && codec.is(undefined) ? undefined : given
    if (isChecked && !codec.is(body)) throw mismatch(first(explain(byType, codec, body, []), MOST_FINDINGS))
    return codec.encode(isStripped ? keepDeclared(codec, body) : body)
  }

const sendByStandard =
  ({ '~standard': { validate, vendor } }: StandardSchema, isStripped: boolean): Send =>
  (body, isChecked, mismatch) => {
    if (!isChecked && !isStripped) return body
    const send = (result: StandardResult<unknown>): unknown => {
      // Which fields are declared cannot be told of a body that its schema refuses, so none of it is sent.
      if (result.issues !== undefined) throw mismatch(standardFindings(vendor, result.issues, body))
      return isStripped ? keepCommon(body, result.value) : body
    }
    const result = validate(body)
    return isPromiseLike(result) ? result.then(send) : send(result)
  }

const isCodec = (returns: Returns): returns is Codec => isIoTs(returns) || '~standard' in returns

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
    const send = lone === undefined ? each.get(status) : status >= 200 && status < 300 ? lone : undefined
    if (send !== undefined)
      return send(body, isChecked, (findings) => {
        const issues = issuesOf([{ part: 'body', value: body, findings }])
        const list = issues.map(({ message }) => message).join('; ')
        return new Error(
          `${where} answered ${status} with a body that its contract does not declare: ${list}`,
        )
      })
    if (isChecked && lone === undefined) {
      const declared = [...each.keys()].join(', ')
      throw new Error(`${where} answered ${status}, which its contract does not declare: it has ${declared}`)
    }
    return body
  }
}
