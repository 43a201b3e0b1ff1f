/** An event's fields, of which nothing is known until it is looked at: callers of a function can send it anything. */
export type Fields = { readonly [name: string]: unknown }

const NONE: Fields = Object.freeze({})

/** A value's fields; none when it is `null`, missing or no object. */
export const fields = (value: unknown): Fields =>
  // An object's own fields are all `unknown` here, which is what `Fields` says of them.
  typeof value === 'object' && value !== null ? (value as Fields) : NONE

/** A value's fields, if one of them says anything: gateways fill in the form of an authorizer that did not run. */
export const filledFields = (value: unknown): Fields | undefined =>
  Object.values(fields(value)).some((each) => each !== null && each !== undefined) ? fields(value) : undefined

/** A value as text: gateways and test consoles send numbers and booleans where strings are meant. */
export const text = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : undefined

/** The texts of a list, or of a single value; what is no text is left out. */
export const texts = (value: unknown): ReadonlyArray<string> =>
  (Array.isArray(value) ? value : [value]).map(text).filter((each) => each !== undefined)

/** Whether an event has a body. */
export const hasBody = (event: Fields): boolean => typeof event.body === 'string' && event.body !== ''
