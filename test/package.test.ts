import { execFile, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type BuildOptions, build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// The package as its users get it: packed, unpacked in a folder outside the repository, with nothing beside it but the
// dependencies that it declares.

const run = promisify(execFile)
const root = join(import.meta.dirname, '..')
const shell = process.platform === 'win32'

let home: string
let packed: ReadonlyArray<string>

const link = async (name: string): Promise<void> => {
  const target = join(home, 'node_modules', name)
  await mkdir(dirname(target), { recursive: true })
  await symlink(join(root, 'node_modules', name), target, 'junction')
}

const write = async (name: string, text: string): Promise<string> => {
  const file = join(home, name)
  await writeFile(file, text)
  return file
}

beforeAll(async () => {
  // The package manager would hide a failing build behind a warning; this shows its words.
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/build.ts')], {
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  expect(status).toBe(0)

  home = await mkdtemp(join(tmpdir(), 'calix-package-'))
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', home], { cwd: root, shell })
  const [{ filename, files }] = JSON.parse(stdout)
  packed = files.map(({ path }: { path: string }) => path)

  const folder = join(home, 'node_modules/calix')
  await mkdir(folder, { recursive: true })
  await run('tar', ['-xzf', join(home, filename), '-C', folder, '--strip-components=1'])
  const { dependencies } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'))
  await Promise.all(Object.keys(dependencies).map(link))
  await write('package.json', JSON.stringify({ name: 'user', private: true, type: 'module' }))
}, 120_000)

afterAll(() => rm(home, { recursive: true, force: true }))

const APP = `
import { BadRequestError, calix, get, lambda, post, route, routes, use } from 'calix'
import { compress, cors } from 'calix/middleware'

const index = route(get('/'), () => ({ hello: 'world' }))
const city = route(get('/cities/:city'), ({ params }) => {
  if (params.city !== 'seattle') throw new BadRequestError('Unknown city')
  return { state: 'WA' }
})
const users = route(post('/users'), ({ body }) => ({ body }))
const large = route(get('/large'), () => ({ x: 'x'.repeat(4000) }))

export const app = calix({ name: 'user' }, use(cors({ allowOrigin: '*' }), compress())(routes(index, city, users, large)))
export const handler = lambda(app)
`

const EVENT = {
  version: '2.0',
  routeKey: '$default',
  rawPath: '/',
  rawQueryString: '',
  headers: { accept: 'application/json', host: 'api.example.com' },
  requestContext: {
    domainName: 'api.example.com',
    http: { method: 'GET', path: '/', protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'test' },
    requestId: '1',
    stage: '$default',
  },
  isBase64Encoded: false,
}

const ANSWER = `
const { handler } = await import(process.argv[2])
const answer = await handler(${JSON.stringify(EVENT)}, { getRemainingTimeInMillis: () => 3000 })
`

describe('what ships', () => {
  it('is the build, the licences and the documents, and nothing else', () => {
    expect(packed.filter((path) => !path.startsWith('dist/')).sort()).toEqual([
      'LICENSE',
      'README.md',
      'package.json',
    ])
    expect(packed).toContain('dist/THIRD-PARTY-LICENSES')
    expect(packed.filter((path) => /(^|\/)(test|bench|examples)\/|\.test\./.test(path))).toEqual([])
  })

  it('names every package whose code it contains, with its licence', async () => {
    const text = await readFile(join(root, 'dist/THIRD-PARTY-LICENSES'), 'utf8')
    const sections = text.split(`\n${'-'.repeat(80)}\n`).slice(1)
    expect(sections.map((section) => section.trim().split(' ')[0])).toContain('@middy/core')
    for (const section of sections) expect(section).toMatch(/Copyright .*Permission is hereby granted/s)
  })

  it.skipIf(process.platform === 'win32')('has a command that can be executed', async () => {
    expect((await stat(join(home, 'node_modules/calix/dist/cli/main.js'))).mode & 0o111).toBe(0o111)
  })
})

describe('in bare Node, without a bundler', () => {
  it('imports at every door', async () => {
    const { exports } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))
    const doors = Object.keys(exports).filter((door) => door !== './package.json')
    const script = await write(
      'doors.mjs',
      `for (const door of ${JSON.stringify(doors)}) {
         const names = Object.keys(await import('calix' + door.slice(1)))
         console.log(door, names.length > 0)
       }`,
    )
    const { stdout } = await run(process.execPath, [script], { cwd: home })
    expect(stdout.trim().split('\n')).toEqual(doors.map((door) => `${door} true`))
  })

  it('answers a request', async () => {
    const app = await write('app.mjs', APP)
    const script = await write('answer.mjs', `${ANSWER}\nconsole.log(JSON.stringify(answer))`)
    const { stdout } = await run(process.execPath, [script, app], { cwd: home })
    expect(JSON.parse(stdout)).toMatchObject({ statusCode: 200, body: '{"hello":"world"}' })
  })
})

