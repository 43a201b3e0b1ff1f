import { AUTH_MODES, isAuthMode } from '../local/auth/settings.ts'
import { GATEWAY_KINDS, isGatewayKind } from '../local/gateway-kind.ts'
import type { LocalServer, Served, ServeOptions } from '../local/serve.ts'
import { authSettings } from './auth-file.ts'
import { didYouMean } from './did-you-mean.ts'
import { type CommandLine, type Flag, readFlags, UsageError, wholeNumber } from './flags.ts'

/** The flags of `calix local`. */
export const LOCAL_FLAGS: Readonly<Record<string, Flag>> = {
  host: { kind: 'value', about: 'the address to listen on (default 127.0.0.1)' },
  port: { kind: 'value', about: 'the port to listen on, 0 for any free one (default 8080)' },
  'allow-host': {
    kind: 'list',
    about: 'a name that a tunnel gives this server, without scheme and port; may come more than once',
  },
  stage: { kind: 'value', about: 'the stage that events name (default dev)' },
  payload: { kind: 'value', about: 'the gateway to stand in for: rest, http, 1.0 or 2.0 (default rest)' },
  auth: {
    kind: 'value',
    about: 'who may call: local checks what it can, strict refuses the rest, off admits all (default local)',
  },
  'auth-file': {
    kind: 'value',
    about: 'what credentials are checked against (default calix.local.json, where there is one)',
  },
  timeout: { kind: 'value', about: "the function's time limit in seconds (default 60)" },
  autoreload: {
    kind: 'switch',
    isOn: true,
    about: 'follow changes of the code (default; --no-autoreload turns it off)',
  },
}

/** One Ctrl-C may arrive twice, from the terminal and from npm: only a later one is a second (ms). */
const SAME_PRESS = 500

/** A name or an IPv4 address, or an IPv6 address in its brackets. */
const HOST_NAME = /^(?:[\w.-]+|\[[\da-f:.]+\])$/i

const optionsOf = ({ words, values, lists, switches }: CommandLine): ServeOptions & Served => {
  const [entry = '', another] = words
  const { host = '127.0.0.1', payload = 'rest', port = '8080', stage = 'dev', timeout = '60' } = values
  const { auth } = values
  const allowHosts = lists['allow-host'] ?? []
  if (another !== undefined) throw new UsageError(`One entry at a time: '${another}' is one too many.`)
  if (host === '') throw new UsageError('--host takes an address, such as 127.0.0.1.')
  const unnamed = allowHosts.find((name) => !HOST_NAME.test(name))
  if (unnamed !== undefined) {
    throw new UsageError(
      `--allow-host takes a name without scheme and port, such as my.tunnel.example, not '${unnamed}'.`,
    )
  }
  if (!/^(\$default|[A-Za-z0-9_-]{1,128})$/.test(stage)) {
    throw new UsageError(`--stage takes letters, digits, - and _, or $default, not '${stage}'.`)
  }
  if (!isGatewayKind(payload)) {
    throw new UsageError(
      `--payload takes ${GATEWAY_KINDS.join(', ')}, not '${payload}'.${didYouMean(payload, GATEWAY_KINDS)}`,
    )
  }
  if (auth !== undefined && !isAuthMode(auth)) {
    throw new UsageError(
      `--auth takes ${AUTH_MODES.join(', ')}, not '${auth}'.${didYouMean(auth, AUTH_MODES)}`,
    )
  }
  const settings = authSettings(values['auth-file'], stage)
  return {
    entry,
    host,
    auth: auth === undefined ? settings : { ...settings, mode: auth },
    allowHosts,
    payload,
    stage,
    port: wholeNumber('port', port, 0, 65_535),
    timeout: wholeNumber('timeout', timeout, 1, 900),
    autoreload: switches.autoreload ?? true,
    log: (line) => console.log(line),
    logError: (text) => console.error(text),
  }
}

/** Resolves when the server has been told to stop, and has answered what it had begun. */
const untilStopped = (server: LocalServer): Promise<void> =>
  new Promise((resolve) => {
    let asked: number | undefined
    const stop = (signal: NodeJS.Signals): void => {
      const now = performance.now()
      if (asked === undefined) {
        asked = now
        void server.close().then(resolve)
      } else if (now - asked > SAME_PRESS) process.exit(signal === 'SIGINT' ? 130 : 143)
    }
    process.on('SIGINT', stop)
    process.on('SIGTERM', stop)
  })

/** `calix local [entry]`: serves until it is told to stop. */
export const local = async (args: ReadonlyArray<string>): Promise<void> => {
  const options = optionsOf(readFlags(args, LOCAL_FLAGS))
  // Only now, so that help and mistakes do not wait for a bundler and a server to load.
  const { serve } = await import('../local/serve.ts')
  return untilStopped(await serve(options))
}
