import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

interface Ended {
  /** The exit code, or the signal where it had to be killed. */
  readonly code: unknown
  readonly out: string
  readonly err: string
}

/** Runs a program of its own process to its end; one that something keeps alive is killed. */
const run = (name: string, ...args: ReadonlyArray<string>): Promise<Ended> =>
  new Promise((resolve) => {
    const file = fileURLToPath(new URL(`children/${name}.ts`, import.meta.url))
    execFile(
      process.execPath,
      ['--conditions=calix-source', file, ...args],
      { timeout: 20_000, killSignal: 'SIGKILL' },
      (error, out, err) => resolve({ code: error === null ? 0 : (error.code ?? error.signal), out, err }),
    )
  })

test.each(['handler', 'task', 'before', 'response'])(
  'a rejection that comes after the 504 harms nobody: %s',
  async (way) => {
    const { code, out, err } = await run('late', way)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe('504\nalive\n')
  },
)

test.each(['at-once', 'later', 'failing', 'throwing-then', 'early', 'many', 'never'])(
  'the deadline holds no process: %s',
  async (way) => {
    const { code, out, err } = await run('idle', way)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toBe('done\n')
  },
)

test.each(['throws', 'rejects', 'thenable', 'console'])(
  'a log that fails, or a value that cannot be logged, does not cost the answer: %s',
  async (way) => {
    const { code, out, err } = await run('log', way)
    expect({ code, out }).toEqual({ code: 0, out: '500\nalive\n' })
    // What the log could not be told is not lost.
    expect(err).not.toBe('')
  },
)
