import { errors } from '../../middleware/errors/errors.ts'
import { form } from '../../middleware/form/form.ts'
import { json } from '../../middleware/json/json.ts'
import { type AnyApp, type EnvironmentOf, isApp } from '../app.ts'
import { codeAndMessage } from '../error-shape.ts'
import { andThen, attempt, type Eventual } from '../eventual.ts'
import type { ProxyResult } from '../middleware.ts'
import type { LambdaContext } from '../request.ts'
import { authorizing, isAuthorizerEvent } from './authorizing.ts'
import { detect, notHttp } from './detect.ts'
import { dispatcher } from './dispatch.ts'
import { encode, salvage } from './encode.ts'
import { type Failing, failed } from './failed.ts'
import { type Fields, fields } from './fields.ts'
import { foreignEvents } from './foreign.ts'
import type { Format } from './format.ts'
import { isWhole } from './needs.ts'
import { literalsOf, withoutPrefix } from './path-prefix.ts'

/**
 * An app as Lambda calls it.
 *
 * @since 0.1.0
 */
export interface LambdaHandler<A extends AnyApp = AnyApp> {
  /** @throws NotHttpEventError when the event is no HTTP request. */
  (event: unknown, context?: LambdaContext): Promise<unknown>
  readonly app: A
}

/** The answer when answering itself fails, which is a defect of calix: it is written by hand, so that it cannot fail. */
const LAST_RESORT = {
  statusCode: 500,
  headers: { 'content-type': 'application/json' },
  body: '{"Code":"InternalServerError","Message":"InternalServerError: The answer could not be written."}',
  isBase64Encoded: false,
}

/**
 * The Lambda handler of an app. It answers events of REST APIs, HTTP APIs (payload formats 1.0 and 2.0), function URLs
 * and load balancers (single and multi-value), told apart by their shape; whatever fails inside is an answer. An event
 * of an authorizer is for the app's built-in ones (`authorizer`), which run behind no middleware. An event of anything
 * else is rejected with a `NotHttpEventError`, after the app's own middleware has seen it.
 *
 * What the app's `environment` says comes second: it is given to all handlers and providers.
 *
 * @throws TypeError when it is given something else than an app.
 * @since 0.1.0
 * @example
 * export const handler = lambda(app)
 * // For calix({ environment: environment<{ db: Database }>() }, …): lambda(app, { db })
 */
export const lambda = <A extends AnyApp>(app: A, ...given: EnvironmentOf<A>): LambdaHandler<A> => {
  const [environment = {}]: readonly [environment?: object] = given
  if (!isApp(app)) throw new TypeError('lambda(…) takes an app: lambda(calix({}, index))')
  if (!isWhole(environment))
    throw new TypeError(
      'lambda(app, …) takes a record of what the app needs, such as { db }: not an object with methods of a class',
    )
  const { debug = false, errorShape: shape = codeAndMessage, log, basePath } = app.options
  const failing: Failing = { shape, debug, log }
  const defaults = app.options.defaults ?? [errors({ shape, debug, ...(log ? { log } : {}) }), json(), form()]
  const dispatch = dispatcher(app, defaults, failing, Object.freeze({ ...environment }))

  const basedAt = basePath === undefined ? undefined : literalsOf(basePath)

  /** The answer in the gateway's form; one that cannot be sent is a failure, whose CORS headers stay. */
  const write = (result: ProxyResult, format: Format, method: string, path: string): Eventual<object> =>
    attempt(
      () => encode(result, format, method),
      (written) => written,
      (error) =>
        andThen(
          failed(error, () => `${method} ${path}`.slice(0, 300), failing),
          (answer) =>
            encode({ ...answer, headers: { ...salvage(result), ...answer.headers } }, format, method),
        ),
    )

  const respond = (event: Fields, context: LambdaContext, format: Format): Eventual<object> => {
    const method = format.method(event)
    const path = withoutPrefix(format.path(event), basedAt, format.isEncoded)
    return andThen(dispatch(event, context, format, method, path), (result) =>
      write(result, format, method, path),
    )
  }

  // The gateway asks the same code who may call: what it answers is what the app says.
  const hasAuthorizers = app.routes.list.some((each) =>
    each.authorizers?.some(({ kind }) => kind === 'built-in'),
  )
  let asked: ReturnType<typeof authorizing> | undefined
  let foreign: ReturnType<typeof foreignEvents> | undefined
  const handler = (event: unknown, context: LambdaContext = {}): Promise<unknown> => {
    const format = detect(fields(event))
    if (format !== undefined)
      return Promise.resolve(
        attempt<object, object>(
          () => respond(fields(event), context, format),
          (written) => written,
          (error) => {
            console.error('calix could not write an answer', error)
            return format.write({ ...LAST_RESORT, multi: {}, cookies: [] })
          },
        ),
      )
    if (typeof event !== 'object' || event === null) return Promise.reject(notHttp(event))
    if (isAuthorizerEvent(fields(event)) && hasAuthorizers) {
      asked ??= authorizing(app)
      return asked(fields(event))
    }
    foreign ??= foreignEvents(app.middleware)
    return foreign(event, context)
  }
  return Object.assign(handler, { app })
}
