import { emptyValues, type Values } from '../../src/values.ts'

/** The claims of a token, as its JSON has them. */
export type Claims = Readonly<Record<string, unknown>>

/** Which kind of gateway hands claims on. */
export type ClaimsGateway = 'rest' | 'http'

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** `Tue Jun 18 15:00:04 UTC 2024`, which is how Java prints a date. */
const javaDate = (seconds: number): string | undefined => {
  const utc = new Date(seconds * 1000).toUTCString()
  const [, day, date, month, year, time] = /^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/.exec(utc) ?? []
  return time === undefined ? undefined : `${day} ${month} ${date} ${time} UTC ${year}`
}

const inRest = (name: string, value: unknown): string => {
  if ((name === 'exp' || name === 'iat') && typeof value === 'number') return javaDate(value) ?? asText(value)
  return Array.isArray(value) ? value.map(asText).join(',') : asText(value)
}

const inHttp = (_: string, value: unknown): string =>
  Array.isArray(value) ? `[${value.map(asText).join(' ')}]` : asText(value)

/**
 * The claims of a token as a gateway writes them into its event, where everything is text: a REST API joins a list with
 * commas and prints `exp` and `iat` as dates, an HTTP API puts a list into brackets. Seen in captured events.
 */
export const claimsAsText = (claims: Claims, gateway: ClaimsGateway): Values<string> => {
  const write = gateway === 'rest' ? inRest : inHttp
  const all = emptyValues<string>()
  for (const [name, value] of Object.entries(claims))
    if (value !== null && value !== undefined) all[name] = write(name, value)
  return all
}

/** The scopes of a token: `scope` is a text (RFC 8693 section 4.2), and what some providers call `scp` may be a list. */
export const scopesOf = ({ scope, scp }: Claims): ReadonlyArray<string> =>
  [scope ?? scp]
    .flat()
    .filter((each) => typeof each === 'string')
    .flatMap((each) => each.split(' '))
    .filter((each) => each !== '')
