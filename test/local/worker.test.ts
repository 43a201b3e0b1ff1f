import { serve } from 'calix/local'
import { expect, onTestFinished, test } from 'vitest'
import { project } from './support/project.ts'

const start = async (
  code: string,
  limits: { readonly timeout?: number; readonly gatewayTimeout?: number } = {},
): Promise<{ readonly url: string; readonly errors: string[] }> => {
  const { path } = project({ 'app.ts': code })
  const errors: string[] = []
  const server = await serve({
    entry: path('app.ts'),
    port: 0,
    logError: (line) => errors.push(line),
    ...limits,
  })
  onTestFinished(() => server.close())
  return { url: server.url, errors }
}

const crashing = `
  export const handler = async (event: { path: string }) => {
    if (event.path === '/exit') { console.log('last words'); process.exit(3) }
    if (event.path === '/uncaught') setTimeout(() => { throw new RangeError('uncaught') })
    if (event.path === '/rejection') void Promise.reject(new RangeError('unhandled'))
    if (event.path === '/loop') for (;;);
    if (event.path !== '/') await new Promise((resolve) => setTimeout(resolve, 5000))
    return { statusCode: 200, body: 'fine' }
  }`

test.each([
  ['/exit', 'ended with exit code 3'],
  ['/uncaught', 'RangeError: uncaught'],
  ['/rejection', 'RangeError: unhandled'],
])(
  'a function that ends itself at %s → 502 for what is in flight, and the next request is answered',
  async (path, said) => {
    const { errors, url } = await start(crashing)
    const inFlight = fetch(`${url}/waiting`)
    await fetch(url)
    const ended = await fetch(url + path)
    for (const answer of [ended, await inFlight]) {
      expect(answer.status).toBe(502)
      expect(await answer.json()).toEqual({ message: 'Internal server error' })
    }
    expect(errors.join('\n')).toContain(said)
    const answers = await Promise.all([fetch(url), fetch(url), fetch(url)])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  },
)

test('an endless loop → 504, and the function is started anew', async () => {
  const { errors, url } = await start(crashing, { gatewayTimeout: 1 })
  const [looping, behind] = await Promise.all([fetch(`${url}/loop`), fetch(`${url}/behind`)])
  expect([looping.status, behind.status]).toEqual([504, 504])
  await expect.poll(() => errors.join('\n'), { timeout: 5000 }).toContain('does not respond')
  expect((await fetch(url)).status).toBe(200)
  expect(errors.filter((line) => line.includes('does not respond'))).toHaveLength(1)
})

test('whoever asks right after an endless loop waits for the new thread, and is answered', async () => {
  const { errors, url } = await start(crashing, { gatewayTimeout: 4 })
  expect((await fetch(`${url}/loop`)).status).toBe(504)
  const answers = await Promise.all([fetch(url), fetch(url), fetch(url)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(errors.filter((line) => line.includes('does not respond'))).toHaveLength(1)
})

test('a thread that is merely slow to answer one request stays', async () => {
  const { errors, url } = await start(
    `let started = 0
     export const handler = async (event: { path: string }) => {
       started += 1
       if (event.path === '/never') await new Promise(() => {})
       return { statusCode: 200, body: String(started) }
     }`,
    { gatewayTimeout: 0.5 },
  )
  expect((await fetch(`${url}/never`)).status).toBe(504)
  expect(await (await fetch(url)).text()).toBe('2')
  expect(errors).toEqual(['GET /never: The gateway stopped waiting after 0.5 s.'])
})

test('a stack trace names the lines of the TypeScript', async () => {
  const { errors, url } = await start(
    `import { deep } from './deep.ts'
interface Event { readonly path: string }
export const handler = async (event: Event) => deep(event.path)
`.replace(
      "import { deep } from './deep.ts'",
      `type Unused = { a: string }
const deep = (path: string): never => {
  throw new RangeError(path)
}`,
    ),
  )
  expect((await fetch(`${url}/boom`)).status).toBe(502)
  expect(errors[0]).toMatch(/^GET \/boom: RangeError: \/boom\n\s+at deep \(.*app\.ts:3:9\)/)
  expect(errors[0]).toMatch(/at .*app\.ts:6:\d+/)
})

test('an app, a default export, and a handler made of an app are found', async () => {
  const app = `import { calix, get, lambda, route } from 'calix'
    import * as E from 'fp-ts/Either'
    const app = calix({ name: 'found' }, route(get('/hello/:name'), ({ params }) => E.right({ hello: params.name })))`
  for (const exported of [
    'export { app }',
    'export default app',
    'export const handler = lambda(app)',
    'export default lambda(app)',
  ]) {
    const { url } = await start(`${app}\n${exported}`)
    const answer = await fetch(`${url}/hello/you`)
    expect([exported, await answer.text()]).toEqual([exported, '{"hello":"you"}'])
  }
})

test('two requests at once do not wait for each other', async () => {
  const { url } = await start(`
    let release = (): void => {}
    const released = new Promise<void>((resolve) => { release = resolve })
    export const handler = async (event: { path: string }) => {
      if (event.path === '/second') release()
      else await released
      return { statusCode: 200, body: event.path }
    }`)
  const first = fetch(`${url}/first`)
  await fetch(`${url}/second`)
  expect(await (await first).text()).toBe('/first')
})
