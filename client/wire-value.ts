/** A value's class, also of one that comes from another realm: `Date`, `FormData`. */
export const classOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1)

/**
 * A value as the text that stands for it on the wire.
 *
 * @param where names the value in errors, and never says it
 * @throws TypeError when nothing stands for it
 */
export const textOf = (where: string, value: unknown): string => {
  const isDate = classOf(value) === 'Date' && !Number.isNaN(Number(value))
  if (!isDate && !/^(?:string|number|boolean|bigint)$/.test(typeof value))
    throw new TypeError(`${where} is no text, number, boolean or valid Date`)
  const text = isDate ? new Date(Number(value)).toISOString() : String(value)
  if (!text.isWellFormed()) throw new TypeError(`${where} has half a surrogate pair`)
  return text
}

/** Each value of a record under its name; those that are `undefined` or `null` are not there. */
export const pairsOf = (part: string, record: unknown): ReadonlyArray<readonly [string, string]> =>
  Object.entries(record ?? {}).flatMap(([name, values]) =>
    [values]
      .flat()
      .filter((value) => value != null)
      .map((value) => [name, textOf(`${part} '${name}'`, value)] as const),
  )

/** Pairs as a query or a form has them. */
export const encodePairs = (part: string, record: unknown): string =>
  pairsOf(part, record)
    .map((pair) => pair.map(encodeURIComponent).join('='))
    .join('&')
