import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { answerSections } from '../../tutorial/answer-sections.ts'
import type { Caller } from '../../tutorial/caller.ts'
import { routingSections } from '../../tutorial/routing-sections.ts'
import { type Cloud, missingCloud, startCloud } from '../platform/cloud.ts'
import { type Deployment, deploy } from '../platform/deploy.ts'
import { functionsOf } from '../platform/functions.ts'
import type { SstProject } from '../platform/project.ts'
import type { Registration } from '../platform/registration.ts'
import { usagePlansOf } from '../platform/rest-api.ts'
import { alike } from './alike.ts'
import { authenticationSection } from './authentication-section.ts'
import { clone } from './clone.ts'
import { comparisonSection } from './comparison-section.ts'
import { type Answering, answering } from './deployed-tutorial.ts'
import type { Reading } from './gateway.ts'
import { type LocalTutorial, localTutorial } from './local-tutorial.ts'

const missing = missingCloud()
if (missing !== undefined) console.log(`The tutorial is not deployed: ${missing}.`)

const repository = join(import.meta.dirname, '../../..')
const ORIGIN = { origin: 'http://allowed1.example.com' }

describe.skipIf(missing !== undefined)('the tutorial, deployed by the real sst', { timeout: 120_000 }, () => {
  let cloud: Cloud
  let project: SstProject
  let deployed: Deployment
  const run = (command: 'deploy' | 'remove'): Promise<Deployment> =>
    deploy({ project: project.root, stage: 'prod', cloud, command })

  beforeAll(async () => {
    cloud = await startCloud()
    project = clone()
    deployed = await run('deploy')
  }, 120_000)
  afterAll(async () => {
    project?.remove()
    await cloud?.close()
  })

  /** The planned API key's value, as `aws apigateway get-api-key --include-value` would tell it. */
  const key = (): string => usagePlansOf(deployed)[0]?.keys[0]?.value ?? ''

  test('ends well, and prints the URL, the curl that tries it, and the functions', () => {
    expect(deployed).toMatchObject({ code: 0, errors: [] })
    const { url, curl } = deployed.outputs
    expect(url).toMatch(/^https:\/\/\w+\.execute-api\.us-east-1\.amazonaws\.com\/prod\/$/)
    expect(curl).toBe(`curl -i ${url}`)
    const arns = functionsOf(deployed).map(({ arn }) => arn)
    expect(arns).toHaveLength(2)
    for (const line of [`url: ${url}`, `curl: ${curl}`]) expect(deployed.printed).toContain(line)
    for (const arn of arns) expect(deployed.printed).toMatch(new RegExp(`^ +function.*: ${arn}$`, 'm'))
    expect(deployed.printed).not.toContain(key())
  })

  describe('answers as the tutorial says', () => {
    let tutorial: Answering
    const call: Caller = (...request) => tutorial.call(...request)

    beforeAll(async () => {
      tutorial = await answering(deployed)
    })
    afterAll(() => tutorial?.close())

    routingSections(call)
    answerSections(call)
    authenticationSection(call, key)

    test('the curl that has been printed is answered', async () => {
      const { pathname } = new URL(String(deployed.outputs.curl).replace(/^curl -i /, ''))
      expect(pathname).toMatch(/^\/prod\//)
      expect(await call('GET', pathname.replace(/^\/prod/, ''))).toMatchObject({ status: 200 })
    })

    test('the authorizer is asked once for a token', async () => {
      const fresh = await answering(deployed)
      onTestFinished(fresh.close)
      const ask = (token: string, method = 'GET') =>
        fresh.call(method, '/built-in', { headers: { authorization: token } })
      expect(await ask('allow')).toMatchObject({ status: 200 })
      expect(await ask('allow', 'HEAD')).toMatchObject({ status: 200 })
      expect(fresh.invocations('TutorialAuthorizerDemo')).toBe(1)
      expect(await ask('deny')).toMatchObject({ status: 403 })
      expect(await ask('deny')).toMatchObject({ status: 403 })
      expect(fresh.invocations('TutorialAuthorizerDemo')).toBe(2)
      // Whom it does not know is asked about again.
      expect(await ask('else')).toMatchObject({ status: 401 })
      expect(await ask('else')).toMatchObject({ status: 401 })
      expect(fresh.invocations('TutorialAuthorizerDemo')).toBe(4)
      expect(fresh.invocations('TutorialFunction')).toBe(2)
    })
  })

  describe('lets nobody in by another spelling of a path', () => {
    test.each<Reading>(['as sent', 'decoded'])('where the gateway reads paths %s', async (reading) => {
      const { call, close } = await answering(deployed, { reading })
      onTestFinished(close)
      for (const path of ['authenticated', 'iam-role', 'user-pools', 'custom-auth', 'built-in']) {
        const encoded = `%${path.charCodeAt(0).toString(16)}${path.slice(1)}`
        for (const target of [`/${encoded}`, `/${path}/`, `//${path}`, `/${path}?x=/`, `/${path}%3F`])
          for (const method of ['GET', 'HEAD']) {
            const { status } = await call(method, target)
            expect([401, 403, 404], `${method} ${target} → ${status}`).toContain(status)
          }
      }
    })
  })

  describe('answers what has been deployed and nothing else', () => {
    const without = async (
      isGone: (resource: Registration) => boolean,
      change: (resource: Registration) => Registration = (resource) => resource,
    ): Promise<Caller> => {
      const left = deployed.resources.filter((resource) => !isGone(resource))
      const { call, close } = await answering(deployed, { resources: left.map(change) })
      onTestFinished(close)
      return call
    }
    const isOf =
      (...types: ReadonlyArray<string>) =>
      ({ type }: Registration): boolean =>
        types.some((each) => type.endsWith(`:${each}`))
    const none = (): boolean => false

    test('without its permissions the gateway can neither call the app nor ask the authorizer', async () => {
      const call = await without(isOf('Permission'))
      const failed = { status: 500, text: expect.stringContaining('InternalServerError') }
      expect(await call('GET', '/')).toMatchObject(failed)
      const headers = { authorization: 'allow' }
      expect(await call('GET', '/built-in', { headers })).toMatchObject(failed)
    })

    test('without its gateway responses the gateway speaks for itself', async () => {
      const call = await without(isOf('Response'))
      const answer = await call('GET', '/authenticated', { headers: ORIGIN })
      expect(answer).toMatchObject({ status: 403, text: '{"message":"Forbidden"}' })
      expect(answer.headers).not.toHaveProperty('access-control-allow-origin')
    })

    test('without its binary types a compressed answer comes as base64', async () => {
      const call = await without(none, (resource) =>
        isOf('RestApi')(resource)
          ? { ...resource, inputs: { ...resource.inputs, binaryMediaTypes: [] } }
          : resource,
      )
      const { text } = await call('GET', '/large', { headers: { 'accept-encoding': 'gzip' } })
      expect(Buffer.from(text, 'base64').subarray(0, 2)).toEqual(Buffer.from([0x1f, 0x8b]))
    })

    test.each([
      ['methods', 'Method', '/', 403, 'ForbiddenError: Missing Authentication Token'],
      ['integrations', 'Integration', '/', 403, 'ForbiddenError: Missing Authentication Token'],
      ['gateway responses', 'Response', '/authenticated', 403, '{"message":"Forbidden"}'],
      ['authorizers', 'Authorizer', '/built-in', 500, 'InternalServerError'],
    ])('%s that its deployment does not wait for are not there', async (_, type, target, status, text) => {
      const forgotten = new Set(deployed.resources.filter(isOf(type)).map(({ urn }) => urn))
      const call = await without(none, (resource) =>
        isOf('Deployment')(resource)
          ? { ...resource, dependencies: resource.dependencies.filter((urn) => !forgotten.has(urn)) }
          : resource,
      )
      const answer = await call('GET', target, { headers: { authorization: 'allow' } })
      expect(answer).toMatchObject({ status, text: expect.stringContaining(text) })
    })
  })

  describe('answers locally as deployed', () => {
    let tutorial: Answering
    let local: LocalTutorial
    const call: Caller = (...request) => alike(tutorial.call, local.call)(...request)

    beforeAll(async () => {
      const known = key()
      tutorial = await answering(deployed)
      local = await localTutorial(known)
    }, 60_000)
    afterAll(async () => {
      await local?.close()
      await tutorial?.close()
    })

    routingSections(call)
    answerSections(call)

    comparisonSection(call, key)

    test('with nothing in doubt but the authorizer that is deployed elsewhere', () => {
      expect(local.doubts()).toEqual([expect.stringContaining('GET /custom-auth (custom)')])
    })
  })

  describe('afterwards', () => {
    test('nothing changes when it is deployed again', async () => {
      const { code, changes, changed } = await run('deploy')
      expect({ code, changes, changed }).toEqual({
        code: 0,
        changes: { same: deployed.resources.length },
        changed: [],
      })
    })

    test('sst remove leaves nothing', async () => {
      const { code, changes, resources } = await run('remove')
      expect({ code, changes, resources }).toEqual({
        code: 0,
        changes: { delete: deployed.resources.length },
        resources: [],
      })
    })

    test('the repository has nothing of it', () => {
      const state = readdirSync(join(repository, '.sst'))
      for (const name of ['artifacts', 'log', 'pulumi', 'outputs.json']) expect(state).not.toContain(name)
    })
  })
})
