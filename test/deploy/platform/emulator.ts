import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** The AWS APIs that the sst binary calls itself, on this machine. */
export interface Emulator {
  readonly endpoint: string
  readonly close: () => Promise<void>
}

const HOW_TO_GET_IT = "install it with: pip install 'moto[server]'"

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Why there is no emulator, and how to get it; undefined when there is one. */
export const missingEmulator = (path = process.env.PATH ?? ''): string | undefined =>
  path.split(delimiter).some((folder) => isExecutable(join(folder, 'moto_server')))
    ? undefined
    : `there is no moto_server in the PATH: ${HOW_TO_GET_IT}`

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    else child.once('exit', () => resolve())
  })

/** Starts moto on a free port. @throws Error that says how to get it */
export const startEmulator = async (): Promise<Emulator> => {
  const port = await freePort()
  const endpoint = `http://127.0.0.1:${port}`
  const child = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const said: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString('utf8')))
  let failure: Error | undefined
  child.once('error', (error) => {
    failure = error
  })
  // A run that is given up does not come to its last lines.
  const kill = (): boolean => child.kill('SIGTERM')
  process.once('exit', kill)
  const close = async (): Promise<void> => {
    process.off('exit', kill)
    kill()
    await ended(child)
  }
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (failure !== undefined || child.exitCode !== null) {
      throw new Error(
        `moto_server did not start; ${HOW_TO_GET_IT}\n${failure?.message ?? ''}${said.join('')}`,
      )
    }
    const isUp = await fetch(`${endpoint}/moto-api/data.json`).then(
      (response) => response.ok,
      () => false,
    )
    if (isUp) return { endpoint, close }
    await sleep(100)
  }
  await close()
  throw new Error(`moto_server did not answer within 30 seconds.\n${said.join('')}`)
}
