import {
  type AppOptions,
  ConflictError,
  calix,
  type ErrorShape,
  get,
  HttpError,
  type InlineMiddleware,
  type Middleware,
  NotFoundError,
  post,
  problem,
  response,
  route,
  TooManyRequestsError,
  UnauthorizedError,
  use,
} from 'calix'
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import { expect, test } from 'vitest'
import { OpenApiError, openapi } from '../../src/openapi/index.ts'
import { provide } from '../../src/provide.ts'

class OutOfStockError extends ConflictError {
  static override readonly name = 'OutOfStockError'
}

const nothing = (): never => {
  throw new Error('No document needs a handler')
}

const REF = '#/components/schemas/'

const documentOf = (options: AppOptions, contract: Parameters<typeof post>[1] = {}) => {
  const { components, paths } = openapi(calix(options, route(post('/things', contract), nothing)), {
    version: '1.0.0',
  })
  return { schemas: components.schemas ?? {}, responses: paths['/things']?.post?.responses ?? {} }
}

test('errors of one status are one answer, of which each has its schema', () => {
  const { responses, schemas } = documentOf({}, { errors: [ConflictError, OutOfStockError, NotFoundError] })
  expect(responses['409']).toEqual({
    description: 'ConflictError or OutOfStockError',
    content: {
      'application/json': {
        schema: { anyOf: [{ $ref: `${REF}ConflictError` }, { $ref: `${REF}OutOfStockError` }] },
      },
    },
  })
  expect(responses['404']).toEqual({
    description: 'NotFoundError',
    content: { 'application/json': { schema: { $ref: `${REF}NotFoundError` } } },
  })
  expect(schemas.OutOfStockError).toEqual({
    type: 'object',
    properties: { Code: { const: 'OutOfStockError' }, Message: { type: 'string' } },
    required: ['Code', 'Message'],
  })
})

test('problem details are what they are', () => {
  const { responses, schemas } = documentOf({ errorShape: problem }, { errors: [NotFoundError] })
  expect(Object.keys(responses['404']?.content ?? {})).toEqual(['application/problem+json'])
  expect(schemas.NotFoundError).toEqual({
    type: 'object',
    properties: {
      type: { type: 'string' },
      title: { type: 'string' },
      status: { const: 404 },
      detail: { type: 'string' },
      code: { const: 'NotFoundError' },
    },
    required: ['type', 'title', 'status', 'code'],
  })
})

test('an app’s own shape needs to say nothing of itself', () => {
  const errorShape: ErrorShape = ({ message, name, status }) =>
    response({ ok: false, error: { name, message, hints: ['a'] } }, { status })
  const { schemas } = documentOf({ errorShape }, { errors: [NotFoundError] })
  expect(schemas.NotFoundError).toEqual({
    type: 'object',
    properties: {
      ok: { type: 'boolean' },
      error: {
        type: 'object',
        properties: {
          name: { const: 'NotFoundError' },
          message: { type: 'string' },
          hints: { type: 'array', items: { type: 'string' } },
        },
        required: ['name', 'message', 'hints'],
      },
    },
    required: ['ok', 'error'],
  })
  const asText: ErrorShape = ({ message, status }) => response(message, { status })
  expect(documentOf({ errorShape: asText }).responses['500']?.content).toEqual({
    'text/plain': { schema: { $ref: `${REF}InternalServerError` } },
  })
})

test('a shape that fails is named', () => {
  const errorShape: ErrorShape = () => {
    throw new TypeError('no shape')
  }
  expect(() => documentOf({ errorShape })).toThrow(
    "calix(…): 'errorShape' fails on a InternalServerError of status 500: TypeError: no shape",
  )
})

