import type { AnyApp } from '../app.ts'
import { codeAndMessage } from '../error-shape.ts'
import { freeName } from '../free-name.ts'
import type { JsonSchema } from '../schema/json-schema.ts'
import { type ErrorBody, errorBody, ISSUE } from './error-body.ts'
import type { Failure } from './failures.ts'

/** Where schemas that have a name stand in a document. */
export const PREFIX = '#/components/schemas/'

/** The schemas of a document's error bodies, each under a name of its own. */
export interface ErrorComponents {
  /** How an error looks, with a reference in the place of the schema. */
  readonly bodyOf: (failure: Failure) => ErrorBody
  readonly named: () => Readonly<Record<string, JsonSchema>>
}

/**
 * The error bodies of an app: a component for each error, `NotFoundError`, which is what its class is called.
 *
 * @param taken the names of codecs
 * @param mistake told when the app's error shape fails
 */
export const errorComponents = (
  app: AnyApp,
  taken: ReadonlyArray<string>,
  mistake: (text: string) => void,
): ErrorComponents => {
  const { errorShape = codeAndMessage } = app.options
  const names = new Set(taken)
  const found = new Map<string, ErrorBody>()
  const schemas = new Map<string, JsonSchema>()

  const add = (wanted: string, schema: JsonSchema): JsonSchema => {
    const name = freeName(wanted, names)
    names.add(name)
    schemas.set(name, schema)
    return { $ref: `${PREFIX}${name}` }
  }

  let issue: JsonSchema | undefined
  const made = (failure: Failure): ErrorBody => {
    try {
      if (failure.hasIssues) issue ??= add('Issue', ISSUE)
      const { mediaType, schema } = errorBody(errorShape, failure, issue ?? {})
      return { mediaType, schema: add(failure.name.replace(/[^A-Za-z0-9._-]/g, '_'), schema) }
    } catch (error) {
      mistake(
        `calix(…): 'errorShape' fails on a ${failure.name} of status ${failure.status}: ${String(error)}. It must take every error`,
      )
      return { mediaType: 'application/json', schema: {} }
    }
  }

  return {
    bodyOf: (failure) => {
      const key = `${failure.status} ${failure.name}`
      const body = found.get(key) ?? made(failure)
      found.set(key, body)
      return body
    },
    named: () => Object.fromEntries(schemas),
  }
}

const references = (value: unknown): ReadonlyArray<string> => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) =>
    key === '$ref' && typeof each === 'string' ? [each.slice(PREFIX.length)] : references(each),
  )
}

/** Those of some named schemas that something refers to, by itself or through others; sorted by name. */
export const referred = (
  from: unknown,
  schemas: Readonly<Record<string, JsonSchema>>,
): Readonly<Record<string, JsonSchema>> => {
  const kept = new Set<string>()
  const keep = (value: unknown): void => {
    for (const name of references(value)) {
      if (kept.has(name)) continue
      kept.add(name)
      keep(schemas[name])
    }
  }
  keep(from)
  return Object.fromEntries(
    Object.entries(schemas)
      .filter(([name]) => kept.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
