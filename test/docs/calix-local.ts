import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The repository's root. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** A `calix local` that runs in a process of its own. */
export interface CalixLocal {
  /** Such as `http://127.0.0.1:41234`. */
  readonly url: string
  /** What it has printed so far, errors included. */
  readonly output: () => string
  readonly stop: () => Promise<void>
}

/** What `calix local` is started with. */
export interface LocalCommand {
  /** The file that exports the app; the tutorial's when absent. */
  readonly entry?: string
  /** Such as `['--payload', 'http']`. */
  readonly flags?: ReadonlyArray<string>
  readonly env?: Readonly<Record<string, string>>
}

/** The arguments that `npm start` gives to Node, so that what is tested is what it starts. */
const startArguments = (): ReadonlyArray<string> => {
  const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(`${ROOT}package.json`, 'utf8'),
  )
  const [node, ...args] = (scripts.start ?? '').split(' ')
  if (node !== 'node') throw new Error(`npm start is no longer a call of node: ${scripts.start}`)
  return args
}

const STARTS_WITHIN = 30_000

/** Starts the local server on a free port, as `npm start` does, and resolves when it listens. */
export const calixLocal = ({ entry, flags = [], env = {} }: LocalCommand = {}): Promise<CalixLocal> => {
  const started = startArguments()
  const args = [...(entry === undefined ? started : [...started.slice(0, -1), entry]), ...flags]
  const { DEBUG: _, ...inherited } = process.env
  const child = spawn(process.execPath, [...args, '--port', '0', '--no-autoreload'], {
    cwd: ROOT,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), 5_000)
    await gone
    clearTimeout(force)
  }
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error(`calix ${args.join(' ')} does not listen after ${STARTS_WITHIN} ms:\n${printed}`))
      void stop()
    }, STARTS_WITHIN)
    const read = (chunk: Buffer): void => {
      printed += chunk.toString()
      const url = /^Serving on (\S+)$/m.exec(printed)?.[1]
      if (url === undefined) return
      clearTimeout(late)
      resolve({ url, output: () => printed, stop })
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('error', reject)
    void gone.then(() => {
      clearTimeout(late)
      reject(new Error(`calix ${args.join(' ')} ended before it listened:\n${printed}`))
    })
  })
}
