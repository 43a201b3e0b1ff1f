import { statSync } from 'node:fs'
import { type Bundle, bundler, type Unbuilt } from './bundle.ts'
import type { Job } from './protocol.ts'
import { LocalError, type Runtime } from './runtime.ts'
import type { TimeLimits } from './time-limit.ts'
import { startVersion, type Version } from './version.ts'
import { watch } from './watch.ts'

/** The code of one entry, in its latest version that builds and loads. */
export interface LiveCode {
  /** The version that new requests go to. */
  readonly current: () => Runtime
  readonly close: () => Promise<void>
}

/** What happens to the code, told while it happens. */
interface ReloadNews {
  readonly restarting: () => void
  readonly failed: (text: string) => void
  readonly report: (line: string) => void
}

/** Whether a file was saved so late that the build may have read it before: clocks of file systems are coarse (ms). */
const savedSince = (file: string, time: number): boolean =>
  (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > time - 10

/**
 * Builds and loads an entry, and does so again whenever a file changes that it imports. Code that does not build or
 * load is reported, and the version before it goes on. A version that is replaced ends when its last request has.
 * @param entry an absolute path
 * @throws LocalError when the first version does not build or load
 */
export const liveCode = async (
  entry: string,
  job: Omit<Job, 'file'>,
  limits: TimeLimits,
  autoreload: boolean,
  news: ReloadNews,
): Promise<LiveCode> => {
  const builds = await bundler(entry)
  const load = (bundle: Bundle, signal?: AbortSignal): Promise<Version> =>
    startVersion(bundle, job, limits, news.report, signal)

  const first = async (): Promise<{ readonly version: Version; readonly inputs: ReadonlyArray<string> }> => {
    const built = await builds.build()
    if (built.tag === 'Unbuilt') throw new LocalError(built.text)
    return { version: await load(built), inputs: built.inputs }
  }
  const started = Date.now()
  const begun = await first().catch(async (error) => {
    await builds.dispose()
    throw error
  })

  let current = begun.version
  let attempted = current.hash
  let inputs = begun.inputs
  let complaint = ''
  let closed = false
  let stale = false
  let working: Promise<void> | undefined
  const retiring = new Set<Version>()

  const retire = (version: Version): void => {
    retiring.add(version)
    void version.retire().finally(() => retiring.delete(version))
  }

  const complain = ({ text, inputs: blamed }: Unbuilt): void => {
    if (text !== complaint) news.failed(text)
    complaint = text
    watching.files([...inputs, ...blamed], true)
  }

  /** Gives up the version that is loading: a newer one is there, or nobody waits any more. */
  let loading: AbortController | undefined

  const replace = async (bundle: Bundle): Promise<void> => {
    news.restarting()
    loading = new AbortController()
    const { signal } = loading
    try {
      const next = await load(bundle, signal)
      const previous = current
      current = next
      retire(previous)
    } catch (error) {
      // What was given up has not been tried: the same code may come again.
      if (signal.aborted) attempted = current.hash
      else news.failed(error instanceof Error ? error.message : String(error))
      await bundle.remove()
    } finally {
      loading = undefined
    }
  }

  const follow = (files: ReadonlyArray<string>, since: number): void => {
    const known = new Set(inputs)
    inputs = files
    watching.files(files)
    // A file that nobody watched while it was read may have changed in between.
    if (files.some((file) => !known.has(file) && savedSince(file, since))) stale = true
  }

  const reload = async (): Promise<void> => {
    const since = Date.now()
    const built = await builds.build()
    if (built.tag === 'Unbuilt') return complain(built)
    complaint = ''
    follow(built.inputs, since)
    const tried = built.hash === attempted
    attempted = built.hash
    if (tried || built.hash === current.hash) await built.remove()
    else await replace(built)
  }

  const work = async (): Promise<void> => {
    while (stale && !closed) {
      stale = false
      await reload()
    }
    working = undefined
  }

  const changed = (): void => {
    stale = true
    loading?.abort()
    working ??= work().catch((error: unknown) => {
      working = undefined
      news.failed(error instanceof Error ? error.message : String(error))
    })
  }

  const watching = watch(process.cwd(), changed)
  if (autoreload) {
    inputs = []
    follow(begun.inputs, started)
    if (stale) changed()
  }

  return {
    current: () => current,
    close: async () => {
      closed = true
      loading?.abort()
      watching.close()
      await working
      // A reload that was under way has opened folders again.
      watching.close()
      await Promise.all([current, ...retiring].map((version) => version.close()))
      await builds.dispose()
    },
  }
}
