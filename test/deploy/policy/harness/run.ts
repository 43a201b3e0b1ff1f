// `node --conditions=calix-source run.ts <topic> <installation>`: runs the cases of a topic, and prints what each called.
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { type AnyApp, isApp } from 'calix'
import { client, type Handler } from 'calix/testing'
import { permissionsOf } from '../../../../deploy/policy/actions/permissions.ts'
import { UNKNOWN } from '../../../../deploy/policy/known.ts'
import type { Permission } from '../../../../deploy/policy/permission.ts'
import { bundle, bundleOf } from './bundle.ts'
import type { CaseRequest, RecordedCall } from './case.ts'
import { casesOf, entryOf, type PlacedCase, placeOf } from './folder.ts'
import { knownOf } from './known-of.ts'
import type { Ran, RanCase } from './ran.ts'
import { install, record } from './recorder.ts'

const PATIENCE_MS = 20_000

const permissions = ({
  client,
  endpoint,
  input,
  operation,
  region,
}: RecordedCall): ReadonlyArray<Permission> =>
  permissionsOf({
    client,
    operation,
    input: knownOf(input),
    region: region === undefined ? UNKNOWN : knownOf(region),
    endpoint: endpoint === undefined ? UNKNOWN : knownOf(endpoint),
  }).permissions

const ranOf = (calls: ReadonlyArray<RecordedCall>): Ran => ({
  calls: calls.map(({ client, operation }) => `${client}:${operation}`),
  permissions: calls.flatMap(permissions),
})

const patiently = async <A>(what: string, promise: Promise<A>): Promise<A> => {
  const ended = new AbortController()
  const late = pause(PATIENCE_MS, undefined, { signal: ended.signal }).then(() => {
    throw new Error(`${what} has not ended after ${PATIENCE_MS} ms`)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    late.catch(() => {})
    ended.abort()
  }
}

/** Whom an authorizer lets through: it is asked on its own, as gateways do. */
const CALLER = { principalId: 'case', context: {} }

const isGuarded = (app: AnyApp, key: string): boolean =>
  app.routes.list.some(
    ({ authorizers = [], methods, path }) =>
      authorizers.length > 0 && methods.some((method) => `${method} ${path}` === key),
  )

const send = async (app: AnyApp | Handler, request: CaseRequest, isGuarded: boolean): Promise<number> => {
  const [line, ...json] = typeof request === 'string' ? [request] : request
  const [method = '', target = ''] = line.split(' ')
  const init = { ...(json.length === 0 ? {} : { json: json[0] }), ...(isGuarded ? { identity: CALLER } : {}) }
  const { status } = await patiently(line, client(app).request(method, target, init))
  // What nobody waits for ends as well.
  await pause(1)
  return status
}

const decide = async (app: AnyApp, name: string, token: string): Promise<void> => {
  const all = app.routes.list.flatMap(({ authorizers = [] }) => authorizers)
  const found = all.find((each) => each.name === name)
  if (found?.kind !== 'built-in') throw new Error(`no built-in authorizer is called ${name}`)
  const asked = { method: 'GET', path: '/', route: '/', headers: {}, query: {}, event: {} }
  await found.decide({ ...asked, token, methodArn: 'arn:aws:execute-api:us-east-1:1:a/dev/GET/' })
}

/** An app, and what requests go to. */
interface Started {
  readonly app: AnyApp
  readonly target: AnyApp | Handler
}

const runCase = async (each: PlacedCase, installed: string): Promise<RanCase> => {
  const { definition, name } = each
  const folder = placeOf(each, installed, 'run')
  const file = bundleOf(installed, name)
  await bundle(entryOf(folder, definition), folder, file)
  const answer = definition.answer ?? (() => undefined)
  let instances = 0
  // A fresh instance of the app for everything that is asked: nothing is warm, and what runs at the start runs.
  const start = async (): Promise<Started> => {
    instances += 1
    const module = await patiently(name, import(`${pathToFileURL(file)}?instance=${instances}`))
    const app = [module.app, module.default, module.handler?.app].find(isApp)
    if (app === undefined) throw new Error(`${name} exports no app`)
    // The handler of the app, where it exports one, gives it its environment.
    return { app, target: module.handler?.app === app ? module.handler : app }
  }
  const routes: Record<string, Ran> = {}
  const authorizers: Record<string, Ran> = {}
  const statuses: Record<string, ReadonlyArray<number>> = {}
  for (const [key, { requests }] of Object.entries(definition.routes)) {
    const calls = await record(answer, async () => {
      const { app, target } = await start()
      const got: Array<number> = []
      for (const request of requests) got.push(await send(target, request, isGuarded(app, key)))
      statuses[key] = got
    })
    routes[key] = ranOf(calls)
  }
  for (const [key, { tokens }] of Object.entries(definition.authorizers ?? {})) {
    const calls = await record(answer, async () => {
      const { app } = await start()
      for (const token of tokens) await decide(app, key, token)
    })
    authorizers[key] = ranOf(calls)
  }
  let keys: ReadonlyArray<string> = []
  const started = await record(answer, async () => {
    const { app } = await start()
    keys = app.routes.list.flatMap(({ methods, path }) => methods.map((method) => `${method} ${path}`))
  })
  return { name, keys, start: ranOf(started), routes, authorizers, statuses }
}

const [topic = '', installed = ''] = process.argv.slice(2)
install()
for (const each of await casesOf(topic)) {
  const { environment, untold } = each.definition
  const variables = { ...environment, ...untold }
  Object.assign(process.env, variables)
  const ran = await runCase(each, installed).catch((error: unknown) => ({
    name: each.name,
    error: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }))
  for (const name of Object.keys(variables)) delete process.env[name]
  process.send?.(ran)
}
process.disconnect?.()
