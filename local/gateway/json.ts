/**
 * Whether a value is an object with fields, not a list.
 *
 * @since 0.1.0
 */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What sort of value this is, as a message says it.
 *
 * @since 0.1.0
 */
export const kindOf = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}

/**
 * A value as a message shows it: itself where it is short and plain, else its sort.
 *
 * @since 0.1.0
 */
export const shown = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? JSON.stringify(value).slice(0, 80) : kindOf(value)
