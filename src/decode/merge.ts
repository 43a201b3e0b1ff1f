import { isRecord } from './io-ts.ts'

type Fields = { readonly [name: string]: unknown }

/** What an intersection comes to whose members made different things of a value: io-ts's rule, step by step. */
export const merge = (base: unknown, all: ReadonlyArray<unknown>): unknown => {
  const isBaseRecord = isRecord(base)
  if (all.every((each) => each === base)) return base
  if (!all.some(isRecord)) return all.at(-1)
  const merged: Record<string, unknown> = {}
  for (const each of all as ReadonlyArray<Fields>)
    for (const name in each)
      if (!Object.hasOwn(merged, name) || !isBaseRecord || each[name] !== base[name])
        merged[name] = each[name]
  return merged
}

/** A record without the fields that its codec does not declare; itself when there are none. */
export const strip = (fields: Fields, props: object): Fields => {
  const names = Object.getOwnPropertyNames(fields)
  if (names.every((name) => Object.hasOwn(props, name))) return fields
  const kept: Record<string, unknown> = {}
  for (const name of names) if (Object.hasOwn(props, name)) kept[name] = fields[name]
  return kept
}
