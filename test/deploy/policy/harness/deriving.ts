import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import type { Derivation, DeriveOptions, Needs, Unresolved } from '../../../../deploy/policy/derivation.ts'

/** What is asked of the process. */
export interface Question {
  readonly entry: string
  readonly options: DeriveOptions
}

type ByName = ReadonlyArray<readonly [name: string, needs: Needs]>

/** What was derived, in a form that processes can exchange, or why nothing was. */
export type Answer =
  | {
      readonly derived: {
        readonly routes: ByName
        readonly authorizers: ByName
        readonly always: Needs
        readonly unresolved: ReadonlyArray<Unresolved>
      }
    }
  | { readonly error: Refusal }

/** What was thrown. */
export interface Refusal {
  readonly name: string
  readonly message: string
  readonly stack: string
}

/** Derives, one app after the other. */
export interface Deriving {
  readonly derive: (entry: string, options: DeriveOptions) => Promise<Derivation | Refusal>
  readonly end: () => void
}

/** Longer than any of these takes on a slow machine, and shorter than a test may: a hang is told as one. */
const PATIENCE_MS = 25_000
const MOST_MEMORY_MB = 1024

const script = join(import.meta.dirname, 'derive-process.ts')

const start = (): ChildProcess => {
  const { NODE_OPTIONS: _, VITEST: __, ...env } = process.env
  const execArgv = ['--conditions=calix-source', '--no-warnings', `--max-old-space-size=${MOST_MEMORY_MB}`]
  return fork(script, [], { execArgv, env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
}

const derivationOf = (answer: Answer): Derivation | Refusal => {
  if ('error' in answer) return answer.error
  const { authorizers, routes, ...rest } = answer.derived
  return { ...rest, authorizers: new Map(authorizers), routes: new Map(routes) }
}

/** A process that derives; another takes its place when it hangs or crashes. */
export const deriving = (): Deriving => {
  let child: ChildProcess | undefined
  const end = (): void => {
    child?.kill('SIGKILL')
    child = undefined
  }
  const derive: Deriving['derive'] = (entry, options) =>
    new Promise((resolve, reject) => {
      const running = child ?? start()
      child = running
      let said = ''
      const listen = (text: string): void => {
        said += text
      }
      const settled = (): void => {
        clearTimeout(late)
        running.off('message', answered).off('exit', ended)
        running.stderr?.off('data', listen)
      }
      const fail = (why: string): void => {
        settled()
        end()
        reject(new Error(`${why} on ${entry}\n${said.slice(-2000)}`))
      }
      const ended = (code: number | null): void => fail(`derive ended its process (${code})`)
      const answered = (answer: Answer): void => {
        settled()
        resolve(derivationOf(answer))
      }
      const late = setTimeout(fail, PATIENCE_MS, `derive has not ended after ${PATIENCE_MS} ms`)
      running.stderr?.setEncoding('utf8').on('data', listen)
      running.once('message', answered).once('exit', ended)
      running.send({ entry, options } satisfies Question)
    })
  return { derive, end }
}

/** A derivation, where there is to be one. */
export const derivedOf = (answer: Derivation | Refusal): Derivation => {
  if ('message' in answer)
    throw new Error(`${answer.name}: ${answer.message}\n${answer.stack.slice(0, 2000)}`)
  return answer
}
