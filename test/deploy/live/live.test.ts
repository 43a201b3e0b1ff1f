import { chmodSync, cpSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { projectFiles } from '../../../cli/template/project-files.ts'
import { toolchain } from '../../../cli/template/toolchain.ts'
import { answerSections } from '../../tutorial/answer-sections.ts'
import { type Caller, socketCaller } from '../../tutorial/caller.ts'
import { routingSections } from '../../tutorial/routing-sections.ts'
import { type Cloud, missingCloud, startCloud } from '../platform/cloud.ts'
import { functionsOf } from '../platform/functions.ts'
import { type SstProject, sstProject } from '../platform/project.ts'
import { usagePlansOf } from '../platform/rest-api.ts'
import { authenticationSection } from '../tutorial/authentication-section.ts'
import { clone } from '../tutorial/clone.ts'
import { makeCertificate, missingOpenssl } from './certificate.ts'
import { type Dev, startDev } from './dev.ts'
import { type EventApi, startEventApi } from './event-api.ts'
import { type LiveApi, startLiveApi } from './live-api.ts'
import { foreignStub } from './live-lambda.ts'
import { processesIn } from './processes.ts'

// It starts and stops a dozen processes that watch files: it is asked for, and not a part of every run.
const unasked = process.env.LIVE === '1' ? undefined : 'npm run live runs it'
const missing = unasked ?? missingCloud() ?? missingOpenssl() ?? foreignStub()
if (missing !== undefined) console.log(`sst dev is not run: ${missing}.`)

const repository = join(import.meta.dirname, '../../..')

const edit = (project: SstProject, file: string, before: string, after: string): void => {
  const text = readFileSync(join(project.root, file), 'utf8')
  if (!text.includes(before)) throw new Error(`There is no ${before} in ${file}`)
  project.write(file, text.replace(before, after))
}

/** The repository, whose command serves on any free port. */
const tutorial = (): SstProject => {
  const project = clone()
  edit(project, 'sst.config.ts', 'npm start -- ', 'npm start -- --port 0 ')
  // By this file it knows that all is installed.
  const installed = 'node_modules/.package-lock.json'
  cpSync(join(repository, installed), join(project.root, installed))
  return project
}

/** What `calix new` writes, with calix from its sources: its command serves on any free port. */
const newProject = (): SstProject => {
  const project = sstProject(projectFiles('hello', toolchain()))
  const paths = { calix: [join(repository, 'src/index.ts')], 'calix/*': [join(repository, '*/index.ts')] }
  project.write('tsconfig.json', JSON.stringify({ compilerOptions: { paths } }))
  mkdirSync(join(project.root, 'node_modules/.bin'))
  const command = 'node_modules/.bin/calix'
  const main = join(repository, 'cli/main.ts')
  project.write(command, `#!/bin/sh\nexec node --conditions=calix-source '${main}' "$@" --port 0\n`)
  chmodSync(join(project.root, command), 0o755)
  return project
}

describe.skipIf(missing !== undefined).each([
  {
    name: 'the tutorial',
    make: tutorial,
    command: /npm start -- --port 0 --stage ada$/,
    functions: ['TutorialAuthorizerDemo', 'TutorialFunction'],
    source: 'examples/tutorial/hello.ts',
    signal: 'SIGINT',
  },
  {
    name: 'a new project',
    make: newProject,
    command: /npx calix local app\.ts .*--stage ada\b/,
    functions: ['HelloFunction'],
    source: 'app.ts',
    signal: 'SIGTERM',
  },
] as const)('sst dev of $name', { timeout: 120_000 }, ({ make, command, functions, source, signal }) => {
  let cloud: Cloud
  let events: EventApi
  let project: SstProject
  let dev: Dev
  let live: LiveApi
  let local: string
  const call: Caller = (...request) => live.call(...request)
  const here: Caller = (...request) => socketCaller(local)(...request)

  beforeAll(async () => {
    cloud = await startCloud()
    const certificate = makeCertificate(cloud.folder)
    events = await startEventApi(certificate)
    project = make()
    dev = await startDev({ project: project.root, stage: 'ada', cloud, events, certificate })
    local = (await dev.until(/Serving on (http:\S+)/))[1] ?? ''
    live = await startLiveApi({ planned: dev.deployed(), cloud, certificate })
  }, 180_000)
  afterAll(async () => {
    dev?.end()
    await live?.close()
    await events?.close()
    project?.remove()
    await cloud?.close()
  })

  test('deploys a stage of its own, in which every function is a stub', () => {
    const { outputs } = dev.deployed()
    expect(outputs.url).toMatch(/^https:\/\/\w+\.execute-api\.us-east-1\.amazonaws\.com\/ada\/$/)
    expect(dev.printed()).toContain(`url: ${outputs.url}`)
    const deployed = functionsOf(dev.deployed())
    expect(deployed.map(({ name }) => name)).toEqual(functions)
    for (const { resource } of deployed) {
      expect(resource.inputs).toMatchObject({
        handler: 'bootstrap',
        runtime: expect.stringMatching(/^provided\./),
      })
      expect(resource.inputs.description).toMatch(/\(live\)$/)
    }
  })

  test('serves the app here as well, by one command', async () => {
    expect(processesIn(project.root).map((each) => each.command)).toContainEqual(
      expect.stringMatching(command),
    )
    expect(await here('GET', '/')).toMatchObject({ status: 200, text: '{"hello":"world"}' })
  })

  test('runs the code of the folder for the deployed function', async () => {
    expect(await call('GET', '/')).toMatchObject({ status: 200, text: '{"hello":"world"}' })
  })

  if (make === tutorial)
    describe('answers live as the tutorial says', () => {
      routingSections(call)
      answerSections(call)
      authenticationSection(call, () => usagePlansOf(dev.deployed())[0]?.keys[0]?.value ?? '')
    })

  test('follows an edit, live and here', async () => {
    edit(project, source, "'world'", "'everybody'")
    // What is invoked while sst changes its workers is lost, until Lambda gives it up.
    await dev.until(/~ {2}Deploy[\s\S]*~ {2}Deploy/)
    await dev.settled()
    for (const each of [call, here])
      await expect
        .poll(async () => (await each('GET', '/')).text, { timeout: 30_000 })
        .toBe('{"hello":"everybody"}')
  })

  test(`ends with every process that it has started, told by ${signal}`, async () => {
    // Stopped while it deploys, sst now and then forgets the command that it has started.
    await dev.settled()
    const before = processesIn(project.root)
    for (const part of ['sst dev', 'esbuild', 'local'])
      expect(before.map((each) => each.command)).toContainEqual(expect.stringContaining(part))
    expect(await dev.stop(signal)).toBe(0)
    await expect.poll(() => processesIn(project.root), { timeout: 15_000 }).toEqual([])
    await expect(fetch(local)).rejects.toThrow('fetch failed')
  })
})
