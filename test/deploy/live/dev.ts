import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Cloud, sstBinary } from '../platform/cloud.ts'
import type { EngineReport } from '../platform/engine/engine.ts'
import { environmentOf } from '../platform/environment.ts'
import { createdIn, type Registration } from '../platform/registration.ts'
import type { Certificate } from './certificate.ts'
import type { EventApi } from './event-api.ts'
import { processesIn } from './processes.ts'

/** A running `sst dev`. */
export interface Dev {
  /** What it has printed so far, of all its panes. */
  readonly printed: () => string
  /** Waits for something to be printed. @throws Error with what has been printed instead */
  readonly until: (pattern: RegExp) => Promise<RegExpExecArray>
  /** Waits until no deployment is under way: an edit begins one. @throws Error when it goes on */
  readonly settled: () => Promise<void>
  /** What has been deployed. */
  readonly deployed: () => {
    readonly resources: ReadonlyArray<Registration>
    readonly outputs: Readonly<Record<string, unknown>>
  }
  /** Sends it a signal, and it alone; its exit code. @throws Error when it goes on */
  readonly stop: (signal: NodeJS.Signals) => Promise<number | null>
  /** Ends whatever is left of it. */
  readonly end: () => void
}

/** What to run, and where. */
export interface DevOptions {
  readonly project: string
  readonly stage: string
  readonly cloud: Cloud
  readonly events: EventApi
  readonly certificate: Certificate
}

/** How long each step may take (ms): a slow machine takes a tenth of it. */
const LIMIT = 60_000
const DEPLOY_AGAIN = 5_000

const exitOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', resolve)
  })

const waitFor = async <A>(found: () => A | null | undefined, otherwise: () => string): Promise<A> => {
  for (let waited = 0; waited < LIMIT; waited += 50) {
    const value = found()
    if (value !== null && value !== undefined) return value
    await sleep(50)
  }
  throw new Error(otherwise())
}

/**
 * The CLI asks itself to deploy, and now and then before it listens: then it waits for ever.
 * The file names its server, whose address is every one of this machine.
 */
const deployAgain = async (project: string, stage: string, printed: () => string): Promise<void> => {
  const file = join(project, '.sst', `${stage}.server`)
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await sleep(DEPLOY_AGAIN)
    if (/~ {2}Deploy/.test(printed())) return
    if (!existsSync(file)) continue
    const { port } = new URL(readFileSync(file, 'utf8'))
    await fetch(`http://127.0.0.1:${port}/api/deploy`, { method: 'POST' }).catch(() => undefined)
  }
}

/** Starts the real `sst dev` with its panes in one stream, until its stage is deployed; end it in the end. */
export const startDev = async ({ project, stage, cloud, events, certificate }: DevOptions): Promise<Dev> => {
  const child = spawn(sstBinary(), ['dev', '--mode=mono', '--stage', stage], {
    cwd: project,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...environmentOf({}),
      NO_COLOR: '1',
      // The binary starts `node` from the PATH.
      PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
      XDG_CONFIG_HOME: cloud.configHome,
      SSL_CERT_FILE: certificate.certificate,
      AWS_ENDPOINT_URL: cloud.endpoint,
      AWS_ENDPOINT_URL_APPSYNC: events.endpoint,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_REGION: cloud.region,
      AWS_CONFIG_FILE: join(cloud.configHome, 'aws-config'),
      AWS_SHARED_CREDENTIALS_FILE: join(cloud.configHome, 'aws-credentials'),
      SST_SKIP_DEPENDENCY_CHECK: '1',
      SST_TELEMETRY_DISABLED: '1',
      NO_BUN: '1',
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk) => {
      said += chunk
    })
  const printed = (): string => said
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null
  const until = async (pattern: RegExp): Promise<RegExpExecArray> => {
    const found = await waitFor(
      () => pattern.exec(said) ?? (hasEnded() ? 'ended' : undefined),
      () => `sst dev has not printed ${pattern}, but:\n${said}`,
    )
    if (found === 'ended') throw new Error(`sst dev has ended:\n${said}`)
    return found
  }
  const end = (): void => {
    process.off('exit', end)
    for (const { pid } of processesIn(project)) process.kill(pid, 'SIGKILL')
  }
  process.once('exit', end)
  try {
    void deployAgain(project, stage, printed)
    await until(/(?:Complete|No changes|Failed|Error) /)
  } catch (error) {
    end()
    throw error
  }
  const times = (pattern: RegExp): number => said.match(pattern)?.length ?? 0
  return {
    printed,
    until,
    settled: async () => {
      await waitFor(
        () =>
          times(/\[SST\] .*(?:Complete|No changes|Failed)/g) >= times(/\[SST\] ~ {2}Deploy/g) || undefined,
        () => `sst dev goes on deploying:\n${said}`,
      )
    },
    deployed: () => {
      const report: EngineReport = JSON.parse(readFileSync(join(cloud.configHome, 'sst/report.json'), 'utf8'))
      if (report.errors.length > 0) throw new Error(report.errors.join('\n'))
      return { resources: createdIn(report.resources), outputs: report.outputs }
    },
    stop: async (signal) => {
      child.kill(signal)
      await waitFor(
        () => child.exitCode ?? child.signalCode,
        () => `sst dev goes on after ${signal}:\n${said}`,
      )
      return exitOf(child)
    },
    end,
  }
}
