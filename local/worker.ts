import { extname } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { inspectThrown } from './invoke.ts'
import type { FromWorker, Job, ToWorker } from './protocol.ts'
import { LocalError, type Outcome, type Runtime } from './runtime.ts'

/** A thread that has loaded one bundle. */
export interface LoadedWorker extends Runtime {
  /** Whether its event loop turns: asked when a call ran out of time, since a thread in an endless loop never returns. */
  readonly isResponsive: () => Promise<boolean>
  readonly isAlive: () => boolean
  /** Ends the thread at once; what is in flight fails. */
  readonly close: () => Promise<void>
}

/** Lambda gives a function 10 s to load: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html */
const LOAD_LIMIT = 10_000

/** Long enough for a busy machine, short enough for whoever waits for the replacement. */
const PING_LIMIT = 1_000

// Beside this file, as TypeScript in the repository and as JavaScript in the package.
const script = new URL(`./worker-main${extname(import.meta.filename)}`, import.meta.url)

/**
 * Starts a thread and waits until it has loaded the bundle.
 * @param file the bundle's absolute path
 * @param job how messages call the entry, and the stage
 * @param report told of errors that belong to no call
 * @param signal gives up a thread that is still loading
 * @throws LocalError when the bundle does not load
 */
export const startWorker = (
  file: string,
  job: Omit<Job, 'file'>,
  report: (line: string) => void,
  signal?: AbortSignal,
): Promise<LoadedWorker> => {
  const { promise, resolve, reject } = Promise.withResolvers<LoadedWorker>()
  const workerData: Job = { ...job, file: pathToFileURL(file).href }
  const worker = new Worker(script, { name: job.name, workerData })
  const pending = new Map<number, (outcome: Outcome) => void>()
  const pings = new Set<() => void>()
  let calls = 0
  let alive = true
  const post = (message: ToWorker): void => worker.postMessage(message)

  const loading = setTimeout(() => {
    reject(new LocalError(`${job.name} did not finish loading within ${LOAD_LIMIT / 1000} s.`))
    void worker.terminate()
  }, LOAD_LIMIT)

  const giveUp = (): void => {
    reject(new LocalError(`${job.name} was given up while it was loading.`))
    void worker.terminate()
  }
  signal?.addEventListener('abort', giveUp)

  const ask = (question: (id: number) => ToWorker): Promise<Outcome> =>
    new Promise((settle) => {
      if (!alive) return settle({ tag: 'Failed', reason: `${job.name} has ended.` })
      pending.set(++calls, settle)
      post(question(calls))
    })

  const loaded = ({ app, routes }: Pick<Runtime, 'app' | 'routes'>): LoadedWorker => ({
    routes,
    app,
    invoke: (invocation) => ask((id) => ({ tag: 'Invoke', id, invocation })),
    document: (description) => ask((id) => ({ tag: 'Document', id, description })),
    isAlive: () => alive,
    isResponsive: () =>
      new Promise((settle) => {
        const answered = (): void => {
          clearTimeout(limit)
          pings.delete(answered)
          settle(alive)
        }
        const limit = setTimeout(() => {
          pings.delete(answered)
          settle(false)
        }, PING_LIMIT)
        pings.add(answered)
        post({ tag: 'Ping' })
      }),
    close: async () => {
      // From now on, not only from when the thread has ended: nothing new may come here in between.
      alive = false
      await worker.terminate()
    },
  })

  worker.on('message', (message: FromWorker) => {
    if (message.tag === 'Pong') for (const answered of pings) answered()
    else if (message.tag === 'Ready') resolve(loaded(message))
    else if (message.tag === 'Unloadable') {
      reject(new LocalError(message.reason))
      void worker.terminate()
    } else {
      pending.get(message.id)?.(message.outcome)
      pending.delete(message.id)
    }
  })
  worker.on('error', (error) => report(`Uncaught in ${job.name}: ${inspectThrown(error)}`))
  worker.on('exit', (code) => {
    alive = false
    clearTimeout(loading)
    for (const answered of pings) answered()
    for (const settle of pending.values()) {
      settle({ tag: 'Failed', reason: `${job.name} ended with exit code ${code} before it answered.` })
    }
    pending.clear()
    reject(new LocalError(`${job.name} ended with exit code ${code} while it was loading.`))
  })
  return promise.finally(() => {
    clearTimeout(loading)
    signal?.removeEventListener('abort', giveUp)
  })
}
