import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { bundlesOf } from './deploy/platform/bundles.ts'
import { missingCloud, startCloud } from './deploy/platform/cloud.ts'
import { deploy } from './deploy/platform/deploy.ts'
import { functionsOf } from './deploy/platform/functions.ts'
import { startLambda } from './deploy/platform/lambda.ts'
import { type Plan, plan } from './deploy/platform/plan.ts'
import { linkPlatform, missingPlatform } from './deploy/platform/project.ts'
import { methodsOf, restApisOf, restStagesOf } from './deploy/platform/rest-api.ts'
import { roleAt } from './deploy/platform/roles.ts'
import { environment, pack, run, unpack } from './support/packed.ts'

// What `calix new` of the published package makes, as its user goes on: installed from the registry with calix as it is
// packed, tested, type-checked, served and planned. Nothing of the repository is in its path, not even its Node.

const shell = process.platform === 'win32'

let home: string
let project: string
/** Why it could not be installed here, where that is no fault of the project. */
let unreachable: string | undefined

const EVENT = {
  httpMethod: 'GET',
  path: '/',
  headers: {},
  requestContext: { stage: 'prod', identity: {}, resourcePath: '/' },
  resource: '/',
}

const UNREACHABLE = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b/

beforeAll(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'calix-new-')))
  const tarball = await pack(home)
  const made = await run(process.execPath, [await unpack(tarball, home), 'new', 'hello'], home)
  expect(made).toEqual({ code: 0, said: expect.stringContaining('cd hello\n  npm install\n') })
  project = join(home, 'hello')
  // The version of calix that package.json names is this one; it need not be in the registry yet.
  const flags = ['--no-save', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']
  const { code, said } = await run('npm', ['install', ...flags, tarball], project)
  if (code === 0) return
  unreachable = UNREACHABLE.exec(said)?.[0]
  if (unreachable === undefined) throw new Error(`npm install ended with ${code}:\n${said}`)
  console.log(`The new project is not tried: the package registry cannot be reached (${unreachable}).`)
}, 300_000)

beforeEach(({ skip }) => {
  if (unreachable !== undefined) skip(`the package registry cannot be reached (${unreachable})`)
})

afterAll(() => rm(home, { recursive: true, force: true }))

describe('a new project', { timeout: 120_000 }, () => {
  it('has the versions that its package.json names', () => {
    const manifest = (...path: ReadonlyArray<string>) =>
      JSON.parse(readFileSync(join(project, ...path, 'package.json'), 'utf8'))
    const { dependencies, devDependencies } = manifest()
    const pinned = Object.entries({ ...dependencies, ...devDependencies })
    expect(pinned.map(([name]) => [name, manifest('node_modules', name).version])).toEqual(pinned)
  })

  it('brings the Node that Lambda runs', async () => {
    expect((await run('npx', ['node', '--version'], project)).said).toMatch(/^v24\./m)
  })

  it('has tests that pass, after its types have been checked', async () => {
    const { code, said } = await run('npm', ['test'], project)
    expect(said).toMatch(/Tests {2}6 passed \(6\)/)
    expect(code).toBe(0)
  })

  it('has settings that find mistakes', async () => {
    expect(await run('npx', ['tsc'], project)).toMatchObject({ code: 0 })
    const wrong = join(project, 'wrong.ts')
    writeFileSync(
      wrong,
      `import { get, route } from 'calix'\nroute(get('/:city'), ({ params }) => params.town)\n`,
    )
    const { said } = await run('npx', ['tsc'], project)
    await rm(wrong)
    expect(said).toMatch(/^wrong\.ts\(2,\d+\): error TS2339/m)
  })
})

