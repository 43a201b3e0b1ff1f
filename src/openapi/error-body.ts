import { mediaType } from '../contract.ts'
import { HttpError } from '../error.ts'
import type { ErrorShape } from '../error-shape.ts'
import { InvalidRequestError, type Issue } from '../issue.ts'
import type { HttpResponse } from '../response.ts'
import type { JsonSchema } from '../schema/json-schema.ts'
import type { Failure } from './failures.ts'

/** How an error looks on the wire. */
export interface ErrorBody {
  readonly mediaType: string
  readonly schema: JsonSchema
}

/** What an issue looks like, for documents. */
export const ISSUE: JsonSchema = {
  type: 'object',
  description: 'One thing that is wrong with a request.',
  properties: {
    in: {
      enum: ['params', 'query', 'headers', 'cookies', 'body'],
      description: 'The part of the request.',
    },
    path: {
      type: 'array',
      items: { type: ['string', 'integer'] },
      description: 'Where in that part: names and indices, from the outside in.',
    },
    expected: { type: 'string', description: 'What is asked for there.' },
    message: { type: 'string', description: 'The same for a person.' },
  },
  required: ['in', 'path', 'expected', 'message'],
}

const ISSUES: ReadonlyArray<Issue> = [
  { in: 'query', path: ['page'], expected: 'integer', message: 'query.page: expected integer' },
  { in: 'body', path: ['items', 0], expected: 'string', message: 'body.items[0]: expected string' },
]

const sample = ({ hasIssues, name, status }: Failure, message: string): HttpError => {
  const error = hasIssues
    ? new InvalidRequestError(ISSUES, status === 422 ? 422 : 400)
    : new HttpError(status, message)
  error.name = name
  return error
}

/** How a shape answers with an error of the class, as far as it can be had without its constructor. */
const answerTo = (shape: ErrorShape, failure: Failure, message: string): HttpResponse => {
  const plain = sample(failure, message)
  try {
    const own: HttpError = Object.create(failure.prototype, Object.getOwnPropertyDescriptors(plain))
    return shape(own)
  } catch {
    // It reads what only the constructor sets.
    return shape(plain)
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string'

/** The schema of some values, of which the error's name and status alone are the same every time. */
const schemaOf = (values: ReadonlyArray<unknown>, failure: Failure, issue: JsonSchema): JsonSchema => {
  const [first] = values
  if (failure.hasIssues && values.every((each) => JSON.stringify(each) === JSON.stringify(ISSUES)))
    return { type: 'array', items: issue }
  if ((first === failure.name || first === failure.status) && values.every((each) => each === first))
    return { const: first }
  if (values.length > 0 && values.every(isText)) return { type: 'string' }
  if (values.length > 0 && values.every((each) => typeof each === 'number')) return { type: 'number' }
  if (values.length > 0 && values.every((each) => typeof each === 'boolean')) return { type: 'boolean' }
  if (values.length > 0 && values.every(Array.isArray))
    return { type: 'array', items: schemaOf(values.flat(), failure, issue) }
  if (values.length === 0 || !values.every(isObject)) return {}
  const names = [...new Set(values.flatMap(Object.keys))]
  return {
    type: 'object',
    properties: Object.fromEntries(
      names.map((name) => [
        name,
        schemaOf(
          values.flatMap((each) => (Object.hasOwn(each, name) ? [each[name]] : [])),
          failure,
          issue,
        ),
      ]),
    ),
    required: names.filter((name) => values.every((each) => Object.hasOwn(each, name))),
  }
}

/**
 * How an app's errors look, found by asking its error shape about errors with and without a message: a shape needs to say
 * nothing of itself. What it says of the class and the status is in the schema as it is, of everything else the type; other
 * fields are not excluded.
 *
 * @param issue the schema that an issue is referred to by
 */
export const errorBody = (shape: ErrorShape, failure: Failure, issue: JsonSchema): ErrorBody => {
  const answers = ['What went wrong', ''].map((message) => answerTo(shape, failure, message))
  const [type] = answers.flatMap(({ headers }) =>
    Object.entries(headers).flatMap(([name, value]) =>
      name.toLowerCase() === 'content-type' ? [mediaType(String(value))] : [],
    ),
  )
  const bodies = answers.map(({ body }) => (isText(body) ? body : JSON.parse(JSON.stringify(body ?? null))))
  return {
    mediaType: type ?? (bodies.every(isText) ? 'text/plain' : 'application/json'),
    schema: schemaOf(bodies, failure, issue),
  }
}
