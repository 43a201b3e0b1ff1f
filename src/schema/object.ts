import type { Codec } from '../codec.ts'
import type { JsonSchema } from './json-schema.ts'
import { mayBeMissing } from './missing.ts'
import { inside, type Site } from './view.ts'
import { hasOnly, type Writer } from './writer.ts'

/** The view of what is in a record that is seen so. */
export const within = ({ view }: Site): Site['view'] => (view === 'form' ? 'parameter' : view)

/** The schema of an object that may have more than it declares, as io-ts reads them. */
export const objectSchema = (
  props: { readonly [name: string]: Codec },
  site: Site,
  writer: Writer,
  isPartial = false,
): JsonSchema => {
  const view = within(site)
  const entries = Object.entries(props)
  const required = entries.filter(([, codec]) => !isPartial && !mayBeMissing(codec, view))
  return {
    type: 'object',
    // A property may be called `__proto__`, which an assignment would not make one.
    ...(entries.length > 0 && {
      properties: Object.fromEntries(
        entries.map(([name, codec]) => [name, writer.write(codec, inside(site, name, view))]),
      ),
    }),
    ...(required.length > 0 && { required: required.map(([name]) => name) }),
  }
}

/** The schema of what meets all of some: one object where their properties are apart, which is easier to read. */
export const allOf = (schemas: ReadonlyArray<JsonSchema>): JsonSchema => {
  const [first] = schemas
  if (first === undefined || schemas.length === 1) return first ?? {}
  const names = schemas.flatMap((each) => Object.keys(each.properties ?? {}))
  const isApart = new Set(names).size === names.length
  if (
    !isApart ||
    !schemas.every((each) => each.type === 'object' && hasOnly(each, 'type', 'properties', 'required'))
  )
    return { allOf: schemas }
  const properties = schemas.flatMap((each) => Object.entries(each.properties ?? {}))
  const required = schemas.flatMap((each) => each.required ?? [])
  return {
    type: 'object',
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    ...(required.length > 0 && { required }),
  }
}