describe('served by npm start', { timeout: 120_000 }, () => {
  it('answers its route', async () => {
    // A group of processes, because npm starts a shell that starts Node.
    const server = spawn('npm', ['start', '--', '--port', '0'], {
      cwd: project,
      env: environment(),
      shell,
      detached: !shell,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const ended = once(server, 'close')
    try {
      const url = await new Promise<string>((resolve, reject) => {
        let said = ''
        server.stdout.setEncoding('utf8').on('data', (chunk) => {
          said += chunk
          const [, found] = /Serving on (\S+)\n/.exec(said) ?? []
          if (found !== undefined) resolve(found)
        })
        server.on('close', () => reject(new Error(`it ended after ${said}`)))
      })
      const answer = await fetch(url)
      expect([answer.status, await answer.json()]).toEqual([200, { hello: 'world' }])
    } finally {
      if (shell || server.pid === undefined) server.kill()
      else process.kill(-server.pid, 'SIGTERM')
      await ended
    }
  })
})

const missing = missingPlatform()
if (missing !== undefined) console.log(`The deployment of a new project is not planned: ${missing}.`)

describe.skipIf(missing !== undefined)('its deployment', { timeout: 120_000 }, () => {
  let prod: Plan

  beforeAll(async () => {
    if (unreachable !== undefined) return
    linkPlatform(project)
    prod = await plan({ project, stage: 'prod' })
  }, 120_000)

  it('has one function, of the handler of app.ts, on the Node that the project brings', () => {
    const functions = functionsOf(prod)
    expect(functions).toMatchObject([{ runtime: 'nodejs24.x', build: { handler: 'app.handler' } }])
    const [{ functionName = '', role } = {}] = functions
    expect(functionName).toMatch(/^hello-prod-/)
    expect(roleAt(prod, role)?.trust.statements.map(({ principal }) => principal)).toEqual([
      { Service: 'lambda.amazonaws.com' },
    ])
  })

  it('has a REST API with the route, and a stage of that name', () => {
    expect(restApisOf(prod)).toHaveLength(1)
    const methods = methodsOf(prod).map(
      ({ method, path, authorization, function: { build } = {} }) =>
        `${method} ${path} ${authorization} ${build?.handler}`,
    )
    expect(methods).toContain('GET / NONE app.handler')
    expect(restStagesOf(prod).map(({ url }) => url)).toEqual([expect.stringMatching(/\/prod$/)])
  })

  it('is an app of the project’s name, and says where it is', () => {
    expect(prod.app).toMatchObject({ name: 'hello', removal: 'retain' })
    const url = expect.stringMatching(/^https:\/\/\w+\.execute-api\.us-east-1\.amazonaws\.com\/prod\/$/)
    expect(prod.outputs).toMatchObject({ url, curl: `curl -i ${prod.outputs.url}` })
  })

  it('plans for any other stage as well, which is removed whole', async () => {
    const other = await plan({ project, stage: 'ada' })
    expect(other.app).toMatchObject({ removal: 'remove' })
    expect(other.resources.length).toBe(prod.resources.length)
  })

  it('is type-checked once SST is laid, and nothing but a mistake is found', async () => {
    const config = join(project, 'sst.config.ts')
    const text = readFileSync(config, 'utf8')
    writeFileSync(config, text.replace("'app.handler')", "'app.handler', { lambdaTimeout: '10' })"))
    const { said } = await run('npm', ['run', '--silent', 'types'], project)
    writeFileSync(config, text)
    expect(said.match(/^.*error TS\d+/gm)).toEqual([
      expect.stringMatching(/^sst\.config\.ts\(\d+,\d+\): error TS2322$/),
    ])
  })
})

const missingAccount = missingCloud()
if (missingAccount !== undefined) console.log(`A new project is not deployed: ${missingAccount}.`)

describe.skipIf(missingAccount !== undefined)('deployed by sst', { timeout: 120_000 }, () => {
  it('answers its route from the bundle, and still has types that hold', async () => {
    linkPlatform(project)
    const cloud = await startCloud()
    try {
      const deployed = await deploy({ project, stage: 'prod', cloud })
      expect(deployed).toMatchObject({ code: 0, errors: [] })
      const [bundle] = bundlesOf(deployed)
      if (bundle === undefined) throw new Error('The function has no bundle.')
      const lambda = startLambda(bundle)
      try {
        expect(await lambda.invoke(EVENT)).toMatchObject({ statusCode: 200, body: '{"hello":"world"}' })
      } finally {
        await lambda.close()
      }
    } finally {
      await cloud.close()
    }
    // SST leaves declarations in the project, which the compiler reads from then on.
    expect(existsSync(join(project, 'sst-env.d.ts'))).toBe(true)
    expect(await run('npm', ['run', '--silent', 'types'], project)).toEqual({ code: 0, said: '' })
  })
})
