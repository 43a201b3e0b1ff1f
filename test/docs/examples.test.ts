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
import { apiKey, authorize, authorizer, BadRequestError, calix, cognito, ConflictError, custom, iam, jwt, UnauthorizedError, codeAndMessage, del, get, grants, lambda, methods, type Params, post, prefix, printPath, problem, put, response, route, routes, use } from 'calix'
import { compress, cors, errors, form, json } from 'calix/middleware'
import type { Configuration } from 'calix/deploy'
import { randomUUID } from 'node:crypto'
import assert from 'node:assert'
import { LocalError, type LocalServer, serve, type ServeOptions } from 'calix/local'
import { type Client, client, type Deployment, gateways, httpApi, restApi, type WireRequest } from 'calix/testing'
import { parsePath } from '../../src/path.ts'

const index = route(get('/index'), () => ({ hello: 'world' }))
const listCities = route(get('/cities'), () => ['seattle'])
const stateOfCity = route(get('/cities/:city'), ({ params }) => ({ city: params.city }))
const createUser = route(post('/users'), () => ({ id: 1 }))
const users = cognito({ userPoolArns: ['arn:aws:cognito-idp:eu-central-1:123456789012:userpool/eu-central-1_abc'] })
const app = calix({}, index, listCities, stateOfCity, createUser)
const handler = lambda(app)
const request: WireRequest = { method: 'GET', target: '/', headers: [], body: new Uint8Array(), sourceIp: '127.0.0.1' }
/** A test runner of two words, for examples that are tests. */
const each = <A>(list: ReadonlyArray<A>) => (_name: string, run: (given: A) => unknown): Promise<unknown> => Promise.all(list.map(run))
const it = Object.assign((_name: string, run: () => unknown): unknown => run(), { each })
const expect = (value: unknown) => ({ toBe: (other: unknown) => assert.equal(value, other), toEqual: (other: unknown) => assert.deepEqual(value, other) })
export const used = [E, pipe, TE, apiKey, authorize, authorizer, cognito, custom, iam, jwt, UnauthorizedError, users, BadRequestError, calix, ConflictError, codeAndMessage, del, get, grants, lambda, methods, post, prefix, printPath, problem, put, response, route, routes, use, compress, cors, errors, form, json, serve, client, gateways, parsePath, handler, request, it, expect, randomUUID, assert, LocalError, httpApi, restApi, {} as [Params<'/'>, LocalServer, ServeOptions, Client, Deployment, Configuration]]
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

const examples = globSync('{src,middleware,deploy,local,testing}/**/*.ts', { cwd: root })
  .sort()
  .flatMap(examplesOf)

const moduleOf = ({ code }: Example): string =>
  `${PRELUDE}\nexport const run = async (): Promise<void> => {\n${code}\n}\n`

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
  for (const room of ['src', 'middleware', 'deploy', 'local', 'testing'])
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
    const { run } = await import(/* @vite-ignore */ pathToFileURL(outfile).href)
    await expect(
      Promise.resolve()
        .then(run)
        // An example may show what an error looks like, by throwing it.
        .catch((error: unknown) => {
          if (!(error instanceof Error && error.name === 'OutOfStockError')) throw error
        }),
    ).resolves.toBeUndefined()
    expect(relative(root, outfile)).toContain('.calix')
  })
