import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { calix } from '../local/support/command.ts'
import { type Project, project } from '../local/support/project.ts'

const modules = join(import.meta.dirname, '../../node_modules')

/** A folder whose app uses other libraries' codecs as well. */
const withCodecs = (files: Readonly<Record<string, string>>): Project => {
  const made = project(files)
  for (const name of ['io-ts', 'zod']) symlinkSync(join(modules, name), made.path(`node_modules/${name}`))
  return made
}

const APP = `import { calix, get, NotFoundError, route } from 'calix'
  const never = (): never => { throw new Error('a document runs no route') }
  export const app = calix({ name: 'cities' }, route(get('/cities/:city', { tags: ['cities'], errors: [NotFoundError] }), never))`

const MANIFEST = JSON.stringify({
  name: 'project',
  type: 'module',
  version: '3.2.1',
  description: 'Of cities',
})

const run = async ({ root }: Project, ...args: ReadonlyArray<string>) => {
  const { ended, err, out } = calix(['openapi', ...args], root)
  const code = await ended
  return { code, out: out(), err: err() }
}

test('prints the document of the app, with what its package.json says', async () => {
  const { code, err, out } = await run(project({ 'app.ts': APP, 'package.json': MANIFEST }))
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(JSON.parse(out)).toMatchObject({
    openapi: '3.1.1',
    info: { title: 'cities', version: '3.2.1', description: 'Of cities' },
    paths: { '/cities/{city}': { get: { operationId: 'getCitiesByCity', tags: ['cities'] } } },
  })
  expect(out).toBe(`${JSON.stringify(JSON.parse(out), undefined, 2)}\n`)
})

test('prints the same as YAML, under another title and version', async () => {
  const folder = project({ 'src/app.ts': APP })
  const json = await run(folder, 'src', '--title', 'Cities', '--version', '4.0.0')
  const yaml = await run(folder, 'src', '--title', 'Cities', '--version', '4.0.0', '--yaml')
  expect(yaml.err).toBe('')
  expect(yaml.out).toContain('openapi: 3.1.1\ninfo:\n  title: Cities\n  version: 4.0.0\n')
  expect(parse(yaml.out)).toEqual(JSON.parse(json.out))
})

test('reads codecs of the app’s own packages', async () => {
  const { code, err, out } = await run(
    withCodecs({
      'app.ts': `import { calix, ConflictError, post, problem, route } from 'calix'
        import { describe, integer, list } from 'calix/codec'
        import * as t from 'io-ts'
        import * as z from 'zod'
        const Even = describe(t.refinement(t.number, (each) => each % 2 === 0, 'Even'), { schema: { type: 'number', multipleOf: 2 } })
        export const app = calix({ errorShape: problem }, route(post('/things', {
          query: t.type({ id: list(integer, { separator: ',' }) }),
          body: t.type({ even: Even }, 'Thing'),
          returns: z.object({ ok: z.boolean() }),
          errors: [ConflictError],
        }), () => ({ ok: true })))`,
    }),
  )
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const { components, paths } = JSON.parse(out)
  expect(components.schemas.Even).toEqual({ type: 'number', multipleOf: 2 })
  expect(components.schemas.InvalidRequestError.properties.issues).toEqual({
    type: 'array',
    items: { $ref: '#/components/schemas/Issue' },
  })
  const { parameters, responses } = paths['/things'].post
  expect(parameters).toMatchObject([{ name: 'id', style: 'form', explode: false }])
  expect(responses['200'].content['application/json'].schema).toMatchObject({
    properties: { ok: { type: 'boolean' } },
  })
  expect(Object.keys(responses['409'].content)).toEqual(['application/problem+json'])
})

test('a codec without a schema is named, with all other mistakes, and the exit code is 1', async () => {
  const { code, err, out } = await run(
    withCodecs({
      'app.ts': `import { calix, get, route } from 'calix'
        import * as t from 'io-ts'
        const Odd = t.refinement(t.string, (each) => each !== '', 'Odd')
        export const app = calix({},
          route(get('/a', { query: t.type({ x: Odd }), operationId: 'a' }), () => 1),
          route(get('/b', { operationId: 'a' }), () => 1),
        )`,
    }),
  )
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(/^GET \/b: operationId 'a' is GET \/a's already.*\nGET \/a query.*x.*Odd.*\n$/)
})

test.each([
  [
    'a handler without an app',
    { 'app.ts': 'export const handler = async () => ({ statusCode: 200 })' },
    [],
    /^There is no app to document: the handler is not made by lambda\(app\)\.\n$/,
  ],
  ['two entries', {}, ['a.ts', 'b.ts'], /^One entry at a time: 'b\.ts' is one too many\.\n$/],
  ['an unknown option', {}, ['--yml'], /^Unknown option --yml\. Did you mean --yaml\?\n$/],
  ['no entry', {}, [], /Name one: calix openapi path\/to\/app\.ts\n$/],
])('%s ends in exit code 1', async (_, files, args, message) => {
  const { code, err, out } = await run(project(files), ...args)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toMatch(message)
})
