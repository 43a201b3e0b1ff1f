import { UsageError } from './flags.ts'
import type { Variables } from './variables.ts'

const parse = (variable: string, text: string): object => {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return value
  } catch {}
  throw new UsageError(`${variable} is no JSON object: sst shell sets it to the properties of a link.`)
}

/**
 * A property of what SST links, as `sst shell` puts it into the environment; `undefined` where it does not.
 *
 * @param told variables that go before those of this process
 * @throws UsageError when the variable is there and is no JSON object
 */
export const linkProperty = (told: Variables, name: string, property: string): string | undefined => {
  const variable = `SST_RESOURCE_${name}`
  const text = told[variable] ?? process.env[variable]
  if (text === undefined) return undefined
  const found = new Map<string, unknown>(Object.entries(parse(variable, text))).get(property)
  return typeof found === 'string' ? found : undefined
}
