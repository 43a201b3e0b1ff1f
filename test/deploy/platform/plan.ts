import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type App, evaluateApp } from './app.ts'
import { bootstrapIn } from './bootstrapped.ts'
import { type FunctionBuild, lay } from './builds.ts'
import { bundle } from './bundle.ts'
import { environmentOf, withFiles } from './environment.ts'
import type { Job, Result } from './program.ts'
import { createdIn, type Registration } from './registration.ts'
import { appsync, serveRpc } from './rpc.ts'

/** What to plan. */
export interface PlanOptions {
  /** The folder that has `sst.config.ts` and `.sst/platform`. */
  readonly project: string
  readonly stage: string
  /** Another file than `sst.config.ts`, from the project's folder. */
  readonly config?: string
  /** Variables of the program's environment; the machine's own `AWS_` and `SST_` variables are not passed on. */
  readonly environment?: Readonly<Record<string, string>>
  /** As `sst dev` runs the program: `$dev` is true. */
  readonly isDev?: boolean
  readonly command?: 'deploy' | 'dev' | 'remove'
}

/** A resource that would be created; its inputs are plain values. */
export type Resource = Registration

/** What SST would deploy. */
export interface Plan {
  readonly resources: ReadonlyArray<Resource>
  /** What `run()` returned, resolved. */
  readonly outputs: Readonly<Record<string, unknown>>
  /** The functions that SST was asked to bundle. */
  readonly builds: ReadonlyArray<FunctionBuild>
  readonly app: App
  /** What the program wrote to its standard output and error. */
  readonly printed: string
}

/** The program failed, or the platform refused what it asked for; the message has the original text. */
export class PlanError extends Error {
  readonly errors: ReadonlyArray<string>

  constructor(errors: ReadonlyArray<string>, printed: string) {
    super([...errors, ...(printed === '' ? [] : [`It printed:\n${printed}`])].join('\n\n'))
    this.name = 'PlanError'
    this.errors = errors
  }
}

// A program that never yields is ended, in milliseconds.
const LIMIT = 100_000

const run = (
  file: string,
  job: string,
  result: string,
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<string> =>
  new Promise((done) => {
    const flags = ['--enable-source-maps', '--no-deprecation', '--no-warnings']
    execFile(
      process.execPath,
      [...flags, file, job, result],
      { cwd, env, maxBuffer: 64 * 1024 * 1024, timeout: LIMIT },
      (_, stdout, stderr) => done(stdout + stderr),
    )
  })

/** The configuration of the providers, as the CLI hands it to the engine. */
export const configOf = ({ providers }: App): Record<string, string> =>
  Object.fromEntries(
    Object.entries(providers).flatMap(([provider, options]) =>
      Object.entries(options).map(([key, value]) => [
        `${provider}:${key}`,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]),
    ),
  )

let plans = 0

/**
 * Runs a configuration by the real platform, with AWS's answers made up, and returns what it would create.
 *
 * @throws PlanError when the program fails
 */
export const plan = async (options: PlanOptions): Promise<Plan> => {
  const { stage, isDev = options.command === 'dev', command = 'deploy' } = options
  const root = resolve(options.project)
  const config = resolve(root, options.config ?? 'sst.config.ts')
  const platform = join(root, '.sst/platform')
  if (!existsSync(join(platform, 'node_modules/@pulumi/pulumi'))) {
    throw new Error(
      `There is no platform in ${platform}: run 'node scripts/platform.mjs', or link one with linkPlatform.`,
    )
  }
  const work = await mkdtemp(join(tmpdir(), 'calix-plan-'))
  plans += 1
  const outfile = join(platform, `sst.config.${process.pid}-${Date.now()}-${plans}.mjs`)
  const environment = withFiles(root, stage, environmentOf(options.environment ?? {}))
  const builds: FunctionBuild[] = []
  const rpc = await serveRpc({
    'Provider.Aws.Bootstrap': ({ region }: { readonly region: string }) => bootstrapIn(region),
    'Provider.Aws.Appsync': appsync,
    'Runtime.AddTarget': () => null,
    'Runtime.Build': (wanted: FunctionBuild) => {
      builds.push(wanted)
      return lay(root, work, wanted)
    },
  })
  try {
    const app = await evaluateApp(root, config, stage, outfile, environment)
    const { region, ...defined } = app
    await bundle({
      root,
      outfile,
      define: {
        $app: {
          ...defined,
          watch: { paths: null, ignore: null },
          state: null,
          types: { ignore: null },
          backend: '',
          removalPolicy: '',
        },
        $cli: {
          // `sst dev` deploys too: the program tells by `$dev`.
          command: command === 'dev' ? 'deploy' : command,
          dev: isDev,
          paths: { home: join(work, 'home'), platform, root, work },
          state: { version: {} },
        },
        $dev: isDev,
      },
      inject: [join(platform, 'src/shim/run.js')],
      globals: `import * as aws from "@pulumi/aws";\nimport * as sst from ${JSON.stringify(join(platform, 'src/components'))};`,
      code: `
        import { run } from ${JSON.stringify(join(platform, 'src/auto/run.ts'))};
        import mod from ${JSON.stringify(config)};
        const result = await run(mod.run);
        export default result;`,
    })
    const job: Job = {
      platform,
      bundle: outfile,
      app: app.name,
      stage,
      region,
      config: configOf(app),
    }
    const [jobFile, resultFile] = [join(work, 'job.json'), join(work, 'result.json')]
    await writeFile(jobFile, JSON.stringify(job))
    const printed = await run(join(import.meta.dirname, 'program.ts'), jobFile, resultFile, root, {
      ...environment,
      SST_SERVER: rpc.url,
      SST_AWS_REGION: region,
      SST_AWS_ACCESS_KEY_ID: 'test',
      SST_AWS_SECRET_ACCESS_KEY: 'test',
    })
    const result: Result = await readFile(resultFile, 'utf8').then(
      (text) => JSON.parse(text.replaceAll(work, join(root, '.sst'))),
      () => ({ registrations: [], outputs: {}, errors: ['The program ended without a result.'] }),
    )
    if (result.errors.length > 0) throw new PlanError(result.errors, printed)
    const { _protect, ...outputs } = result.outputs
    return {
      resources: createdIn(result.registrations),
      outputs,
      builds: builds.sort((a, b) => (a.functionID < b.functionID ? -1 : 1)),
      app,
      printed,
    }
  } finally {
    await rpc.close()
    await Promise.all([outfile, `${outfile}.map`].map((file) => rm(file, { force: true })))
    await rm(work, { recursive: true, force: true })
  }
}
