import { hostname, networkInterfaces } from 'node:os'

/** Which hosts a server answers for. */
interface ServedHosts {
  /** Names that count with any port. */
  readonly anyPort: ReadonlySet<string>
  /** Names that count with the server's own port, or with none. */
  readonly ownPort: ReadonlySet<string>
}

const LOOPBACK = ['127.0.0.1', 'localhost', '::1']

const namesOf = (names: ReadonlyArray<string>): ReadonlySet<string> =>
  new Set(names.map((name) => bracketed(name).toLowerCase()))

/**
 * The hosts that a server answers for. A page of another site may point its own name at 127.0.0.1 and have the browser
 * ask us ("DNS rebinding"): then the host is that name, and nobody answers. Nobody else's page has a loopback name, so
 * those count with any port: a container or a tunnel may have put another one before ours.
 * @param host the address that the server listens on
 * @param allowed further names that whoever started the server vouches for, with any port
 */
export const servedHosts = (host: string, allowed: ReadonlyArray<string>): ServedHosts => {
  const everywhere = host === '0.0.0.0' || host === '::'
  const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? [])
  const elsewhere = everywhere ? [hostname(), ...addresses.map(({ address }) => address)] : []
  return { anyPort: namesOf([...LOOPBACK, ...allowed]), ownPort: namesOf([host, ...elsewhere]) }
}

/** An IPv6 address as it stands in a URL. */
export const bracketed = (name: string): string =>
  name.includes(':') && !name.startsWith('[') ? `[${name}]` : name

// A name or a bracketed address, then perhaps a port, whose digits may be missing (RFC 3986, 3.2).
const HOST = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/

/**
 * Whether a host is one that the server answers for.
 * @param port the one that the server listens on
 * @param host as a `Host` header has it, such as `localhost:8080`
 */
export const isServed = ({ anyPort, ownPort }: ServedHosts, port: number, host: string): boolean => {
  const [, name, asked = ''] = HOST.exec(host.toLowerCase()) ?? []
  if (name === undefined) return false
  return anyPort.has(name) || (ownPort.has(name) && (asked === '' || asked === String(port)))
}
