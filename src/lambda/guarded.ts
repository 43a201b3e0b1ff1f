import type { AnyApp } from '../app.ts'
import { accepts, mediaType } from '../contract.ts'
import { answerCheck } from '../decode/answer.ts'
import { decoder } from '../decode/decode.ts'
import { UnsupportedMediaTypeError } from '../error.ts'
import { andThen } from '../eventual.ts'
import { InvalidRequestError } from '../issue.ts'
import { isResponse, response } from '../response.ts'
import { isPromiseLike } from '../result.ts'
import type { Declaration } from '../routes.ts'
import { emptyValues, type Values } from '../values.ts'
import { areChecked } from './checks.ts'
import { isWebResponse } from './draft.ts'
import { excerpt } from './excerpt.ts'
import { type Fields, fields, hasBody } from './fields.ts'
import { headerOf } from './headers.ts'
import { type Given, inOrder, provided, read, settle, withIdentity } from './needs.ts'
import type { Handler } from './onion.ts'
import { LambdaRequest } from './request.ts'

/** What `json()` parses (RFC 6839 §3.1). */
const isJson = (type: string): boolean => /^application\/(?:[^/]+\+)?json$/.test(type)

/** Why a body is of a type that the contract does not take; what a codec decodes is JSON unless the contract says more. */
const typeRefusal = ({ contract }: Declaration) => {
  if (contract.accepts === undefined && contract.body === undefined) return undefined
  const list = [contract.accepts ?? 'application/json'].flat().join(' or ')
  const isTaken = (type: string): boolean =>
    contract.accepts === undefined ? type === '' || isJson(type) : accepts(contract, type)
  return (event: Fields, request: LambdaRequest): UnsupportedMediaTypeError | undefined => {
    const type = mediaType(headerOf(event, 'content-type'))
    return hasBody(fields(request.event)) && !isTaken(type)
      ? new UnsupportedMediaTypeError(`'${excerpt(type)}' is not accepted here: send ${list}`)
      : undefined
  }
}

/** A query as codecs take it: a text where a name came once, a list where it came more often. */
const queryOf = ({ queryAll }: LambdaRequest): Values<string | ReadonlyArray<string>> => {
  const query = emptyValues<string | ReadonlyArray<string>>()
  for (const name in queryAll) {
    // A codec that copies what it changes would take a list of this name for what the copy inherits from.
    if (name === '__proto__') continue
    const all = queryAll[name] ?? []
    query[name] = all.length === 1 ? (all[0] ?? '') : [...all]
  }
  return query
}

/** What a request comes to once it is to be answered by its handler, which is given what it needs. */
type Answer = (request: LambdaRequest, needs: Given) => unknown

/** Has everything that the contract says decoded before the handler. */
const decoding = ({ contract }: Declaration, app: AnyApp, answer: Answer): Answer => {
  const decode = decoder(contract, app.options.invalidBodyStatus)
  if (decode === undefined) return answer
  return (request, needs) => {
    const goOn = (parts: Awaited<ReturnType<typeof decode>>): unknown => {
      if (parts instanceof InvalidRequestError) return parts
      return answer(LambdaRequest.decoded(request, parts), needs)
    }
    const parts = decode((part) => (part === 'query' ? queryOf(request) : request[part]))
    return andThen(parts, goOn)
  }
}

/** Has answers leave as the contract says: encoded, and checked where they are to be. */
const writing = ({ contract, methods, path }: Declaration, app: AnyApp, answer: Answer): Answer => {
  const check = answerCheck(contract.returns, contract.strip, `${methods.join('|')} ${path}`)
  if (check === undefined) return answer
  return (request, needs) =>
    settle(answer(request, needs), (value) => {
      if (typeof value === 'object' && value !== null && isWebResponse(value)) return value
      const isChecked = areChecked(app.options.checksAnswers, request.lambdaContext)
      if (!isResponse(value)) return check(200, value, isChecked)
      const body = isPromiseLike(value.body)
        ? Promise.resolve(value.body).then((each) => check(value.status, each, isChecked))
        : check(value.status, value.body, isChecked)
      return andThen(body, (sent) => response(sent, value))
    })
}

/** Gives the handler who is calling, beside what else it needs. */
const identifying = ({ authorizers = [] }: Declaration, answer: Answer): Answer =>
  authorizers.length === 0 ? answer : (request, needs) => answer(request, withIdentity(needs, request))

/** Has the route's providers give what the handler needs. */
const providing = (route: Declaration, answer: Answer): Answer => {
  const { authorizers = [], providers = [] } = route
  if (providers.length === 0) return answer
  const ordered = inOrder(providers)
  const isGuarded = authorizers.length > 0
  return (request, needs) =>
    provided(
      ordered,
      (provider, given) => provider.provide(request, isGuarded ? withIdentity(given, request) : given),
      needs,
      (given) => answer(request, given),
    )
}

/** A route's handler, behind the checks of who calls, of its contract, and of what it needs. */
export const guarded = (route: Declaration, app: AnyApp, environment: Given): Handler => {
  const { authorizers = [], handler } = route
  const handled: Answer = (request, needs) => read(handler(request, needs), needs)
  const answer = providing(route, decoding(route, app, identifying(route, writing(route, app, handled))))
  const refusal = typeRefusal(route)
  const answerTyped: Handler =
    refusal === undefined
      ? (_event, _context, request) => answer(request, environment)
      : (event, _context, request) => refusal(event, request) ?? answer(request, environment)
  return authorizers.length === 0
    ? answerTyped
    : (event, context, request) =>
        LambdaRequest.refusal(request, app, route) ?? answerTyped(event, context, request)
}
