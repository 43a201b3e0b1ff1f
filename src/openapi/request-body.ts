import { mediaType } from '../contract.ts'
import type { Schemas } from '../schema/schemas.ts'
import type { OpenApiRequestBody } from './document.ts'
import type { Operation } from './operations.ts'

const FORM = 'application/x-www-form-urlencoded'

/** The body that an operation takes; nothing where its contract says nothing of one. */
export const requestBodyOf = (
  { route, where }: Operation,
  schemas: Schemas,
): OpenApiRequestBody | undefined => {
  const { accepts, body } = route.contract
  if (accepts === undefined && body === undefined) return undefined
  const types = [...new Set([accepts ?? 'application/json'].flat().map(mediaType))]
  // A form holds texts, so the same codec takes another shape there.
  const all = types.map((type) => ({
    type,
    ...(body === undefined ? {} : schemas.of(body, type === FORM ? 'form' : 'input', `${where} body`)),
  }))
  const isRequired = body !== undefined && all.some(({ isOptional }) => isOptional !== true)
  return {
    ...(isRequired ? { required: true } : {}),
    content: Object.fromEntries(
      all.map(({ type, schema }) => [type, schema === undefined ? {} : { schema }] as const),
    ),
  }
}
