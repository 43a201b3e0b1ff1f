import { apiKey, authorize, calix, get, lambda, route, routes } from 'calix'
import { pipe } from 'fp-ts/function'
import * as t from 'io-ts'
import { expect, test } from 'vitest'
import { describe } from '../../src/codec/index.ts'
import type { OpenApiDocument } from '../../src/openapi/index.ts'
import { calixLocal } from './support/command.ts'
import { echo } from './support/echo.ts'
import { project } from './support/project.ts'
import { serving } from './support/serving.ts'

const guarded = calix(
  { name: 'guarded' },
  pipe(
    routes(
      route(get('/secret'), () => 'told'),
      route(get('/*rest'), () => 'anything'),
    ),
    authorize(apiKey()),
  ),
)

test.each(['rest', 'http'] as const)(
  'the document and its page are the server’s own, whatever the app asks of callers (%s)',
  async (payload) => {
    const { lines, url } = await serving(lambda(guarded), { payload, auth: { mode: 'strict' } })
    const document = await fetch(`${url}/__calix/openapi.json?x=1`)
    expect(document.status).toBe(200)
    expect(document.headers.get('content-type')).toBe('application/json')
    expect(document.headers.get('cache-control')).toBe('no-store')
    expect(await document.json()).toMatchObject({
      openapi: '3.1.1',
      info: { title: 'guarded' },
      paths: { '/secret': { get: { security: [{ 'api-key': [] }] } } },
    })
    const page = await fetch(`${url}/__calix/docs`)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(await page.text()).toContain('spec-url="/__calix/openapi.json"')
    expect((await fetch(`${url}/secret`)).status).toBe(403)
    expect(lines).toContainEqual(expect.stringMatching(/^GET \/__calix\/docs 200 \d+ ms$/))
  },
)

test('/__calix leads to the page, and only what is there is answered', async () => {
  const { url } = await serving(lambda(guarded), { auth: { mode: 'off' } })
  const first = await fetch(`${url}/__calix`, { redirect: 'manual' })
  expect([first.status, first.headers.get('location')]).toEqual([302, '/__calix/docs'])
  const posted = await fetch(`${url}/__calix/docs`, { method: 'POST', body: 'x' })
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  const asked = await fetch(`${url}/__calix/docs`, { method: 'HEAD' })
  expect([asked.status, await asked.text()]).toEqual([200, ''])
  for (const path of ['/__calix/', '/__calix/nothing', '/__calix/../package.json'])
    expect((await fetch(url + path)).status).toBe(path.includes('..') ? 200 : 404)
  // Names that only begin alike are the app's.
  expect(await (await fetch(`${url}/__calixes`)).text()).toBe('anything')
})

test('routes that it shadows are named in one line at start', async () => {
  const own = routes(
    route(get('/__calix/status'), () => 'mine'),
    route(get('/__calix'), () => 'mine'),
    route(get('/__calixes'), () => 'mine'),
    route(get('/*rest'), () => 'mine'),
  )
  const { errors, url } = await serving(lambda(calix({}, own)))
  expect(errors).toEqual([
    "Paths below /__calix are this server's own, so here nobody can reach GET /__calix/status, GET /__calix: choose another path, or try it deployed.",
  ])
  expect((await fetch(`${url}/__calix/status`)).status).toBe(404)

  const below = await serving(lambda(calix({ basePath: '/v1' }, own)))
  expect(below.errors).toEqual([])
  expect(await (await fetch(`${below.url}/v1/__calix/status`)).text()).toBe('mine')
  expect((await serving(lambda(guarded), { auth: { mode: 'off' } })).errors.join()).not.toContain('__calix')
})

test('the script of the page is this machine’s', async () => {
  const { url } = await serving(lambda(guarded))
  const script = await fetch(`${url}/__calix/rapidoc.js`)
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(await script.text()).toContain('rapi-doc')
})

test('an app that cannot be documented says why, as text that a browser does not run', async () => {
  const Odd = t.refinement(t.string, () => true, '<script>alert(1)</script>')
  const app = calix(
    {},
    route(get('/a', { query: t.type({ x: Odd }) }), () => 1),
  )
  const { url } = await serving(lambda(app))
  const document = await fetch(`${url}/__calix/openapi.json`)
  expect(document.status).toBe(500)
  expect(await document.json()).toEqual({ mistakes: [expect.stringContaining('GET /a query')] })
  const page = await fetch(`${url}/__calix/docs`)
  expect(page.status).toBe(500)
  const html = await page.text()
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  expect(html).not.toContain('<script>')
  const mended = calix(
    {},
    route(get('/a', { query: t.type({ x: describe(Odd, { schema: {} }) }) }), () => 1),
  )
  const again = await serving(lambda(mended))
  expect((await fetch(`${again.url}/__calix/openapi.json`)).status).toBe(200)
})

test('a handler written by hand has no document', async () => {
  const { seen, url } = await echo()
  const answer = await fetch(`${url}/__calix/openapi.json`)
  expect(answer.status).toBe(500)
  expect(await answer.json()).toEqual({ mistakes: [expect.stringContaining('lambda(app)')] })
  expect(seen).toEqual([])
})

test('calix local: the document follows the code', async () => {
  const app = (path: string): string =>
    `import { calix, get, route } from 'calix'
     export const app = calix({ name: 'live' }, route(get('${path}'), () => 1))`
  const { root, save } = project({
    'app.ts': app('/one'),
    'package.json': '{"name":"project","type":"module","version":"7.0.0"}',
  })
  const { printed, url } = await calixLocal(root)
  const pathsOf = async (): Promise<ReadonlyArray<string>> => {
    const text = await (await fetch(`${url}/__calix/openapi.json`)).text()
    const { info, paths }: OpenApiDocument = JSON.parse(text)
    expect(info).toEqual({ title: 'live', version: '7.0.0' })
    return Object.keys(paths)
  }
  expect(await pathsOf()).toEqual(['/one'])
  save('app.ts', app('/two'))
  await printed('Restarting local dev server.')
  await expect.poll(pathsOf, { timeout: 20_000 }).toEqual(['/two'])
})

test('calix local: a thread that has ended is started anew for its document', async () => {
  const { root } = project({
    'app.ts': `import { calix, get, route } from 'calix'
      export const app = calix({}, route(get('/end'), () => process.exit(3)))`,
  })
  const { url } = await calixLocal(root)
  expect((await fetch(`${url}/end`)).status).toBe(502)
  expect((await fetch(`${url}/__calix/openapi.json`)).status).toBe(200)
})
