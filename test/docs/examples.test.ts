import { execFileSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** What every example may use: the doors, and the values that a page would have introduced before. */
const PRELUDE = `
import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as TE from 'fp-ts/TaskEither'
import * as t from 'io-ts'
import { type AnswerOf, apiKey, authorize, authorizer, BadRequestError, calix, cognito, ConflictError, custom, type DecodedRequest, documented, environment, type ErrorsOf, iam, jwt, UnauthorizedError, codeAndMessage, del, get, grants, lambda, methods, type NeedsOf, type Params, post, prefix, printPath, problem, provide, put, response, route, routes, type TableOf, use } from 'calix'
import { describe, integer, limited, list, oneOf, optional, standard, withDefault } from 'calix/codec'
import { compress, cors, errors, form, json } from 'calix/middleware'
import { openapi, OpenApiError } from 'calix/openapi'
import type { Configuration } from 'calix/deploy'
import { randomUUID } from 'node:crypto'
import assert from 'node:assert'
import { LocalError, type LocalServer, serve, type ServeOptions } from 'calix/local'
import { type Client, type Deployment, fetchOf, gateways, httpApi, restApi, type WireRequest } from 'calix/testing'
import { parsePath } from '../../src/path.ts'
import { jsonSchema } from '../../src/schema/document.ts'
import { jsonSchemas } from '../../src/schema/schemas.ts'

interface Database { readonly users: () => ReadonlyArray<string> }
const db: Database = { users: () => ['ada'] }
const isEmail = (text: string): boolean => text.includes('@')
const index = route(get('/index'), () => ({ hello: 'world' }))
const listCities = route(get('/cities'), () => ['seattle'])
const stateOfCity = route(get('/cities/:city'), ({ params }) => ({ city: params.city }))
const createUser = route(post('/users'), () => ({ id: 1 }))
const listUsers = route(get('/users'), (_request, { db }: { db: Database }) => db.users())
const users = cognito({ userPoolArns: ['arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_abc'] })
const app = calix({}, index, listCities, stateOfCity, createUser)
const handler = lambda(app)
const request: WireRequest = { method: 'GET', target: '/', headers: [], body: new Uint8Array(), sourceIp: '127.0.0.1' }
/** A test runner of two words, for examples that are tests. */
const each = <A>(list: ReadonlyArray<A>) => (_name: string, run: (given: A) => unknown): Promise<unknown> => Promise.all(list.map(run))
const it = Object.assign((_name: string, run: () => unknown): unknown => run(), { each })
const expect = (value: unknown) => ({ toBe: (other: unknown) => assert.equal(value, other), toEqual: (other: unknown) => assert.deepEqual(value, other) })
export const used = [E, pipe, TE, t, db, isEmail, listUsers, documented, environment, provide, describe, integer, limited, list, oneOf, optional, standard, withDefault, openapi, OpenApiError, fetchOf, jsonSchema, jsonSchemas, apiKey, authorize, authorizer, cognito, custom, iam, jwt, UnauthorizedError, users, BadRequestError, calix, ConflictError, codeAndMessage, del, get, grants, lambda, methods, post, prefix, printPath, problem, put, response, route, routes, use, compress, cors, errors, form, json, serve, gateways, parsePath, handler, request, it, expect, randomUUID, assert, LocalError, httpApi, restApi, {} as [AnswerOf<never>, ErrorsOf<never>, TableOf<typeof app.routes>, Params<'/'>, LocalServer, ServeOptions, Client, Deployment, Configuration]]
`

/** What examples of the client have in the place of the one for tests; any address is the app's there. */
const OF_THE_CLIENT = `
import { client, ClientError, type ClientOptions, type Received, RouteError } from 'calix/client'

globalThis.fetch = fetchOf(app)
const token = async () => 'secret'
const error: ClientError | RouteError = new ClientError('network', 'no answer')
const retry = (): void => {}
const none = undefined
export const usedToo = [client, RouteError, token, error, retry, none, {} as [ClientOptions, Received<1>]]
`

const OF_TESTS = `
import { client } from 'calix/testing'
export const usedToo = [client]
`

interface Example {
  /** Where it stands: `src/app.ts:64`. */
  readonly at: string
  readonly code: string
}

const examplesOf = (file: string): ReadonlyArray<Example> => {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/@example\n((?: \*(?! @|\/).*\n)+)/g)].map(({ 1: block = '', index }) => ({
    at: `${file}:${text.slice(0, index).split('\n').length}`,
    code: block.replaceAll(/^ \* ?/gm, '').replaceAll(/^export /gm, ''),
  }))
}

const examples = globSync('{src,middleware,deploy,local,testing,client}/**/*.ts', { cwd: root })
  .sort()
  .flatMap(examplesOf)

const isOfTheClient = ({ at, code }: Example): boolean =>
  at.startsWith('client/') || code.includes('client<typeof ')

const moduleOf = (example: Example): string =>
  `${PRELUDE}${isOfTheClient(example) ? OF_THE_CLIENT : OF_TESTS}\nexport const run = async (): Promise<void> => {\n${example.code}\n}\n`

let folder = ''

beforeAll(() => {
  const parent = join(root, '.calix')
  mkdirSync(parent, { recursive: true })
  folder = mkdtempSync(join(parent, 'examples-'))
  for (const [nth, example] of examples.entries())
    writeFileSync(join(folder, `example${nth}.ts`), moduleOf(example))
  const config = {
    extends: '../../examples/tsconfig.json',
    compilerOptions: { rewriteRelativeImportExtensions: false, rootDir: '../..' },
    include: ['.', '../../deploy/*.d.ts'],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('there are examples at every door', () => {
  for (const room of ['src', 'middleware', 'deploy', 'local', 'testing', 'client'])
    expect(examples.filter(({ at }) => at.startsWith(`${room}/`)).length).toBeGreaterThan(0)
})

test('the examples of docstrings compile', () => {
  const check = (): string => {
    try {
      return execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
        encoding: 'utf8',
      })
    } catch (error) {
      return String(Object(error).stdout)
    }
  }
  const output = check().replaceAll(/^.*example(\d+)\.ts/gm, (_, nth) => examples[Number(nth)]?.at ?? '')
  expect(output).toBe('')
})

for (const [nth, { at }] of examples.entries())
  test(`the example at ${at} runs`, async () => {
    const outfile = join(folder, `example${nth}.mjs`)
    await build({
      entryPoints: [join(folder, `example${nth}.ts`)],
      ...{ outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'silent' },
      ...{ mainFields: ['module', 'main'], conditions: ['calix-source', 'module'], external: ['esbuild'] },
    })
    const { fetch } = globalThis
    const { run } = await import(/* @vite-ignore */ pathToFileURL(outfile).href)
    await expect(
      Promise.resolve()
        .then(run)
        // An example may show what an error looks like, by throwing it.
        .catch((error: unknown) => {
          if (!(error instanceof Error && error.name === 'OutOfStockError')) throw error
        })
        .finally(() => {
          globalThis.fetch = fetch
        }),
    ).resolves.toBeUndefined()
    expect(relative(root, outfile)).toContain('.calix')
  })
