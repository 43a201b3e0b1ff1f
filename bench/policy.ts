// Derives the policy of an app of 200 files, in a process of its own each time: `node bench/policy.ts`
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { writeShop } from './shop.ts'

const ROUTES = 200
const RUNS = 5
const BUDGET_MS = 500
const BUDGET_MB = 150

const root = join(import.meta.dirname, '..')

/** What a process prints that derives once, in milliseconds and bytes. */
const SCRIPT = `
const begin = performance.now()
const { derive } = await import(process.env.DERIVE)
const loaded = performance.now()
const { routes, unresolved } = derive(process.env.ENTRY, { root: process.env.ROOT, environment: { STAGE: 'prod' } })
const done = performance.now()
const needs = [...routes.values()]
console.log(JSON.stringify({
  load: loaded - begin,
  derive: done - loaded,
  memory: process.resourceUsage().maxRSS / 1024,
  routes: routes.size,
  without: needs.filter((each) => each.length === 0).length,
  unresolved: unresolved.length,
}))
`

interface Run {
  readonly load: number
  readonly derive: number
  readonly memory: number
  readonly routes: number
  readonly without: number
  readonly unresolved: number
}

const folder = mkdtempSync(join(tmpdir(), 'calix-bench-'))
try {
  writeShop(folder, ROUTES)
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  // As it is published, JavaScript: to read TypeScript costs Node itself time and memory.
  const derive = join(folder, 'derive.mjs')
  await build({
    entryPoints: [join(root, 'deploy/policy/derive.ts')],
    outfile: derive,
    ...{ bundle: true, platform: 'node', format: 'esm', target: 'node22', mainFields: ['module', 'main'] },
    external: ['oxc-parser', 'oxc-resolver'],
    logLevel: 'error',
  })
  const runs = Array.from({ length: RUNS }, (): Run & { readonly whole: number } => {
    const begin = performance.now()
    const { status, stderr, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', SCRIPT], {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        DERIVE: derive,
        ENTRY: join(folder, 'app.ts'),
        ROOT: folder,
      },
    })
    if (status !== 0) throw new Error(`the derivation ended with ${status}:\n${stderr}`)
    const run: Run = JSON.parse(stdout)
    return { ...run, whole: performance.now() - begin }
  })
  const figures = (name: 'load' | 'derive' | 'whole' | 'memory', unit: string): number => {
    const sorted = runs.map((run) => run[name]).sort((a, b) => a - b)
    const median = sorted[Math.floor(RUNS / 2)] ?? Number.NaN
    console.log(
      `${name.padEnd(8)} ${sorted[0]?.toFixed(0).padStart(6)} ${unit} at best, ${median.toFixed(0)} ${unit} median`,
    )
    return median
  }
  const [first] = runs
  console.log(
    `${first?.routes} routes, ${first?.without} of them without a need, ${first?.unresolved} things unresolved, ${RUNS} runs`,
  )
  figures('load', 'ms')
  figures('derive', 'ms')
  const whole = figures('whole', 'ms')
  const memory = figures('memory', 'MB')
  const isWithin = whole <= BUDGET_MS && memory <= BUDGET_MB
  console.log(`${isWithin ? 'within' : 'OVER'} the budget of ${BUDGET_MS} ms and ${BUDGET_MB} MB`)
  if (!isWithin) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
