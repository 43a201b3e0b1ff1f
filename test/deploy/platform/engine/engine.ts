// Stands in for the `pulumi` that the sst binary starts: it runs the program with AWS's answers made up, compares what
// it registers with the state, and keeps the state as Pulumi does. It understands what sst 4 asks, and refuses the rest.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Job, Result } from '../program.ts'
import type { Registration } from '../registration.ts'
import { type EngineEvent, eventsOf, failureOf, logOf, printedOf } from './events.ts'
import { resourcesIn, stateOf } from './state.ts'
import { changesOf, type Operation, steps } from './step.ts'

/** What the last run did, for the tests. */
export interface EngineReport {
  readonly command: string
  readonly resources: ReadonlyArray<Registration>
  readonly outputs: Readonly<Record<string, unknown>>
  readonly changes: Readonly<Partial<Record<Operation, number>>>
  /** The resources that were not the same, by operation and URN. */
  readonly changed: ReadonlyArray<string>
  readonly errors: ReadonlyArray<string>
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    stack: { type: 'string' },
    'event-log': { type: 'string' },
    config: { type: 'string', multiple: true },
    yes: { type: 'boolean' },
    f: { type: 'boolean', short: 'f' },
    'non-interactive': { type: 'boolean' },
  },
})
const [command = '', ...rest] = positionals
const stack = typeof values.stack === 'string' ? values.stack : (rest.at(-1) ?? '')
const [, app = '', stage = ''] = stack.split('/')
const stateFile = join('.pulumi/stacks', app, `${stage}.json`)

const write = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

const configOf = (): Record<string, string> =>
  Object.fromEntries(
    (values.config ?? []).flatMap((entry) => {
      if (typeof entry !== 'string') return []
      const at = entry.indexOf('=')
      return [[entry.slice(0, at), entry.slice(at + 1)]]
    }),
  )

const printed: EngineEvent[] = [{ preludeEvent: { config: {} } }]

const runProgram = (): Result => {
  const bundle = /^main: (.*)$/m.exec(readFileSync('Pulumi.yaml', 'utf8'))?.[1] ?? ''
  const config = configOf()
  const region = config['aws:region'] ?? 'us-east-1'
  const job: Job = { platform: dirname(bundle), bundle, app, stage, region, config }
  // The program changes its folder.
  const [jobFile, resultFile] = [resolve('job.json'), resolve('result.json')]
  write(jobFile, JSON.stringify(job))
  const program = join(import.meta.dirname, '../program.ts')
  const { stdout, stderr } = spawnSync(process.execPath, [program, jobFile, resultFile], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  printed.push(...printedOf('info', stdout), ...printedOf('info#err', stderr))
  try {
    return JSON.parse(readFileSync(resultFile, 'utf8'))
  } catch {
    return { registrations: [], outputs: {}, errors: [`The program ended without a result.\n${stderr}`] }
  }
}

const report = (done: EngineReport): void =>
  write(join(process.env.PULUMI_HOME ?? '.', 'report.json'), JSON.stringify(done))

const finish = (result: Result, isPreview: boolean): void => {
  const log = String(values['event-log'])
  if (result.errors.length > 0) {
    report({ command, resources: [], outputs: {}, changes: {}, changed: [], errors: result.errors })
    write(log, logOf([...printed, ...failureOf(result.errors)]))
    process.exitCode = 1
    return
  }
  const done = steps(resourcesIn(readFileSync(stateFile, 'utf8')), result.registrations)
  report({
    command,
    resources: result.registrations,
    outputs: result.outputs,
    changes: changesOf(done),
    changed: done.flatMap(({ op, old, new: after }) =>
      op === 'same' || op === 'read' ? [] : [`${op} ${after?.urn ?? old?.urn}`],
    ),
    errors: [],
  })
  if (!isPreview) {
    const after = done.flatMap(({ new: resource }) => (resource === undefined ? [] : [resource]))
    write(stateFile, stateOf(stack, result.registrations.length === 0 ? [] : after))
  }
  write(log, logOf([...printed, ...eventsOf(done, isPreview)]))
}

switch (command) {
  case 'stack':
    write(stateFile, stateOf(stack, []))
    break
  case 'up':
    finish(runProgram(), false)
    break
  case 'preview':
    finish(runProgram(), true)
    break
  case 'destroy':
    finish({ registrations: [], outputs: {}, errors: [] }, false)
    break
  default:
    console.error(`The stand-in engine does not know 'pulumi ${command}'.`)
    process.exitCode = 2
}