describe('bundled for Lambda', () => {
  const bundled = async (): Promise<string> => {
    const app = await write('app.mjs', APP)
    const outfile = join(home, 'bundle.mjs')
    const options = {
      bundle: true,
      format: 'esm',
      platform: 'node',
      mainFields: ['module', 'main'],
    } satisfies BuildOptions
    await build({
      ...options,
      entryPoints: [app],
      outfile,
      absWorkingDir: home,
      minify: true,
      keepNames: true,
    })
    return outfile
  }

  it('answers a GET without loading what only other requests use', async () => {
    const script = await write(
      'loaded.mjs',
      `const before = new Set(process.moduleLoadList)
       ${ANSWER}
       const loaded = process.moduleLoadList.filter((name) => !before.has(name))
       console.log(JSON.stringify({ status: answer.statusCode, loaded }))`,
    )
    const { stdout } = await run(process.execPath, [script, await bundled()], { cwd: home })
    const { status, loaded } = JSON.parse(stdout)
    expect(status).toBe(200)
    const costly = /undici|_http|\bhttp\b|zlib|NativeModule stream|webstreams/
    expect(loaded.filter((name: string) => costly.test(name))).toEqual([])
  })

  it('loads it when a request does use it', async () => {
    const script = await write(
      'used.mjs',
      `import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
       const { handler } = await import(process.argv[2])
       const event = ${JSON.stringify(EVENT)}
       const at = (rawPath, headers, rest) => handler({
         ...event, ...rest, rawPath, headers: { ...event.headers, ...headers },
         requestContext: { ...event.requestContext, http: { ...event.requestContext.http, method: rest?.method ?? 'GET', path: rawPath } },
       })
       const decode = { br: brotliDecompressSync, gzip: gunzipSync, zstd: zstdDecompressSync }
       const lengths = {}
       for (const coding in decode) {
         const answer = await at('/large', { 'accept-encoding': coding })
         lengths[answer.headers['content-encoding']] = decode[coding](Buffer.from(answer.body, 'base64')).length
       }
       const form = { 'content-type': 'application/x-www-form-urlencoded' }
       const json = { 'content-type': 'application/json' }
       console.log(JSON.stringify({
         lengths,
         form: JSON.parse((await at('/users', form, { method: 'POST', body: 'a=1&a=2' })).body),
         hostile: (await at('/users', json, { method: 'POST', body: '{"__proto__":{"a":1}}' })).statusCode,
       }))`,
    )
    const { stdout } = await run(process.execPath, [script, await bundled()], { cwd: home })
    expect(JSON.parse(stdout)).toEqual({
      lengths: { br: 4008, gzip: 4008, zstd: 4008 },
      form: { body: { a: ['1', '2'] } },
      hostile: 400,
    })
  })
})

describe('type checking for its users', () => {
  const compilers = { 'TypeScript 7': 'typescript/bin/tsc', 'TypeScript 5.9': 'typescript-5/bin/tsc' }
  const resolutions = [
    { module: 'nodenext', moduleResolution: 'nodenext' },
    { module: 'esnext', moduleResolution: 'bundler' },
  ]
  const combinations = Object.entries(compilers).flatMap(([name, tsc]) =>
    resolutions.map((resolution) => ({ name, tsc, ...resolution })),
  )

  const check = async (tsc: string, module: string, moduleResolution: string, source: string) => {
    await write('user.ts', source)
    const compilerOptions = {
      ...{ module, moduleResolution, target: 'es2024', strict: true, noEmit: true, skipLibCheck: true },
      ...{ exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, types: [] },
    }
    const project = await write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['user.ts'] }))
    const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules', tsc), '-p', project], {
      encoding: 'utf8',
    })
    return stdout
  }

  it.each(combinations)('$name, $moduleResolution', async ({ tsc, module, moduleResolution }) => {
    const doors = `import { client } from 'calix/testing'\nimport * as local from 'calix/local'\nvoid local\n`
    const uses = `void client(app).get('/cities/seattle').then((answer) => answer.status satisfies number)\n`
    expect(await check(tsc, module, moduleResolution, doors + APP + uses)).toBe('')

    // Had the types fallen apart to \`any\`, this would pass as well.
    const wrong = `import { get, route } from 'calix'\nroute(get('/cities/:city'), ({ params }) => params.town)\n`
    expect(await check(tsc, module, moduleResolution, wrong)).toMatch(/TS2339|TS2551/)
  })
})
