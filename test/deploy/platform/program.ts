// The process that runs a bundled program: `node program.ts <job.json> <result.json>`.
import crypto from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { accountIn } from './account.ts'
import { monitor } from './monitor.ts'
import { plainRecord } from './plain.ts'
import { pulumiOf } from './pulumi.ts'
import type { Registration } from './registration.ts'

/** What to run, and as what. */
export interface Job {
  readonly platform: string
  /** The bundled program: a module whose default export are the outputs. */
  readonly bundle: string
  readonly app: string
  readonly stage: string
  readonly region: string
  /** The configuration of the providers, as `pulumi --config` takes it. */
  readonly config: Readonly<Record<string, string>>
}

/** What the run came to: the resources, or what went wrong. */
export interface Result {
  readonly registrations: ReadonlyArray<Registration>
  readonly outputs: Readonly<Record<string, unknown>>
  readonly errors: ReadonlyArray<string>
}

const [jobFile = '', resultFile = ''] = process.argv.slice(2)
const job: Job = JSON.parse(readFileSync(jobFile, 'utf8'))

// SST draws the suffix of a physical name from 8 random bytes; the same ones make two runs comparable.
const randomBytes = crypto.randomBytes.bind(crypto)
const steady = (size: number): Buffer => (size === 8 ? Buffer.alloc(8, 7) : randomBytes(size))
Object.assign(crypto, { randomBytes: steady })

const errors = new Set<string>()
const failed = (error: unknown): void => {
  errors.add(error instanceof Error ? (error.stack ?? error.message) : String(error))
}

const pulumi = pulumiOf(job.platform)
const account = accountIn(job.region)
const { server, registrations } = monitor(pulumi, { project: job.app, stage: job.stage, account }, failed)
await pulumi.runtime.setMocks({}, job.app, job.stage, false, 'organization')
pulumi.settings.setMockOptions(server, job.app, job.stage, false, 'organization')
Object.assign(pulumi.state.getStore(), {
  supportsSecrets: true,
  supportsResourceReferences: true,
  supportsOutputValues: false,
  supportsDeletedWith: true,
  supportsReplaceWith: true,
  supportsAliasSpecs: true,
  supportsTransforms: false,
  supportsParameterization: true,
})
pulumi.runtime.setAllConfig(job.config)

process.on('uncaughtException', failed)
process.on('unhandledRejection', failed)

let outputs: Readonly<Record<string, unknown>> | undefined
pulumi.runtime
  .runInPulumiStack(async () => (await import(pathToFileURL(job.bundle).href)).default)
  .then((returned) => pulumi.output(returned).promise())
  .then(plainRecord)
  .then((values) => {
    outputs = values
  }, failed)

// Nothing is left to do: every output is settled, or none ever will be.
process.once('beforeExit', () => {
  if (outputs === undefined && errors.size === 0) {
    failed('The program did not finish: it waits for an output or a promise that never settles.')
  }
  const result: Result = { registrations: registrations(), outputs: outputs ?? {}, errors: [...errors] }
  writeFileSync(resultFile, JSON.stringify(result))
  process.exit(errors.size === 0 ? 0 : 1)
})
