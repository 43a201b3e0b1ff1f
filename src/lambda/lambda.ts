import { errors } from '../../middleware/errors/errors.ts'
import { form } from '../../middleware/form/form.ts'
import { json } from '../../middleware/json/json.ts'
import type { App } from '../app.ts'
import { accepts, mediaType } from '../contract.ts'
import {
  BadRequestError,
  codeAndMessage,
  MethodNotAllowedError,
  NotFoundError,
  toHttpError,
  UnsupportedMediaTypeError,
} from '../error.ts'
import { answerOf, logFailure } from '../failure.ts'
import type { Found, Match, OtherMethods } from '../match.ts'
import type { Middleware, ProxyResult } from '../middleware.ts'
import type { LambdaContext, Values } from '../request.ts'
import { response } from '../response.ts'
import type { Declaration } from '../routes.ts'
import { deadline } from './deadline.ts'
import { detect, notHttp } from './detect.ts'
import { draft } from './draft.ts'
import { encode, salvage } from './encode.ts'
import { type Fields, fields, values } from './event.ts'
import type { Format } from './format.ts'
import { headerOf } from './headers.ts'
import middy from './middy.ts'
import { LambdaRequest } from './request.ts'
import { type Ground, type Stack, stack } from './stack.ts'

/** An app as Lambda calls it. */
export interface LambdaHandler<A extends App = App> {
  /** @throws NotHttpEventError when the event is no HTTP request. */
  (event: unknown, context?: LambdaContext): Promise<unknown>
  readonly app: A
}

const NO_PARAMS: Values<string> = Object.freeze(values<string>())

/** The event as middleware expects it, apart from the one that came: lower-case header names, no map missing. */
const normalise = (event: Fields, format: Format): Fields => ({
  ...event,
  headers: { ...format.headers(event) },
  requestContext: fields(event.requestContext),
})

const hasBody = (event: Fields): boolean => typeof event.body === 'string' && event.body !== ''

/** A route's handler behind the check of its contract. */
const guarded = ({ contract, handler }: Declaration) =>
  contract.accepts === undefined
    ? (_event: unknown, _context: unknown, request: LambdaRequest): unknown => handler(request)
    : (event: unknown, _context: unknown, request: LambdaRequest): unknown => {
        const type = mediaType(headerOf(fields(event), 'content-type'))
        if (hasBody(fields(request.event)) && !accepts(contract, type))
          return new UnsupportedMediaTypeError(
            `'${type.slice(0, 100)}' is not accepted here: send ${[contract.accepts].flat().join(' or ')}`,
          )
        return handler(request)
      }

const notAllowed = ({ allow }: OtherMethods) => {
  const headers = { allow: allow.join(', ') }
  return (_event: unknown, _context: unknown, request: LambdaRequest): unknown =>
    request.method === 'OPTIONS'
      ? response(null, { status: 204, headers })
      : new MethodNotAllowedError(`${request.method.slice(0, 20)} is not among ${headers.allow}`, { headers })
}

const notFound = (_event: unknown, _context: unknown, request: LambdaRequest): unknown =>
  new NotFoundError(`No route for ${request.method.slice(0, 20)} ${request.path.slice(0, 200)}`)

const malformed = (): unknown => new BadRequestError('Error Decoding Path: its percent-encoding is malformed')

const isPreflight = (event: Fields): boolean =>
  headerOf(event, 'origin') !== undefined && headerOf(event, 'access-control-request-method') !== undefined

type Preflight = NonNullable<Middleware['preflight']>

const preflightOf = (middleware: ReadonlyArray<Middleware>): Preflight | undefined =>
  middleware.findLast((each) => each.preflight !== undefined)?.preflight

const withoutBase = (path: string, base: string | undefined): string =>
  base === undefined || base === '/' || !(path === base || path.startsWith(`${base}/`))
    ? path
    : path.slice(base.length) || '/'

/**
 * The Lambda handler of an app. It answers events of REST APIs, HTTP APIs (payload formats 1.0 and 2.0), function URLs
 * and load balancers (single and multi-value), told apart by their shape; whatever fails inside is an answer. An event
 * of anything else is rejected with a `NotHttpEventError`, after the app's own middleware has seen it.
 *
 * @since 0.1.0
 * @example
 * export const handler = lambda(app)
 */