test('a request that is not as the contract says is a 400 with its issues, or a 422 where the app says so', () => {
  const { responses, schemas } = documentOf({}, { body: t.type({ name: t.string }) })
  expect(Object.keys(responses)).toEqual(['200', '400', '413', '415', '500'])
  expect(responses['400']?.description).toBe('InvalidRequestError or BadRequestError')
  expect(schemas.InvalidRequestError).toMatchObject({
    properties: { Issues: { type: 'array', items: { $ref: `${REF}Issue` } } },
    required: ['Code', 'Message', 'Issues'],
  })
  expect(schemas.Issue).toMatchObject({ required: ['in', 'path', 'expected', 'message'] })

  const unprocessable = documentOf({ invalidBodyStatus: 422 }, { body: t.type({ name: t.string }) })
  expect(unprocessable.responses['400']?.description).toBe('BadRequestError')
  expect(unprocessable.responses['422']?.description).toBe('InvalidRequestError')
  const parts = { query: t.partial({ page: t.string }), body: t.type({ name: t.string }) }
  const both = documentOf({ invalidBodyStatus: 422 }, parts)
  expect(both.responses['400']?.description).toBe('InvalidRequestError or BadRequestError')
  expect(Object.keys(both.schemas)).toContain('InvalidRequestError2')
})

test('errors of middleware and of providers, around routes and around the app, are those of their routes', () => {
  const limits = { before: () => undefined, errors: [TooManyRequestsError] }
  const gone = { before: () => undefined, errors: [NotFoundError] }
  const user = provide<E.Either<UnauthorizedError, object>>(() => E.left(new UnauthorizedError()), {
    errors: [UnauthorizedError],
  })
  const around: Middleware = gone
  const app = pipe(
    calix({}, pipe(route(get('/a'), nothing), use(limits, user)), route(get('/b'), nothing)),
    // What states errors is taken around routes alone by the types of `use`.
    use(around as InlineMiddleware),
  )
  const { paths } = openapi(app, { version: '1.0.0' })
  expect(Object.keys(paths['/a']?.get?.responses ?? {})).toEqual(['200', '401', '404', '429', '500'])
  expect(Object.keys(paths['/b']?.get?.responses ?? {})).toEqual(['200', '404', '500'])
})

test('an error that does not say its status is refused, by the name of its route', () => {
  class TeapotError extends HttpError<418> {}
  // A class written without types; they refuse it.
  const errors = [TeapotError as unknown as typeof NotFoundError]
  expect(() => documentOf({}, { errors })).toThrow(
    new OpenApiError([
      "POST /things: the error TeapotError has no status: write 'static readonly status = 418' in its class",
    ]),
  )
})

test('an error and a codec of one name have a name each', () => {
  const NotFound = t.type({ what: t.string }, 'NotFoundError')
  const { responses, schemas } = documentOf({}, { returns: { 404: NotFound }, errors: [NotFoundError] })
  expect(responses['404']).toEqual({
    description: 'Status 404, or NotFoundError',
    content: {
      'application/json': {
        schema: { anyOf: [{ $ref: `${REF}NotFoundError` }, { $ref: `${REF}NotFoundError2` }] },
      },
    },
  })
  expect(schemas.NotFoundError).toMatchObject({ required: ['what'] })
})

test('a shape may look at the class of an error, and at what only its constructor sets', () => {
  class LimitError extends TooManyRequestsError {
    static override readonly name = 'LimitError'
    readonly limits: ReadonlyArray<number>
    constructor(limits: ReadonlyArray<number>) {
      super('Too often')
      this.limits = limits
    }
  }
  const errorShape: ErrorShape = (error) =>
    response(
      error instanceof OutOfStockError
        ? { code: error.name, left: 0 }
        : { code: error.name, ...(error instanceof LimitError ? { limits: error.limits.length } : {}) },
      { status: error.status },
    )
  const { schemas } = documentOf({ errorShape }, { errors: [OutOfStockError, LimitError] })
  expect(schemas.OutOfStockError).toEqual({
    type: 'object',
    properties: { code: { const: 'OutOfStockError' }, left: { type: 'number' } },
    required: ['code', 'left'],
  })
  expect(schemas.LimitError).toEqual({
    type: 'object',
    properties: { code: { const: 'LimitError' } },
    required: ['code'],
  })
})
