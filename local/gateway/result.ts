import * as E from '#fp/Either'
import { pipe } from '#fp/function'
import { isRecord, kindOf, shown } from './json.ts'
import { type HeaderRules, type Pairs, readHeaders, readMultiValueHeaders } from './result-header.ts'

/** What one kind of gateway takes from a function; what is not named here, it does not. */
export interface ResultRules extends HeaderRules {
  /** The gateway, as the subject of a sentence. */
  readonly gateway: string
  /** Reads `headers`. */
  readonly single?: boolean
  /** Reads `multiValueHeaders`. */
  readonly multi?: boolean
  /** Reads `cookies`. */
  readonly cookies?: boolean
  /** Reads `statusDescription`. */
  readonly description?: boolean
  /** Takes a result without a `statusCode` for the body of a 200. */
  readonly inferred?: boolean
  /** The only fields that a result may have. */
  readonly known?: ReadonlySet<string>
  /** How many bytes of JSON a result may take; Lambda's own limit holds beside it. */
  readonly limit?: number
}

/** A result that the gateway has read and found good. */
export interface Reply {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Pairs
  readonly body: Uint8Array
}

/** Lambda's limit for a synchronous answer, in bytes of JSON ("Lambda quotas", Lambda Developer Guide: 6 MB). */
export const LAMBDA_LIMIT = 6_291_556

/**
 * Reads a function's result as the gateway does: after Lambda has written it as JSON, with every rule of the format. On
 * the left, why the gateway would refuse it.
 *
 * Sources: "Output format of a Lambda function for proxy integration" and "AWS Lambda proxy integrations for HTTP APIs"
 * (API Gateway Developer Guide), "Invoking Lambda function URLs" (Lambda Developer Guide), "Lambda functions as targets"
 * (User Guide for Application Load Balancers). Where they are silent, the stricter reading holds.
 *
 * @since 0.1.0
 */
export const readResult =
  (rules: ResultRules) =>
  (result: unknown): E.Either<string, Reply> =>
    pipe(
      serialise(rules, result),
      E.chain((seen) => {
        if (rules.inferred === true && !(isRecord(seen) && 'statusCode' in seen))
          return E.right(inferredReply(seen))
        return isRecord(seen)
          ? replyOf(rules, seen)
          : E.left(`${rules.gateway} takes an object with a statusCode; the function gave ${kindOf(seen)}`)
      }),
    )

const replyOf = (rules: ResultRules, result: Readonly<Record<string, unknown>>): E.Either<string, Reply> => {
  const field = (name: string): unknown =>
    rules.nulls === true && result[name] === null ? undefined : result[name]
  return pipe(
    unknownField(rules, result),
    E.bind('status', () => statusOf(field('statusCode'))),
    E.chainFirst(({ status }) => checkDescription(rules, status, field('statusDescription'))),
    E.bind('single', () => (rules.single === true ? readHeaders(rules, field('headers')) : E.right([]))),
    E.bind('multi', () =>
      rules.multi === true ? readMultiValueHeaders(rules, field('multiValueHeaders')) : E.right([]),
    ),
    E.bind('cookies', () => (rules.cookies === true ? cookiesOf(rules, field('cookies')) : E.right([]))),
    E.bind('body', () => bodyOf(field('body'), field('isBase64Encoded'))),
    E.map(({ body, cookies, multi, single, status }) => ({
      status,
      headers: [...merge(multi, single), ...cookies],
      body,
    })),
  )
}

const serialise = (rules: ResultRules, result: unknown): E.Either<string, unknown> =>
  pipe(
    E.tryCatch(
      () => JSON.stringify(result) ?? 'null',
      (cause) =>
        `Lambda cannot write the result as JSON: ${cause instanceof Error ? cause.message : String(cause)}`,
    ),
    E.chain((json) => {
      const bytes = Buffer.byteLength(json)
      if (bytes > LAMBDA_LIMIT)
        return E.left(`the result takes ${bytes} bytes of JSON; Lambda carries ${LAMBDA_LIMIT}`)
      return rules.limit !== undefined && bytes > rules.limit
        ? E.left(
            `the result takes ${bytes} bytes of JSON; ${rules.gateway.toLowerCase()} carries ${rules.limit}`,
          )
        : E.right(JSON.parse(json))
    }),
  )

const inferredReply = (seen: unknown): Reply => ({
  status: 200,
  headers: [['content-type', 'application/json']],
  body: Buffer.from(typeof seen === 'string' ? seen : JSON.stringify(seen)),
})

const unknownField = (rules: ResultRules, result: object): E.Either<string, object> => {
  const stranger = Object.keys(result).find((name) => rules.known?.has(name) === false)
  return stranger === undefined
    ? E.right({})
    : E.left(`${rules.gateway} knows no field ${JSON.stringify(stranger)} in a result: leave it out`)
}

// A 1xx is an interim answer (RFC 9110 section 15.2): a caller would go on waiting for the final one.
const statusOf = (value: unknown): E.Either<string, number> =>
  typeof value === 'number' && Number.isInteger(value) && value >= 200 && value <= 599
    ? E.right(value)
    : E.left(`statusCode is ${shown(value)}: give an integer from 200 to 599`)

const checkDescription = (rules: ResultRules, status: number, value: unknown): E.Either<string, void> =>
  rules.description !== true ||
  value === undefined ||
  (typeof value === 'string' && value.startsWith(`${status} `) && value.length > 4)
    ? E.right(undefined)
    : E.left(
        `statusDescription is ${shown(value)}: give the status and its reason, as "${status} …", or leave it out`,
      )

const cookiesOf = (rules: ResultRules, value: unknown): E.Either<string, Pairs> =>
  value === undefined
    ? E.right([])
    : Array.isArray(value)
      ? readMultiValueHeaders(rules, { 'set-cookie': value })
      : E.left(`cookies is ${kindOf(value)}: give a list of set-cookie values`)

const bodyOf = (value: unknown, encoded: unknown): E.Either<string, Uint8Array> => {
  if (encoded !== undefined && typeof encoded !== 'boolean') {
    return E.left(`isBase64Encoded is ${shown(encoded)}: give true or false`)
  }
  if (value === undefined) return E.right(new Uint8Array())
  if (typeof value !== 'string') return E.left(`body is ${kindOf(value)}: give a string`)
  const bytes = Buffer.from(value, encoded === true ? 'base64' : 'utf8')
  return encoded === true && bytes.toString('base64') !== value
    ? E.left('isBase64Encoded is true, and body is not base64 with its padding')
    : E.right(bytes)
}

// The list of multiValueHeaders stands; headers adds what is not in it yet.
const merge = (multi: Pairs, single: Pairs): Pairs => [
  ...multi,
  ...single.filter(([name, value]) => !multi.some(([known, other]) => known === name && other === value)),
]