export const lambda = <A extends App>(app: A): LambdaHandler<A> => {
  const { debug = false, errorShape = codeAndMessage, log, basePath } = app.options
  const defaults = app.options.defaults ?? [
    errors({ shape: errorShape, debug, ...(log ? { log } : {}) }),
    json(),
    form(),
  ]
  const fallback = (
    error: unknown,
    where = app.options.name ?? 'calix',
  ): ProxyResult | Promise<ProxyResult> => {
    const answered = toHttpError(error)
    logFailure(answered, where, log)
    return draft(answerOf(answered, errorShape, debug))
  }
  const ground: Ground = { deadline: deadline(), fallback }

  const stacks = new WeakMap<Declaration, Stack>()
  const stackOf = (route: Declaration): Stack => {
    const known = stacks.get(route)
    if (known !== undefined) return known
    const made = stack(guarded(route), [...defaults, ...route.middleware, ...app.middleware], ground)
    stacks.set(route, made)
    return made
  }
  const outermost = [...defaults, ...app.middleware]
  const unknownPath = stack(notFound, outermost, ground)
  const malformedPath = stack(malformed, outermost, ground)
  const isBare = (route: Declaration | undefined): boolean =>
    app.middleware.length === 0 && (route === undefined || route.middleware.length === 0)

  /** The route whose middleware answers for the whole path: that of the method asked for, or the first. */
  const spokesman = (
    others: OtherMethods,
    path: string,
    format: Format,
    asked: string,
  ): Declaration | undefined => {
    const match = app.router.match(asked, path, format.isEncoded)
    return match.kind === 'found' ? match.route : others.routes[0]
  }

  const preflight = (
    event: Fields,
    format: Format,
    path: string,
  ): ProxyResult | Promise<ProxyResult> | undefined => {
    const others = app.router.methodsOf(path, format.isEncoded)
    const asked = headerOf(event, 'access-control-request-method') ?? ''
    const route = others && spokesman(others, path, format, asked)
    if (others === undefined || route === undefined || route.methods.includes('OPTIONS')) return undefined
    const answer = preflightOf([...route.middleware, ...app.middleware])
    if (answer === undefined) return undefined
    const request = {
      event: normalise(event, format),
      context: {},
      response: undefined,
      error: undefined,
      internal: {},
    }
    return answer(request as never, others.allow) as ProxyResult
  }

  const run = (
    event: Fields,
    context: LambdaContext,
    format: Format,
    method: string,
    path: string,
    match: Match,
  ) => {
    const route =
      match.kind === 'found' ? match.route : match.kind === 'other-methods' ? match.routes[0] : undefined
    const params = match.kind === 'found' ? (match as Found).params : NO_PARAMS
    const request = new LambdaRequest(format, event, context, method, path, route?.path ?? '', params)
    const seen = isBare(route) ? (hasBody(event) ? { ...event } : event) : normalise(event, format)
    if (match.kind === 'found') return stackOf(match.route)(seen, context, request)
    if (match.kind === 'other-methods')
      return stack(notAllowed(match), [...defaults, ...(route?.middleware ?? []), ...app.middleware], ground)(
        seen,
        context,
        request,
      )
    return (match.kind === 'unknown-path' ? unknownPath : malformedPath)(seen, context, request)
  }

  const respond = async (event: Fields, context: LambdaContext, format: Format): Promise<object> => {
    const method = format.method(event)
    const path = withoutBase(format.path(event), basePath)
    let result: ProxyResult | undefined
    try {
      const preflighted =
        method === 'OPTIONS' && isPreflight(event) ? preflight(event, format, path) : undefined
      result =
        preflighted === undefined
          ? await run(event, context, format, method, path, app.router.match(method, path, format.isEncoded))
          : await preflighted
      return encode(result, format, method)
    } catch (error) {
      const answer = await fallback(error, `${method} ${path}`.slice(0, 300))
      return encode({ ...answer, headers: { ...salvage(result), ...answer.headers } }, format, method)
    }
  }

  // What is no HTTP request is middy's alone: a middleware may know the event (a warmer's ping), and no handler does.
  const foreign = middy(
    ((event: unknown) => {
      throw notHttp(event)
    }) as never,
    { timeoutEarlyInMillis: 0 },
  )
  for (const each of app.middleware.toReversed())
    if (each.before || each.after || each.onError) foreign.use(each as never)

  const handler = (event: unknown, context: LambdaContext = {}): Promise<unknown> => {
    const format = detect(fields(event))
    if (format !== undefined) return respond(fields(event), context, format)
    return typeof event === 'object' && event !== null
      ? (foreign(event, context as never) as Promise<unknown>)
      : Promise.reject(notHttp(event))
  }
  return Object.assign(handler, { app })
}
