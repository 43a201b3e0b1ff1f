import { existsSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { expect, it, onTestFinished } from 'vitest'
import type { ClientError, RouteError } from '../../client/index.ts'
import { calix, get, lambda, NotFoundError, post, response, route } from '../../src/index.ts'
import { serving } from '../local/support/serving.ts'
import { bundledClient } from './bundle.ts'
import type { untyped } from './untyped.ts'

const CHROMIUM = '/usr/bin/chromium'
const isThere = existsSync(CHROMIUM)
if (!isThere) console.log(`calix/client in a browser: skipped, since there is no ${CHROMIUM}`)

const pageOf = (module: string) =>
  calix(
    {},
    route(get('/'), () =>
      response('<!doctype html><title>calix</title>', { headers: { 'content-type': 'text/html' } }),
    ),
    route(get('/client.js'), () => response(module, { headers: { 'content-type': 'text/javascript' } })),
    route(get('/cities/:city'), ({ headers, params, query }) => ({
      ...params,
      ...query,
      by: headers['x-by'],
    })),
    route(post('/body'), ({ body, headers }) => ({ body, type: headers['content-type'] })),
    route(get('/none'), () => new NotFoundError('none')),
    route(get('/never'), () => new Promise<never>(() => {})),
  )

interface Module {
  readonly client: typeof untyped
  readonly ClientError: typeof ClientError
  readonly RouteError: typeof RouteError
}

interface Given {
  readonly module: Module
  readonly origin: string
}

/** Runs in the browser: nothing of this file is there but what is given. */
const calls = async ({ module, origin }: Given) => {
  const api = module.client(origin, { headers: () => ({ 'x-by': 'chromium' }) })
  const failing = async (task: ReturnType<typeof api.get>) => {
    const answer = await task()
    if (answer._tag === 'Right') return answer
    const { kind, message, status } = answer.left
    if (answer.left instanceof module.RouteError) return { kind, message, status, code: answer.left.code }
    return { kind, isError: answer.left instanceof module.ClientError }
  }
  const ending = new AbortController()
  const never = failing(api.get('/never', { signal: ending.signal }))
  ending.abort()
  const form = new FormData()
  form.set('a', new Blob(['b']))
  return {
    city: await api.get('/cities/:city', { params: { city: 'são/%2e' }, query: { a: '+&é' } }).promise(),
    relative: await module
      .client('')
      .get('/cities/:city', { params: { city: 'a' } })
      .promise(),
    json: await api.post('/body', { body: { a: [1] } }).promise(),
    form: await api.post('/body', { body: form }).promise(),
    none: await failing(api.get('/none')),
    nobody: await failing(module.client('http://127.0.0.1:1').get('/')),
    never: await never,
    invalid: await failing(api.get('/cities/:city', { params: { city: '..' } })),
  }
}

it.skipIf(!isThere)('runs in a browser', async () => {
  const { url } = await serving(lambda(pageOf(await bundledClient())))
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  await page.goto(url)
  // As text, which no tool rewrites on its way into the browser.
  const module = await page.evaluateHandle<Module, undefined>(`import('/client.js')`, undefined)
  expect(await page.evaluate(calls, { module, origin: url })).toEqual({
    city: { city: 'são/%2e', a: '+&é', by: 'chromium' },
    relative: { city: 'a' },
    json: { body: { a: [1] }, type: 'application/json' },
    form: { type: expect.stringMatching(/^multipart\/form-data; boundary=/) },
    none: { kind: 'route', code: 'NotFoundError', message: 'none', status: 404 },
    nobody: { kind: 'network', isError: true },
    never: { kind: 'aborted', isError: true },
    invalid: { kind: 'invalid-input', isError: true },
  })
})
