import type { Bundle } from './bundle.ts'
import type { Job } from './protocol.ts'
import type { Outcome, Runtime } from './runtime.ts'
import { type TimeLimits, withinTime } from './time-limit.ts'
import { type LoadedWorker, startWorker } from './worker.ts'

/** One version of the code, from its first request to its last. */
export interface Version extends Runtime {
  readonly hash: string
  /** Sends nothing new here: waits for what is in flight, then ends the thread and deletes the bundle. */
  readonly retire: () => Promise<void>
  /** Ends the thread now. */
  readonly close: () => Promise<void>
}

/**
 * Loads a bundle and keeps a thread for it: one that has ended, by `process.exit`, an uncaught exception or an endless
 * loop, is replaced when the next request comes, as Lambda does.
 * @param signal gives up loading
 * @throws LocalError when the bundle does not load
 */
export const startVersion = async (
  bundle: Bundle,
  job: Omit<Job, 'file'>,
  limits: TimeLimits,
  report: (line: string) => void,
  signal?: AbortSignal,
): Promise<Version> => {
  const start = (): Promise<LoadedWorker> => startWorker(bundle.file, job, report)
  let starting = startWorker(bundle.file, job, report, signal)
  let worker = await starting
  let inFlight = 0
  let suspicion: Promise<void> | undefined
  let drained: (() => void) | undefined

  /** Ends a thread that does not respond: it would take every call that is sent to it down with it. */
  const examine = async (suspect: LoadedWorker): Promise<void> => {
    if ((await suspect.isResponsive()) || !suspect.isAlive()) return
    report(`${job.name} does not respond: it is stopped, and the next request starts it anew.`)
    await suspect.close()
  }

  const living = async (): Promise<LoadedWorker> => {
    while (suspicion !== undefined) await suspicion
    if (worker.isAlive()) return worker
    const ended = worker
    // Whoever comes first starts the replacement; the others wait for the same one.
    starting = starting.then((latest) => (latest === ended ? start() : latest), start)
    worker = await starting
    return worker
  }

  const call = (question: (asked: LoadedWorker) => Promise<Outcome>): Promise<Outcome> => {
    let asked: LoadedWorker | undefined
    const run = async (): Promise<Outcome> => {
      try {
        asked = await living()
        return await question(asked)
      } catch (error) {
        return { tag: 'Failed', reason: error instanceof Error ? error.message : String(error) }
      }
    }
    return withinTime(run(), limits, () => {
      if (asked?.isAlive() !== true) return
      // Several calls may be stuck in the same thread: it is examined once for all of them.
      suspicion ??= examine(asked).finally(() => {
        suspicion = undefined
      })
    })
  }

  const close = async (): Promise<void> => {
    const latest = await starting.catch(() => worker)
    await latest.close()
    await bundle.remove()
  }

  const ask: typeof call = async (question) => {
    inFlight += 1
    const outcome = await call(question)
    inFlight -= 1
    if (inFlight === 0) drained?.()
    return outcome
  }

  return {
    hash: bundle.hash,
    routes: worker.routes,
    app: worker.app,
    invoke: (invocation) => ask((worker) => worker.invoke(invocation)),
    document: (description) => ask((worker) => worker.document(description)),
    retire: async () => {
      if (inFlight > 0)
        await new Promise<void>((resolve) => {
          drained = resolve
        })
      await close()
    },
    close,
  }
}
