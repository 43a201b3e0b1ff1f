import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A running `calix` command. */
export interface Command {
  readonly child: ChildProcess
  /** What it has printed so far. */
  readonly out: () => string
  readonly err: () => string
  /** Resolves when it has printed this, after a position in the output that it gives for the next search. */
  readonly printed: (what: string | RegExp, from?: number) => Promise<number>
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
}

const main = join(import.meta.dirname, '../../../cli/main.ts')

const PATIENCE = 20_000

/** Starts `calix …` from source; a test that ends before it kills it. */
export const calix = (args: ReadonlyArray<string>, cwd: string): Command => {
  const child = spawn(process.execPath, ['--conditions=calix-source', main, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  const waiting = new Set<() => void>()
  const wake = (): void => {
    for (const each of [...waiting]) each()
  }
  child.stdout.setEncoding('utf8').on('data', (text) => {
    out += text
    wake()
  })
  child.stderr.setEncoding('utf8').on('data', (text) => {
    err += text
    wake()
  })
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.on('close', (code, signal) => {
      resolve(code ?? signal)
      wake()
    })
  })
  onTestFinished(async () => {
    // Politely first, so that it takes its temporary files with it.
    child.kill('SIGTERM')
    const insist = setTimeout(() => child.kill('SIGKILL'), 3_000)
    await ended
    clearTimeout(insist)
  })
  const printed = (what: string | RegExp, from = 0): Promise<number> =>
    new Promise((resolve, reject) => {
      const stop = (): void => {
        clearTimeout(timer)
        waiting.delete(look)
      }
      const fail = (): void => {
        stop()
        reject(new Error(`did not print ${what}; it printed:\n${out}\n${err}`))
      }
      const look = (): void => {
        const text = out.slice(from)
        const [found] =
          typeof what === 'string' ? (text.includes(what) ? [what] : []) : (what.exec(text) ?? [])
        if (found !== undefined) {
          stop()
          resolve(from + text.indexOf(found) + found.length)
        } else if (child.exitCode !== null) fail()
      }
      const timer = setTimeout(fail, PATIENCE)
      waiting.add(look)
      look()
    })
  return { child, ended, out: () => out, err: () => err, printed }
}

/** Starts `calix local` on a free port and waits until it serves. */
export const calixLocal = async (
  cwd: string,
  ...args: ReadonlyArray<string>
): Promise<Command & { readonly url: string }> => {
  const command = calix(['local', '--port', '0', ...args], cwd)
  await command.printed(/Serving on \S+\n/)
  return { ...command, url: /Serving on (\S+)/.exec(command.out())?.[1] ?? '' }
}
