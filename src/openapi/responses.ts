import type { Codec } from '../codec.ts'
import type { Returns } from '../contract.ts'
import type { JsonSchema } from '../schema/json-schema.ts'
import type { Schemas } from '../schema/schemas.ts'
import type { OpenApiContent, OpenApiResponse } from './document.ts'
import type { ErrorBody } from './error-body.ts'
import type { Failure } from './failures.ts'
import type { Operation } from './operations.ts'

/** The phrases of the statuses that routes answer on purpose (RFC 9110 §15). */
const PHRASES: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  203: 'Non-Authoritative Information',
  204: 'No Content',
  205: 'Reset Content',
  206: 'Partial Content',
  301: 'Moved Permanently',
  302: 'Found',
  303: 'See Other',
  304: 'Not Modified',
  307: 'Temporary Redirect',
  308: 'Permanent Redirect',
}

/** What RFC 9110 gives no content (§15.3.5, §15.3.6, §15.4.5). */
const BODILESS = [204, 205, 304]

/** Whether there is a codec for each status: codecs have properties of other names. */
const isMap = (returns: Returns): returns is { readonly [status: number]: Codec } =>
  typeof returns === 'object' && Object.keys(returns).every((key) => /^\d{3}$/.test(key))

/** The schema that a reference to a named codec stands for. */
const resolved = (schema: JsonSchema, schemas: Schemas): JsonSchema => {
  const name = schema.$ref?.split('/').at(-1)
  return (name === undefined ? undefined : schemas.named()[name]) ?? schema
}

/** An answer that is a text goes out as one, everything else as JSON. */
const contentOf = (schema: JsonSchema, schemas: Schemas): OpenApiContent => {
  const { const: constant, enum: choice, type } = resolved(schema, schemas)
  const isText =
    type === 'string' ||
    typeof constant === 'string' ||
    choice?.every((each) => typeof each === 'string') === true
  return { [isText ? 'text/plain' : 'application/json']: { schema } }
}

const answered = (
  status: number,
  codec: Codec,
  { method, where }: Operation,
  schemas: Schemas,
): OpenApiResponse => {
  const description = PHRASES[status] ?? `Status ${status}`
  if (BODILESS.includes(status) || method === 'head') return { description }
  const { isOptional, schema } = schemas.of(codec, 'output', `${where} returns ${status}`)
  // What is not there is sent as JSON's null.
  const sent = isOptional ? { anyOf: [schema, { type: 'null' }] } : schema
  return { description, content: contentOf(sent, schemas) }
}

/** What an operation's handler returns, by status. */
export const successesOf = (operation: Operation, schemas: Schemas): ReadonlyMap<number, OpenApiResponse> => {
  const { returns } = operation.route.contract
  if (returns === undefined)
    return new Map([[200, { description: 'What the handler answers; nothing of it is declared.' }]])
  const byStatus = isMap(returns) ? returns : { 200: returns }
  return new Map(
    Object.entries(byStatus).map(([status, codec]) => [
      Number(status),
      answered(Number(status), codec, operation, schemas),
    ]),
  )
}

const choice = (schemas: ReadonlyArray<JsonSchema>): JsonSchema => {
  const [only = {}, ...others] = schemas
  return others.length === 0 ? only : { anyOf: schemas }
}

/** What errors of one status say, beside what a handler returns with it. */
const failed = (
  own: OpenApiResponse | undefined,
  failures: ReadonlyArray<Failure>,
  bodyOf: (failure: Failure) => ErrorBody,
): OpenApiResponse => {
  const names = failures.map(({ name }) => name).join(' or ')
  const schemas = [
    ...Object.entries(own?.content ?? {}).map(([type, { schema = {} }]) => ({ type, schema })),
    ...failures.map(bodyOf).map(({ mediaType, schema }) => ({ type: mediaType, schema })),
  ]
  return {
    description: own === undefined ? names : `${own.description}, or ${names}`,
    content: Object.fromEntries(
      [...Map.groupBy(schemas, ({ type }) => type)].map(([type, all]) => [
        type,
        { schema: choice(all.map(({ schema }) => schema)) },
      ]),
    ),
  }
}

/**
 * Every answer of an operation, by status: what its handler returns, and the errors that it may end in.
 *
 * @param bodyOf how an error looks on the wire
 */
export const responsesOf = (
  { method }: Operation,
  successes: ReadonlyMap<number, OpenApiResponse>,
  failures: ReadonlyArray<Failure>,
  bodyOf: (failure: Failure) => ErrorBody,
): { readonly [status: string]: OpenApiResponse } => {
  const failing = [...Map.groupBy(failures, ({ status }) => status)].map(([status, group]) => {
    const { content, description } = failed(successes.get(status), group, bodyOf)
    const answer = method === 'head' || content === undefined ? { description } : { description, content }
    return [status, answer] as const
  })
  // Whole numbers come first and in order as keys of an object, whatever order they are put in.
  return Object.fromEntries([...successes, ...failing])
}
