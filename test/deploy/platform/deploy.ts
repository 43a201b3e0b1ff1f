import { execFile } from 'node:child_process'
import { readFile, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { type Cloud, sstBinary } from './cloud.ts'
import type { EngineReport } from './engine/engine.ts'
import type { Operation } from './engine/step.ts'
import { environmentOf } from './environment.ts'
import { createdIn, type Registration } from './registration.ts'

/** What to deploy, and where. */
export interface DeployOptions {
  readonly project: string
  readonly stage: string
  readonly cloud: Cloud
  readonly command?: 'deploy' | 'remove' | 'diff'
  /** Another file than `sst.config.ts`, from the project's folder. */
  readonly config?: string
  readonly environment?: Readonly<Record<string, string>>
  /** In seconds. */
  readonly timeout?: number
}

/** What a run of the sst binary came to. */
export interface Deployment {
  readonly project: string
  readonly cloud: Cloud
  /** Its exit code; null when it was ended at the timeout. */
  readonly code: number | null
  /** What it printed, standard output and error. */
  readonly printed: string
  /** What is deployed now: nothing after `remove`. */
  readonly resources: ReadonlyArray<Registration>
  readonly outputs: Readonly<Record<string, unknown>>
  readonly changes: Readonly<Partial<Record<Operation, number>>>
  /** `create urn:…`, one for each resource that was not the same. */
  readonly changed: ReadonlyArray<string>
  readonly errors: ReadonlyArray<string>
}

const MINUTE = 60

const run = (
  args: ReadonlyArray<string>,
  cwd: string,
  env: NodeJS.ProcessEnv,
  timeout: number,
): Promise<{ readonly code: number | null; readonly printed: string }> =>
  new Promise((done) => {
    const child = execFile(
      sstBinary(),
      args,
      { cwd, env, timeout: timeout * 1000, maxBuffer: 64 * 1024 * 1024 },
      (_, stdout, stderr) => done({ code: child.exitCode, printed: stdout + stderr }),
    )
  })

/** Runs the real `sst` against an emulated account, to its end; whether it went well is in the answer. */
export const deploy = async (options: DeployOptions): Promise<Deployment> => {
  const { stage, cloud, command = 'deploy', config, environment = {}, timeout = 2 * MINUTE } = options
  const project = resolve(options.project)
  const reportFile = join(cloud.configHome, 'sst/report.json')
  await rm(reportFile, { force: true })
  const args = [command, '--stage', stage, ...(config === undefined ? [] : ['--config', config])]
  const { code, printed } = await run(
    args,
    project,
    {
      ...environmentOf(environment),
      // The binary starts `node` from the PATH.
      PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
      XDG_CONFIG_HOME: cloud.configHome,
      AWS_ENDPOINT_URL: cloud.endpoint,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: cloud.region,
      AWS_CONFIG_FILE: join(cloud.configHome, 'aws-config'),
      AWS_SHARED_CREDENTIALS_FILE: join(cloud.configHome, 'aws-credentials'),
      SST_SKIP_DEPENDENCY_CHECK: '1',
      SST_TELEMETRY_DISABLED: '1',
      NO_BUN: '1',
    },
    timeout,
  )
  const report: EngineReport = await readFile(reportFile, 'utf8').then(
    (text) => JSON.parse(text),
    () => ({
      command,
      resources: [],
      outputs: {},
      changes: {},
      changed: [],
      errors: [`sst did not get to its engine:\n${printed}`],
    }),
  )
  const { _protect, ...outputs } = report.outputs
  return {
    project,
    cloud,
    code,
    printed,
    resources: createdIn(report.resources),
    outputs,
    changes: report.changes,
    changed: report.changed,
    errors: report.errors,
  }
}
