import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appsProject, configText, deployCall } from './apps/project.ts'
import { type Plan, PlanError, plan } from './platform/plan.ts'
import { missingPlatform, type SstProject } from './platform/project.ts'
import { countsOf } from './platform/resources.ts'

const missing = missingPlatform()
if (missing !== undefined) console.log(`Refusals are not planned: ${missing}.`)

const tenMistakes = {
  functions: 'per-route',
  appname: 'shop',
  lambdaTimeout: '30',
  logRetentionInDays: 2,
  minimumCompressionSize: -1,
  environmentVariables: { TOKEN: 5 },
  tags: { 'aws:mine': 'no' },
  lambdaFunctions: { 'GET /item/:item': {} },
  stages: {
    prod: { gateway: 'htpp', manageIamRole: false, iamRoleARN: 'x' },
    qa: { lambdaMemorySize: 64 },
  },
}

/** Configurations that are refused, by what is wrong with them. */
const CALLS: Readonly<Record<string, string>> = {
  keysOnHttp: deployCall({ app: 'shop', configuration: { gateway: 'http' } }),
  keysOnUrl: deployCall({ app: 'shop', configuration: { gateway: 'url' } }),
  jwtOnRest: deployCall({ app: 'api' }),
  mixedUrl: `deploy((await import('./half.ts')).app, 'half.handler', { gateway: 'url' })`,
  perRouteUrl: deployCall({ app: 'open', configuration: { gateway: 'url', functions: 'per-route' } }),
  noFile: "deploy((await import('./open.ts')).app, 'src/missing.handler')",
  noExport: "deploy((await import('./open.ts')).app, 'open')",
  noApp: "deploy({}, 'open.handler')",
  noPolicy: deployCall({ app: 'open', configuration: { autogenPolicy: false, iamPolicyFile: 'none.json' } }),
  noJson: deployCall({ app: 'open', configuration: { autogenPolicy: false, iamPolicyFile: 'broken.json' } }),
  noStatement: deployCall({
    app: 'open',
    configuration: { autogenPolicy: false, iamPolicyFile: 'empty.json' },
  }),
  noResourcePolicy: deployCall({ app: 'open', configuration: { apiGatewayPolicyFile: 'none.json' } }),
  unknownStage: deployCall({ app: 'open', configuration: { stages: { dev: {}, prod1: {} } } }),
  noRole: deployCall({ app: 'open', configuration: { manageIamRole: false } }),
  keysOfHttp: deployCall({ app: 'open', configuration: { gateway: 'http', apiKeys: { web: {} } } }),
  privateDomain: deployCall({
    app: 'open',
    configuration: {
      apiGatewayEndpointType: 'PRIVATE',
      apiGatewayEndpointVpce: 'vpce-1',
      customDomain: {
        domainName: 'api.example.com',
        certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/c0ffee',
      },
    },
  }),
  tenMistakes: deployCall({ app: 'shop', configuration: tenMistakes }),
  ofEverySort: `deploy((await import('./shop.ts')).app, 'src/missing.handler', ${JSON.stringify({
    lambdaTimout: 5,
    gateway: 'http',
    autogenPolicy: false,
    iamPolicyFile: 'none.json',
    stages: { dev: {}, prod1: {} },
  })})`,
  stagesDiffer: deployCall({
    app: 'api',
    configuration: { stages: { dev: { gateway: 'http' }, local: { gateway: 'rest' } } },
  }),
  doubtfulGateway: deployCall({ app: 'api', configuration: { gateway: 'htpp' } }),
  doubtfulStage: deployCall({ app: 'api', configuration: { stages: { dev: {}, prod: 5 } } }),
  doubtfulStages: deployCall({ app: 'api', configuration: { stages: 'dev' } }),
}

