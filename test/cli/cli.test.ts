import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { calix, calixLocal } from '../local/support/command.ts'
import { project, saying } from '../local/support/project.ts'
import { exchangeRaw, statuses } from '../local/support/socket.ts'

const app = `import { calix, get, methods, post, route, routes } from 'calix'
  const answer = () => 'answer'
  export const app = calix({}, route(get('/'), answer), route(post('/cities/:city'), answer), route(methods(['GET', 'PUT'], '/objects/*key'), answer))`

const TABLE = ['GET  /', 'POST /cities/:city', 'GET  /objects/*key', 'PUT  /objects/*key'].join('\n')

const run = async (args: ReadonlyArray<string>, cwd: string) => {
  const { ended, err, out } = calix(args, cwd)
  const code = await ended
  return { code, out: out(), err: err() }
}

test('--version and --help', async () => {
  const { root } = project({})
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
  expect(await run(['--version'], root)).toEqual({ code: 0, out: `${version}\n`, err: '' })
  const help = await run(['local', '--help'], root)
  expect([help.code, help.err]).toEqual([0, ''])
  for (const flag of [
    '--host',
    '--port',
    '--allow-host',
    '--stage',
    '--payload',
    '--auth',
    '--auth-file',
    '--timeout',
    '--[no-]autoreload',
  ]) {
    expect(help.out).toContain(flag)
  }
})

const mistakes: ReadonlyArray<readonly [string, ReadonlyArray<string>, string]> = [
  ['no command', [], 'A command is missing: local or new or openapi or policy or routes. See calix --help.'],
  ['an unknown command', ['locla'], 'Unknown command locla. Did you mean local?'],
  ['an unknown option before a command', ['--verison'], 'Unknown command --verison. Did you mean --version?'],
  ['an unknown option', ['local', '--prot', '1'], 'Unknown option --prot. Did you mean --port?'],
  ['an option far from any', ['local', '--zzzzzzzzzz'], 'Unknown option --zzzzzzzzzz.'],
  ['an inherited name as an option', ['local', '--constructor'], 'Unknown option --constructor.'],
  [
    'a missing value',
    ['local', '--stage', '--port', '1'],
    '--stage takes a value: the stage that events name (default dev).',
  ],
  ['a value for a switch', ['local', '--autoreload=yes'], '--autoreload takes no value.'],
  [
    'a port that is none',
    ['local', '--port', '70000'],
    "--port takes a whole number from 0 to 65535, not '70000'.",
  ],
  [
    'a time limit that is none',
    ['local', '--timeout', '1e3'],
    "--timeout takes a whole number from 1 to 900, not '1e3'.",
  ],
  [
    'an unknown payload',
    ['local', '--payload', 'htp'],
    "--payload takes rest, http, 1.0, 2.0, not 'htp'. Did you mean http?",
  ],
  [
    'an unknown way to authenticate',
    ['local', '--auth', 'strikt'],
    "--auth takes local, strict, off, not 'strikt'. Did you mean strict?",
  ],
  [
    'a stage that is none',
    ['local', '--stage', 'a/b'],
    "--stage takes letters, digits, - and _, or $default, not 'a/b'.",
  ],
  [
    'an address of another machine',
    ['local', 'handler.ts', '--host', '192.0.2.1'],
    '192.0.2.1 is not an address of this machine: choose another with --host, such as 127.0.0.1.',
  ],
  [
    'an allowed host with its port',
    ['local', '--allow-host', 'a.example', '--allow-host', 'https://b.example'],
    "--allow-host takes a name without scheme and port, such as my.tunnel.example, not 'https://b.example'.",
  ],
  [
    'an allowed host without a name',
    ['local', '--allow-host'],
    '--allow-host takes a value: a name that a tunnel gives this server, without scheme and port; may come more than once.',
  ],
  ['two entries', ['local', 'a.ts', 'b.ts'], "One entry at a time: 'b.ts' is one too many."],
  [
    'a missing entry',
    ['local', 'absent.ts'],
    'No such entry: absent.ts. Name the file that exports the app, such as calix local app.ts',
  ],
  [
    'no entry',
    ['local', 'nothing'],
    'No entry in nothing: looked for app.ts, src/app.ts, index.ts, … Name one: calix local path/to/app.ts',
  ],
  [
    'an entry without an app',
    ['local', 'empty.ts'],
    'empty.ts exports no app and no handler: export an app, `export const app = calix(…)`, or a handler, `export const handler = lambda(app)`.',
  ],
  [
    'routes of a handler without an app',
    ['routes', 'handler.ts'],
    'handler.ts exports no app with routes: its handler is not made by lambda(app).',
  ],
]
test.each(mistakes)('%s is one line on stderr and exit code 1', async (_, args, line) => {
  const { root } = project({
    'empty.ts': 'export const nothing = 1',
    'handler.ts': saying('one'),
    'nothing/here.ts': '',
  })
  expect(await run(args, root)).toEqual({ code: 1, out: '', err: `${line}\n` })
})

