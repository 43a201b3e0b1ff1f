import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { functionsOf, permissionsOf } from '../platform/functions.ts'
import { type Plan, plan } from '../platform/plan.ts'
import { missingPlatform, type SstProject, sstProject } from '../platform/project.ts'
import { byType, countsOf } from '../platform/resources.ts'
import {
  authorizersOf,
  gatewayResponsesOf,
  methodsOf,
  restStagesOf,
  usagePlansOf,
} from '../platform/rest-api.ts'
import { roleAt } from '../platform/roles.ts'

const missing = missingPlatform()
if (missing !== undefined) console.log(`The plan harness is not tried: ${missing}.`)

const HANDLER = "export const handler = async () => ({ statusCode: 200, body: 'hello' })\n"
const config = (run: string, app = "{ name: 'probe', home: 'aws' }"): Record<string, string> => ({
  'sst.config.ts': `export default $config({ app: () => (${app}), async run() { ${run} } })`,
  'index.ts': HANDLER,
})

describe.skipIf(missing !== undefined)('a plan', () => {
  const projects: SstProject[] = []
  const made = (source: Readonly<Record<string, string>> | string): SstProject => {
    const project = sstProject(source)
    projects.push(project)
    return project
  }
  const planned = (files: Readonly<Record<string, string>>, stage = 'dev'): Promise<Plan> =>
    plan({ project: made(files).root, stage })
  afterAll(() => {
    for (const { remove } of projects) remove()
  })

  describe('of a REST API', () => {
    let rest: SstProject
    let prod: Plan
    beforeAll(async () => {
      rest = made(join(import.meta.dirname, 'fixtures/rest'))
      prod = await plan({ project: rest.root, stage: 'prod', environment: { GREETING: 'good day' } })
    })

    test('has each method on its whole path, with who lets a caller in and what answers', () => {
      const methods = methodsOf(prod).map(
        ({ method, path, authorization, apiKeyRequired, authorizer, ...rest }) => ({
          route: `${method} ${path}`,
          authorization,
          apiKeyRequired,
          authorizer: authorizer?.name,
          type: rest.integrationType,
          build: rest.function?.build?.handler,
        }),
      )
      expect(methods).toEqual([
        {
          route: 'GET /',
          authorization: 'NONE',
          apiKeyRequired: false,
          authorizer: undefined,
          type: 'AWS_PROXY',
          build: 'src/hello.handler',
        },
        {
          route: 'POST /cities/{city}/mayors',
          authorization: 'CUSTOM',
          apiKeyRequired: true,
          authorizer: expect.stringContaining('Door'),
          type: 'AWS_PROXY',
          build: 'src/city.handler',
        },
      ])
    })

    test('has the authorizer with its function, and nothing of the gateway’s own when CORS is off', () => {
      expect(authorizersOf(prod)).toMatchObject([{ type: 'TOKEN', ttl: 30 }])
      expect(authorizersOf(prod)[0]?.function?.build?.handler).toBe('src/door.handler')
      expect(gatewayResponsesOf(prod)).toEqual([])
    })

    test('has the functions with their settings, and roles whose policies are documents', () => {
      const hello = functionsOf(prod).find(({ build }) => build?.handler === 'src/hello.handler')
      expect(hello).toMatchObject({
        memory: 512,
        timeout: 20,
        environment: { GREETING: 'good day' },
        logRetention: 30,
      })
      const role = roleAt(prod, hello?.role)
      expect(role?.trust.statements[0]?.actions).toEqual(['sts:AssumeRole'])
      expect(role?.managed).toEqual(['arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'])
    })

    test('has stage, usage plan and key, whose values are the outputs', () => {
      expect(restStagesOf(prod)).toMatchObject([
        { name: 'prod', url: String(prod.outputs.url).replace(/\/$/, '') },
      ])
      expect(usagePlansOf(prod)).toMatchObject([
        {
          stages: ['prod'],
          throttle: { rateLimit: 10, burstLimit: 20 },
          keys: [{ value: prod.outputs.key }],
        },
      ])
    })

    test('lets only the gateway invoke the functions', () => {
      expect(permissionsOf(prod).map(({ principal }) => principal)).toEqual(
        Array(3).fill('apigateway.amazonaws.com'),
      )
      expect(permissionsOf(prod).every((permission) => permission.function !== undefined)).toBe(true)
    })

    test('is the same again, another for another stage', async () => {
      const options = { project: rest.root, environment: { GREETING: 'good day' } }
      expect((await plan({ ...options, stage: 'prod' })).resources).toEqual(prod.resources)
      const dev = await plan({ ...options, stage: 'dev' })
      expect(countsOf(dev)).toEqual(countsOf(prod))
      expect(dev.outputs.url).not.toBe(prod.outputs.url)
    })

    test('of `sst dev` has functions that forward their invocations', async () => {
      const dev = await plan({ project: rest.root, stage: 'dev', command: 'dev' })
      expect(dev.outputs).toMatchObject({ dev: true, command: 'deploy' })
      expect(dev.builds).toEqual([])
      expect(functionsOf(dev).map(({ runtime }) => runtime)).toEqual(Array(3).fill('provided.al2023'))
    })
  })

  test('puts sst and aws in scope of packages’ .js files, and of no .mjs', async () => {
    const files = config(`
      const { js } = await import('pack/js'), { mjs } = await import('pack/mjs')
      return { js: js(), mjs: mjs() }`)
    const { outputs } = await planned({
      ...files,
      'node_modules/pack/package.json':
        '{"type":"module","exports":{"./js":"./pack.js","./mjs":"./pack.mjs"}}',
      'node_modules/pack/pack.js': 'export const js = () => [typeof sst, typeof aws, typeof $app]',
      'node_modules/pack/pack.mjs': 'export const mjs = () => [typeof sst, typeof aws, typeof $app]',
    })
    expect(outputs).toEqual({ js: ['object', 'object', 'object'], mjs: ['undefined', 'undefined', 'object'] })
  })

  test('unwraps secrets, and answers look-ups', async () => {
    const { outputs, resources } = await planned(
      config(`
        const caller = await aws.getCallerIdentity()
        const parameter = new aws.ssm.Parameter('Secret', { type: 'SecureString', value: $util.secret('hush') })
        const document = aws.iam.getPolicyDocumentOutput({
          statements: [{ actions: ['s3:GetObject', 's3:PutObject'], resources: ['*'], conditions: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['true'] }] }],
        })
        return { account: caller.accountId, value: parameter.value, document: document.json.apply(JSON.parse) }`),
    )
    expect(outputs).toEqual({
      account: '123456789012',
      value: 'hush',
      document: {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Action: ['s3:PutObject', 's3:GetObject'],
            Resource: '*',
            Condition: { Bool: { 'aws:SecureTransport': 'true' } },
          },
        ],
      },
    })
    expect(byType({ resources }, 'ssm/parameter:Parameter')[0]?.inputs.value).toBe('hush')
  })

  test.concurrent.each([
    ['an exception in run()', "throw new Error('no such stage')", /no such stage/],
    [
      'what a component refuses',
      "new sst.aws.ApiGatewayV1('Api').route('FETCH /', 'index.handler')",
      /Invalid method FETCH in route FETCH \//,
    ],
    ['an error inside an output', "$output(1).apply(() => { throw new Error('too late') })", /too late/],
    ['a rejected promise', "Promise.reject(new Error('left alone'))", /left alone/],
    [
      'a handler that is nowhere',
      "new sst.aws.Function('F', { handler: 'nowhere.handler' })",
      /Handler not found: nowhere\.handler/,
    ],
    [
      'a name twice',
      "for (const _ of [1, 2]) new aws.sns.Topic('Twice')",
      /Duplicate resource URN '.*Twice'/,
    ],
    [
      'a look-up that nothing is known of',
      "await aws.ec2.getAmi({ owners: ['self'] })",
      /does not know what AWS answers/,
    ],
    ['a promise that never settles', 'await new Promise(() => {})', /never settles/],
  ])('rejects with %s', async (_, run, message) => {
    await expect(planned(config(run))).rejects.toThrow(message)
  })

  test('reads .env files as the CLI does', async () => {
    const files = config(
      'return { stage: process.env.FROM_STAGE, both: process.env.FROM_BOTH, given: process.env.GIVEN }',
    )
    const project = made({
      ...files,
      '.env': 'FROM_BOTH=base\nGIVEN=file',
      '.env.qa': 'FROM_STAGE=qa\nFROM_BOTH=qa',
    })
    const { outputs } = await plan({ project: project.root, stage: 'qa', environment: { GIVEN: 'given' } })
    expect(outputs).toEqual({ stage: 'qa', both: 'qa', given: 'given' })
  })

  test('rejects what app() gets wrong, and top-level imports', async () => {
    await expect(planned(config('', "{ name: 'a b', home: 'aws' }"))).rejects.toThrow(/'a b'/)
    const files = config('')
    const importing = { ...files, 'sst.config.ts': `import './index.ts'\n${files['sst.config.ts']}` }
    await expect(planned(importing)).rejects.toThrow(/top level imports/)
  })

  test('of 60 functions and 400 resources has every one', async () => {
    const plan = await planned(
      config(`
        const api = new sst.aws.ApiGatewayV1('Api', { cors: false })
        for (let n = 0; n < 60; n++) api.route(\`GET /items/\${n}\`, { handler: 'index.handler' })
        api.deploy()`),
    )
    expect(methodsOf(plan).filter(({ function: answering }) => answering !== undefined)).toHaveLength(60)
    expect(plan.builds).toHaveLength(60)
    expect(plan.resources.length).toBeGreaterThan(400)
  })
})