const run = `
  const refusals = {}
  const calls = {
    ${Object.entries(CALLS)
      .map(([name, call]) => `${name}: async () => ${call}`)
      .join(',\n    ')}
  }
  for (const [name, call] of Object.entries(calls))
    try {
      await call()
      refusals[name] = { kind: 'deployed' }
    } catch (error) {
      refusals[name] = { kind: error.name, message: error.message, mistakes: error.mistakes }
    }
  return { refusals }`

const half = `
import { authorize, calix, get, iam, lambda, route } from 'calix'
export const app = calix({}, route(get('/open'), () => 1), route(authorize(iam())(get('/signed')), () => 1))
export const handler = lambda(app)
`

interface Refusal {
  readonly kind: string
  readonly message: string
  readonly mistakes: ReadonlyArray<{ readonly path: string; readonly message: string }>
}

describe.skipIf(missing !== undefined)('a configuration is refused', () => {
  let project: SstProject
  let planned: Plan
  beforeAll(async () => {
    project = appsProject({
      'sst.config.ts': configText(run),
      'alone.config.ts': configText(
        `return ${deployCall({ app: 'shop', configuration: { gateway: 'http' } })}`,
      ),
      'half.ts': half,
      'broken.json': '{',
      'empty.json': '{}',
    })
    planned = await plan({ project: project.root, stage: 'prod' })
  })
  afterAll(() => project?.remove())

  const refusalOf = (name: string): Refusal => {
    const all: Readonly<Record<string, Refusal>> = Object(planned.outputs.refusals)
    const found = all[name]
    if (found === undefined) throw new Error(`${name} has not been tried`)
    return found
  }
  const linesOf = (name: string): ReadonlyArray<string> =>
    refusalOf(name).mistakes.map(({ path, message }) => `${path}: ${message}`)

  test('before anything of the gateway is made', () => {
    expect(Object.keys(countsOf(planned)).filter((type) => /apigateway/i.test(type))).toEqual([])
  })

  test('when routes need what the gateway cannot do: a line for each need, with the gateways that can', () => {
    const http = linesOf('keysOnHttp')
    expect(http).toEqual([
      expect.stringMatching(
        /^gateway: POST \/items and DELETE \/items\/:item need apiKey\(\), .*'http' .* 'rest'/,
      ),
      expect.stringMatching(
        /^gateway: GET \/account and POST \/account need cognito\(…\), .* 'rest' .*jwt\(/,
      ),
    ])
    const url = linesOf('keysOnUrl')
    expect(url).toContainEqual(
      expect.stringMatching(/GET \/orders\/:order needs authorizer\(…\).*'rest' or 'http'/),
    )
    expect(url).toContainEqual(
      expect.stringMatching(/ANY \/staff\/\*rest needs custom\(…\).*'rest' or 'http'/),
    )
    expect(linesOf('jwtOnRest')).toEqual([
      expect.stringMatching(/GET \/me and POST \/items need jwt\(…\), .*'rest' cannot do: it takes 'http'/),
    ])
  })

  test('when a function URL is to ask some and not others, or to have several functions', () => {
    expect(linesOf('mixedUrl')).toEqual([
      expect.stringMatching(
        /^gateway: .*GET \/signed needs iam\(\) while GET \/open is open.*'rest' or 'http'/,
      ),
    ])
    expect(linesOf('perRouteUrl')).toEqual([expect.stringMatching(/functions 'single'.*'rest' or 'http'/)])
  })

  test('when a file is missing or not what it should be, which it names', () => {
    expect(linesOf('noFile')).toEqual([
      expect.stringMatching(/^handler: 'src\/missing\.handler' .*missing\.ts/),
    ])
    expect(linesOf('noExport')).toEqual([
      expect.stringMatching(/^handler: 'open' .*'src\/app\.handler': it names no export/),
    ])
    expect(linesOf('noPolicy')).toEqual([
      expect.stringMatching(/^iamPolicyFile: 'none\.json' cannot be read/),
    ])
    expect(linesOf('noJson')).toEqual(["iamPolicyFile: 'broken.json' is no JSON"])
    expect(linesOf('noStatement')).toEqual([
      expect.stringMatching(/^iamPolicyFile: 'empty\.json' is no policy/),
    ])
    expect(linesOf('noResourcePolicy')).toEqual([
      expect.stringMatching(/^apiGatewayPolicyFile: 'none\.json' cannot be read/),
    ])
  })

  test('when there is no such stage, with the nearest', () => {
    expect(linesOf('unknownStage')).toEqual([
      expect.stringMatching(/^stages: there is no stage 'prod'.*prod1/),
    ])
  })

  test('with what is wrong with files, stage, names and gateway, all at once', () => {
    expect(linesOf('ofEverySort')).toEqual([
      expect.stringMatching(/^handler: 'src\/missing\.handler'/),
      "lambdaTimout: unknown option 'lambdaTimout': did you mean 'lambdaTimeout'?",
      expect.stringMatching(/^stages: there is no stage 'prod': did you mean 'prod1'/),
      expect.stringMatching(/^gateway: .* apiKey\(\), which gateway 'http' cannot do/),
      expect.stringMatching(/^gateway: .* cognito\(…\), which gateway 'http' cannot do/),
      expect.stringMatching(/^iamPolicyFile: 'none\.json' cannot be read/),
    ])
  })

  test('for nothing that hangs on what could not be read, or on which stage was meant', () => {
    expect(linesOf('stagesDiffer')).toEqual([expect.stringMatching(/^stages: there is no stage 'prod'/)])
    expect(linesOf('doubtfulGateway')).toEqual([expect.stringMatching(/^gateway: expected .* got "htpp"/)])
    expect(linesOf('doubtfulStage')).toEqual(['stages.prod: expected a record of options, got 5'])
    expect(linesOf('doubtfulStages')).toEqual([expect.stringMatching(/^stages: expected .* got "dev"/)])
  })

  test('when it contradicts itself, or its gateway', () => {
    expect(linesOf('privateDomain')).toEqual([expect.stringMatching(/^customDomain: .*'PRIVATE'/)])
    expect(linesOf('noRole')).toEqual([expect.stringMatching(/^manageIamRole: .*iamRoleArn/)])
    expect(linesOf('keysOfHttp')).toEqual([expect.stringMatching(/^apiKeys: .*'rest'.*'http'/)])
  })

  test('when what is deployed is no app', () => {
    expect(refusalOf('noApp')).toMatchObject({
      kind: 'TypeError',
      message: expect.stringContaining('takes an app'),
    })
  })

  test('with all of its mistakes at once, a line each with its place', () => {
    const { kind, message } = refusalOf('tenMistakes')
    expect(kind).toBe('ConfigurationError')
    expect(refusalOf('tenMistakes').mistakes).toHaveLength(10)
    const places = [
      'appname',
      'lambdaTimeout',
      'logRetentionInDays',
      'minimumCompressionSize',
      'environmentVariables.TOKEN',
      "tags['aws:mine']",
      "lambdaFunctions['GET /item/:item']",
      'stages.prod.gateway',
      'stages.prod.iamRoleARN',
      'stages.qa.lambdaMemorySize',
    ]
    const lines = message.split('\n')
    for (const place of places) {
      const found = lines.filter((line) => line.includes(place))
      expect([place, found.length]).toEqual([place, 1])
    }
    expect(message).toContain("'appName'")
    expect(message).toContain("'iamRoleArn'")
    expect(message).toContain("'GET /items/:item'")
  })

  test('by SST too, with that message', async () => {
    const failed = plan({ project: project.root, stage: 'prod', config: 'alone.config.ts' })
    await expect(failed).rejects.toThrow(PlanError)
    await expect(failed).rejects.toThrow(
      /POST \/items and .* need apiKey\(\), which gateway 'http' cannot do/,
    )
  })
})
