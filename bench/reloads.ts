// Reloads a served file again and again, and counts what is left: `node --conditions=calix-source bench/reloads.ts 1000`
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { serve } from 'calix/local'

const reloads = Number(process.argv[2] ?? 1000)
/** Reloads before the first count: caches fill, code is compiled. */
const WARM_UP = 10
/** Growth of the heap that is noise, in bytes, and per reload: a leaked worker or bundle is a hundred times that. */
const HEAP_NOISE = 3_000_000
const HEAP_A_RELOAD = 2_000

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

const settled = async (): Promise<number> => {
  // Workers that were told to end take a moment, and finalizers run between collections.
  for (let i = 0; i < 5; i += 1) {
    collect()
    await pause(100)
  }
  return process.memoryUsage().heapUsed
}

/** What is alive, by kind. Threads and descriptors are known on Linux only, where `/proc` lists them. */
const alive = (): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  const count = (what: string, by = 1): void => {
    counts[what] = (counts[what] ?? 0) + by
  }
  for (const resource of process.getActiveResourcesInfo()) count(resource)
  for (const event of process.eventNames()) count('process listeners', process.listenerCount(event))
  if (process.platform === 'linux') {
    count('threads', readdirSync('/proc/self/task').length)
    count('descriptors', readdirSync('/proc/self/fd').length)
  }
  count(
    'bundled files',
    readdirSync(bundles, { recursive: true }).filter((name) => extname(String(name)) === '.mjs').length,
  )
  return counts
}

const folder = mkdtempSync(join(tmpdir(), 'calix-reloads-'))
const entry = join(folder, 'app.ts')
const save = (version: number): void =>
  writeFileSync(entry, `export const handler = async () => ({ statusCode: 200, body: '${version}' })`)

// The bundles go here, so that they can be counted.
const bundles = join(folder, 'bundles')
mkdirSync(bundles)
process.env.TMPDIR = process.env.TEMP = bundles

// A connection a request: one that is kept would be counted.
const ask = async (): Promise<string> => {
  const [answer] = await once(get(server.url, { agent: false }), 'response')
  return (await answer.toArray()).join('')
}

save(0)
const errors: string[] = []
const server = await serve({ entry, port: 0, logError: (text) => errors.push(text) })

const reload = async (version: number): Promise<void> => {
  save(version)
  const patience = performance.now() + 20_000
  while ((await ask()) !== String(version)) {
    if (performance.now() > patience) throw new Error(`version ${version} never came: ${errors.join('\n')}`)
    await pause(5)
  }
}

const start = performance.now()
for (let version = 1; version <= WARM_UP; version += 1) await reload(version)
const heapBefore = await settled()
const before = alive()
for (let version = WARM_UP + 1; version <= WARM_UP + reloads; version += 1) await reload(version)
const heapAfter = await settled()
const after = alive()
await server.close()
const left = readdirSync(bundles)
rmSync(folder, { recursive: true, force: true })

const growth = heapAfter - heapBefore
const kinds = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
const leaked = kinds.filter((kind) => (after[kind] ?? 0) > (before[kind] ?? 0))
const seconds = (performance.now() - start) / 1000

console.log(`${reloads} reloads in ${seconds.toFixed(1)} s`)
for (const kind of kinds) console.log(`${kind}: ${before[kind] ?? 0} before, ${after[kind] ?? 0} after`)
console.log(
  `heap: ${Math.round(heapBefore / 1024)} KB before, ${Math.round(heapAfter / 1024)} KB after, ${Math.round(growth / 1024)} KB growth`,
)
for (const error of errors) console.log(`reported: ${error}`)
for (const name of left) console.log(`left in the temporary folder: ${name}`)

if (
  leaked.length > 0 ||
  left.length > 0 ||
  growth > HEAP_NOISE + HEAP_A_RELOAD * reloads ||
  errors.length > 0
) {
  console.log(`LEAKED: ${leaked.join(', ') || 'see above'}`)
  // Not by running out of things to do: what leaked may well keep this process alive.
  process.exit(1)
} else console.log('nothing is left behind')
