import type { Site } from '../env.ts'
import type { Machine } from '../machine.ts'
import { array, record } from '../things.ts'
import { ANYTHING, bool, literalTexts, NULL, number, textValue, unionOf, type Value } from '../value.ts'

/** What a JSON text says, where the source decides the text. */
export const parsed = (m: Machine, text: Value, site: Site): Value => {
  const texts = literalTexts(text)
  if (texts === undefined || texts.length === 0) return ANYTHING
  return unionOf(
    texts.map((each, index) => {
      try {
        return valueIn(m, JSON.parse(each), site, `json${index}`)
      } catch {
        return ANYTHING
      }
    }),
  )
}

const valueIn = (m: Machine, value: unknown, site: Site, tag: string): Value => {
  if (typeof value === 'string') return textValue(value)
  if (typeof value === 'number') return number(value)
  if (typeof value === 'boolean') return bool(value)
  if (value === null) return NULL
  if (Array.isArray(value))
    return [
      array(
        m,
        site,
        tag,
        value.map((each, index) => valueIn(m, each, site, `${tag}.${index}`)),
      ),
    ]
  if (typeof value !== 'object') return ANYTHING
  const fields = Object.entries(value).map(
    ([name, each]) => [name, valueIn(m, each, site, `${tag}.${name}`)] as const,
  )
  return [record(m, site, tag, Object.fromEntries(fields))]
}