test('an entry that does not build prints file, line and frame, and exits', async () => {
  const { root } = project({ 'app.ts': 'const fine = 1\nconst = 2' })
  const { code, err } = await run(['local'], root)
  expect(code).toBe(1)
  expect(err).toContain('app.ts:2:6')
  expect(err).toContain('const = 2')
})

test('a taken port', async () => {
  const { root } = project({ 'app.ts': saying('one') })
  const taken = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void taken.close())
  await once(taken, 'listening')
  const address = taken.address()
  const port = address === null || typeof address === 'string' ? 0 : address.port
  expect(await run(['local', '--port', String(port)], root)).toEqual({
    code: 1,
    out: '',
    err: `127.0.0.1:${port} is taken: choose another port with --port, or any free one with --port 0.\n`,
  })
})

test('routes prints the table', async () => {
  const { root } = project({ 'src/app.ts': app })
  expect(await run(['routes'], root)).toEqual({ code: 0, out: `${TABLE}\n`, err: '' })
  expect((await run(['routes', 'src'], root)).out).toBe(`${TABLE}\n`)
})

test('local prints the table, where it serves, and a line a request', async () => {
  const { root } = project({ 'app.ts': app })
  const { out, printed, url } = await calixLocal(root)
  expect(out()).toBe(`${TABLE}\nServing on ${url}\n`)
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  await fetch(`${url}/objects/a%1b%5B2J?secret=1`)
  await fetch(`${url}/nowhere`, { method: 'DELETE' })
  await printed(/^GET \/objects\/a%1b%5B2J 200 \d+ ms\n/m)
  await printed(/^DELETE \/nowhere 404 \d+ ms\n$/m)
})

test('flags reach the event and the context', async () => {
  const { root } = project({
    'app.ts': `export const handler = async (event: unknown, context: { getRemainingTimeInMillis(): number }) => ({
      statusCode: 200, body: JSON.stringify({ event, left: context.getRemainingTimeInMillis() }) })`,
  })
  const { url } = await calixLocal(
    root,
    '--stage=prod',
    '--payload',
    'http',
    '--timeout',
    '9',
    '--host',
    'localhost',
  )
  expect(url).toMatch(/^http:\/\/localhost:/)
  const { event, left } = JSON.parse(await (await fetch(url)).text())
  expect([event.version, event.requestContext.stage, event.rawPath]).toEqual(['2.0', 'prod', '/prod/'])
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThanOrEqual(9000)
})

test('every --allow-host is a name that is answered for', async () => {
  const { root } = project({ 'app.ts': saying('one') })
  const { url } = await calixLocal(root, '--allow-host', 'a.example', '--allow-host=b.example')
  const asked = async (host: string): Promise<ReadonlyArray<number>> =>
    statuses(await exchangeRaw(url, `GET / HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`))
  expect([await asked('a.example'), await asked('b.example:444'), await asked('c.example')]).toEqual([
    [200],
    [200],
    [403],
  ])
})

test('what the app prints reaches the terminal', async () => {
  const { root } = project({
    'app.ts': `export const handler = async () => {
      console.log('to stdout')
      console.error('to stderr')
      return { statusCode: 200 }
    }`,
  })
  const { err, printed, url } = await calixLocal(root)
  await fetch(url)
  await printed('to stdout\n')
  await expect.poll(err).toBe('to stderr\n')
})

const slow = `export const handler = async (event: { path: string }) => {
  await new Promise((resolve) => setTimeout(resolve, event.path === '/slow' ? 1500 : 0))
  return { statusCode: 200, body: 'done' }
}`

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s drains: what is in flight is answered, then exit code 0',
  async (signal) => {
    const { root } = project({ 'app.ts': slow })
    const { child, ended, url } = await calixLocal(root)
    await fetch(url)
    const inFlight = fetch(`${url}/slow`)
    await new Promise((resolve) => setTimeout(resolve, 300))
    child.kill(signal)
    // npm passes on what the terminal has sent already: the same press, twice.
    child.kill(signal)
    const answer = await inFlight
    expect([answer.status, await answer.text()]).toEqual([200, 'done'])
    expect(await ended).toBe(0)
  },
)

test('a second Ctrl-C exits at once', async () => {
  const { root } = project({ 'app.ts': `export const handler = () => new Promise(() => {})` })
  const { child, ended, url } = await calixLocal(root)
  const inFlight = fetch(url).catch(() => 'cut off')
  await new Promise((resolve) => setTimeout(resolve, 300))
  child.kill('SIGINT')
  await new Promise((resolve) => setTimeout(resolve, 700))
  child.kill('SIGINT')
  expect(await ended).toBe(130)
  expect(await inFlight).toBe('cut off')
})
