import { hostname, networkInterfaces } from 'node:os'

/**
 * The names that a server answers for. A page of another site may point its own name at 127.0.0.1 and have the
 * browser ask us ("DNS rebinding"): then the host is that name, and nobody answers.
 * @param host the address that the server listens on
 */
export const servedNames = (host: string): ReadonlySet<string> => {
  const everywhere = host === '0.0.0.0' || host === '::'
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  const elsewhere = everywhere ? [hostname(), ...addresses.map(({ address }) => address)] : []
  return new Set(
    ['127.0.0.1', 'localhost', '::1', host, ...elsewhere].map((name) => bracketed(name).toLowerCase()),
  )
}

/** An IPv6 address as it stands in a URL. */
export const bracketed = (name: string): string =>
  name.includes(':') && !name.startsWith('[') ? `[${name}]` : name

/** Whether a host, with the port that the server listens on or with none, is one of the names. */
export const isServed = (names: ReadonlySet<string>, port: number, host: string): boolean => {
  const own = `:${port}`
  return names.has((host.endsWith(own) ? host.slice(0, -own.length) : host).toLowerCase())
}
