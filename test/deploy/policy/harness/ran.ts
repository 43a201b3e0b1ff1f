import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Permission } from '../../../../deploy/policy/permission.ts'
import type { PlacedCase } from './folder.ts'

/** What ran, as calls of the SDK and as what they need. */
export interface Ran {
  /** `s3:PutObject`, where the operation is the SDK's. */
  readonly calls: ReadonlyArray<string>
  readonly permissions: ReadonlyArray<Permission>
}

/** What the app of a case really called. */
export interface RanCase {
  readonly name: string
  /** The keys of all of the app's routes. */
  readonly keys: ReadonlyArray<string>
  /** What ran as the app was loaded. */
  readonly start: Ran
  readonly routes: Readonly<Record<string, Ran>>
  readonly authorizers: Readonly<Record<string, Ran>>
  /** The status of each answer. */
  readonly statuses: Readonly<Record<string, ReadonlyArray<number>>>
}

/** A case that did not run to its end. */
export interface NotRan {
  readonly name: string
  readonly error: string
}

const script = join(import.meta.dirname, 'run.ts')

/** Runs the cases of a topic in a process of its own, by the case's name. */
export const run = async (
  topic: string,
  cases: ReadonlyArray<PlacedCase>,
  installed: string,
): Promise<ReadonlyMap<string, RanCase | NotRan>> => {
  const { NODE_OPTIONS: _, VITEST: __, ...environment } = process.env
  const links = cases.flatMap(({ definition }) => Object.entries(definition.links ?? {}))
  const child = fork(script, [topic, installed], {
    execArgv: ['--conditions=calix-source', '--no-warnings'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...environment,
      // Nobody listens there: a client that the recorder misses fails instead of calling AWS.
      AWS_ENDPOINT_URL: 'http://127.0.0.1:9',
      AWS_REGION: 'ap-northeast-3',
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      SST_RESOURCE_App: JSON.stringify({ name: 'cases', stage: 'test' }),
      ...Object.fromEntries(
        links.map(([name, properties]) => [`SST_RESOURCE_${name}`, JSON.stringify(properties)]),
      ),
    },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const found = new Map<string, RanCase | NotRan>()
  child.on('message', (message: RanCase | NotRan) => found.set(message.name, message))
  const [code] = await once(child, 'close')
  for (const { name } of cases)
    if (!found.has(name)) found.set(name, { name, error: `the process ended with ${code} before:\n${said}` })
  return found
}
