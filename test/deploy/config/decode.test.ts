import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { ConfigurationError } from '../../../deploy/config/configuration-error.ts'
import { decodeConfiguration } from '../../../deploy/config/decode.ts'
import { configurations, FUNCTIONS_OF_APP } from './configurations.ts'

const ROLE = 'arn:aws:iam::123456789012:role/api'
const LAYER = 'arn:aws:lambda:eu-west-1:123456789012:layer:tools:3'
const ABROAD = 'arn:aws:acm:eu-west-1:123456789012:certificate/0a1b'

const decode = (value: unknown) => decodeConfiguration(value, { functions: FUNCTIONS_OF_APP })

/** The mistakes of a value as they are printed; none when it is a configuration. */
const printed = (value: unknown): ReadonlyArray<string> => {
  const result = decode(value)
  if (result._tag === 'Right') return []
  return new ConfigurationError(result.left).message.split('\n').map((line) => line.trim())
}

const linesOf = (value: unknown): ReadonlyArray<string> => printed(value).slice(1)

/** Rows of a table, each with a title of a readable length. */
const titled = (rows: ReadonlyArray<readonly [value: unknown, ...lines: ReadonlyArray<string>]>) =>
  rows.map(([value, ...lines]) => ({ value, lines, title: String(JSON.stringify(value)).slice(0, 80) }))

/** Variables or tags, each with the same value. */
const many = (count: number, value: string) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`NAME${index}`, value]))

test('a configuration with ten mistakes prints ten clear lines', () => {
  const configuration = {
    appName: 'shop',
    lambdaTimout: 30,
    lambdaMemorySize: '256',
    environmentVariables: { DATABASE_URL: 5432, AWS_REGION: 'eu-west-1' },
    stages: {
      qa: { lambdaTimeout: 1000, subnetIds: ['subnet-1'] },
      prod: {
        manageIamRole: false,
        gateway: 'http',
        apiKeys: { web: {} },
        logRetentionInDays: 31,
        lambdaFunctions: { apii: { lambdaTimeout: 5 } },
      },
    },
  }
  expect(printed(configuration)).toEqual([
    '10 mistakes in the configuration:',
    "lambdaTimout: unknown option 'lambdaTimout': did you mean 'lambdaTimeout'?",
    'lambdaMemorySize: expected a whole number of MB, 128 to 10,240, got "256"',
    'environmentVariables.DATABASE_URL: expected a string, got a number',
    "environmentVariables.AWS_REGION: AWS_REGION is Lambda's own: take another name",
    'stages.qa.lambdaTimeout: expected a whole number of seconds, 1 to 900, got 1000',
    'stages.prod.logRetentionInDays: expected 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, ' +
      "2192, 2557, 2922, 3288, 3653 or 'forever', got 31",
    "stages.prod.lambdaFunctions.apii: there is no function 'apii': did you mean 'api'?",
    'stages.qa.subnetIds: subnetIds needs securityGroupIds beside it: a VPC is joined by both',
    "stages.prod.apiKeys: apiKeys needs gateway 'rest', and the gateway is 'http'",
    'stages.prod.manageIamRole: manageIamRole is false and there is no iamRoleArn: say which role to take',
  ])
})

test('one mistake is one', () => {
  expect(printed({ xray: 'yes' })).toEqual([
    '1 mistake in the configuration:',
    'xray: expected true or false, got "yes"',
  ])
  // There would be a second, were there such a route.
  for (const functions of ['single', 'per-route'])
    expect(printed({ functions, lambdaFunctions: { 'GET /citis/:city': {} } })).toEqual([
      '1 mistake in the configuration:',
      "lambdaFunctions['GET /citis/:city']: there is no function 'GET /citis/:city': did you mean 'GET /cities/:city'?",
    ])
})

describe('what cannot be read', () => {
  const MISTAKES: ReadonlyArray<readonly [value: unknown, ...lines: ReadonlyArray<string>]> = [
    [undefined, 'expected a record of options, got nothing'],
    [null, 'expected a record of options, got null'],
    [[], 'expected a record of options, got a list'],
    [{ appName: 'my shop' }, "appName: expected letters, digits, '-' and '_', got \"my shop\""],
    [{ memory: 5 }, "memory: unknown option 'memory': did you mean 'lambdaMemorySize'?"],
    [{ timeout: 5 }, "timeout: unknown option 'timeout': did you mean 'lambdaTimeout'?"],
    [{ lambda_timeout: 5 }, "lambda_timeout: unknown option 'lambda_timeout': did you mean 'lambdaTimeout'?"],
    [{ iamRoleARN: ROLE }, "iamRoleARN: unknown option 'iamRoleARN': did you mean 'iamRoleArn'?"],
    [
      { usagePlan: { limits: 5 } },
      "usagePlan.limits: unknown option 'limits': there are 'throttle', 'quota'",
    ],
    [{ handler: 'a.b' }, "handler: 'handler' is an option of a function in lambdaFunctions: move it there"],
    [
      { stages: { dev: { appName: 'x' } } },
      "stages.dev.appName: 'appName' is an option of the whole configuration: move it there",
    ],
    [
      { lambdaFunctions: { api: { gateway: 'rest' } } },
      "lambdaFunctions.api.gateway: 'gateway' is an option of a stage or of the whole configuration: move it there",
    ],
    [{ lambdaTimeout: 0 }, 'lambdaTimeout: expected a whole number of seconds, 1 to 900, got 0'],
    [{ lambdaTimeout: 1.5 }, 'lambdaTimeout: expected a whole number of seconds, 1 to 900, got 1.5'],
    [
      { lambdaMemorySize: 10_241 },
      'lambdaMemorySize: expected a whole number of MB, 128 to 10,240, got 10241',
    ],
    [
      { reservedConcurrency: -1 },
      'reservedConcurrency: expected a whole number of invocations, 0 or more, got -1',
    ],
    [
      { minimumCompressionSize: 10_485_761 },
      'minimumCompressionSize: expected a whole number of bytes, 0 to 10,485,760, got 10485761',
    ],
    [{ layers: LAYER }, `layers: expected a list of at most 5 layers, got "${LAYER}"`],
    [
      { layers: Array.from({ length: 6 }, () => LAYER) },
      'layers: expected a list of at most 5 layers, got 6',
    ],
    [
      { layers: [LAYER, 'tools'] },
      "layers[1]: expected the ARN of a layer's version, as in 'arn:aws:lambda:REGION:ACCOUNT:layer:NAME:1', got \"tools\"",
    ],
    [
      { iamRoleArn: 'admin' },
      'iamRoleArn: expected the ARN of a role, as in \'arn:aws:iam::ACCOUNT:role/NAME\', got "admin"',
    ],
    [{ architecture: 'arm' }, "architecture: expected 'arm64' or 'x86_64', got \"arm\""],
    [{ gateway: 'REST' }, "gateway: expected 'rest', 'http' or 'url', got \"REST\""],
    [
      { apiGatewayStage: 'my stage' },
      "apiGatewayStage: expected 1 to 128 letters, digits, '-' and '_', or '$default', got \"my stage\"",
    ],
    [
      { throttle: { rate: 5 } },
      'throttle.burst: expected a whole number of requests, 0 or more, got nothing',
    ],
    [
      { usagePlan: { quota: { limit: 5, period: 'year' } } },
      "usagePlan.quota.period: expected 'day', 'week' or 'month', got \"year\"",
    ],
    [
      { customDomain: { domainName: 'api.example.com' } },
      "customDomain.certificateArn: expected the ARN of a certificate, as in 'arn:aws:acm:REGION:ACCOUNT:certificate/ID', got nothing",
    ],
    [
      { stages: { 'my stage': {} } },
      "stages['my stage']: no stage can have the name 'my stage': letters, digits and '-', or '*' for any",
    ],
    [
      { lambdaFunctions: { 'GET /city/:city': {} }, functions: 'per-route' },
      "lambdaFunctions['GET /city/:city']: there is no function 'GET /city/:city': did you mean 'GET /cities/:city'?",
    ],
    [
      { lambdaFunctions: { nightlyReport: {} } },
      "lambdaFunctions.nightlyReport: there is no function 'nightlyReport': there are 'api', 'GET /', 'GET /cities/:city', 'tokens'",
    ],
    [
      { environmentVariables: { 'A-B': 'x' } },
      "environmentVariables.A-B: no variable can have the name 'A-B': a letter, then one or more letters, digits and '_'",
    ],
    [
      { tags: { 'aws:x': 'x' } },
      "tags['aws:x']: tags that begin with 'aws:' are AWS's own: take another key",
    ],
    [
      { tags: { 'a!': 'x' } },
      "tags['a!']: no tag can have the key 'a!': 1 to 128 letters, digits, spaces and any of _ . : / = + - @",
    ],
  ]
  it.each(titled(MISTAKES))('$title', ({ value, lines }) => {
    expect(linesOf(value)).toEqual(lines)
  })

  it('may have a name that objects have anyway', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      const [line, ...more] = linesOf(JSON.parse(`{"${name}":{}}`))
      expect(line).toMatch(new RegExp(`^${name}: unknown option '${name}'`))
      expect(more).toEqual([])
    }
  })

  it('is one line each, whatever the name or the text', () => {
    const name = `evil\n2 mistakes\u2028\u202e${'x'.repeat(500)}`
    const lines = printed({
      [name]: 1,
      gateway: name,
      stages: { [name]: {} },
      lambdaFunctions: { [name]: {} },
    })
    expect(lines).toHaveLength(5)
    for (const line of lines) {
      expect(line).not.toMatch(/[\n\r\u2028\u202e]/)
      expect(line.length).toBeLessThan(400)
    }
  })

  it('is not repeated where it may be a secret', () => {
    const secret = 'hunter2-is-no-key'
    const lines = printed({
      environmentVariables: { PASSWORD: [secret], TOKEN: { secret } },
      apiKeys: { web: { value: secret }, app: secret },
    })
    expect(lines).toEqual([
      '4 mistakes in the configuration:',
      'environmentVariables.PASSWORD: expected a string, got a list',
      'environmentVariables.TOKEN: expected a string, got a record',
      'apiKeys.web.value: expected 20 to 128 letters and digits, got a string of 17 characters',
      'apiKeys.app: expected a record, {} for a key that AWS makes, got a string of 17 characters',
    ])
  })
})

describe('what cannot be deployed together', () => {
  const MISTAKES: ReadonlyArray<readonly [value: unknown, ...lines: ReadonlyArray<string>]> = [
    [
      { manageIamRole: false },
      'manageIamRole: manageIamRole is false and there is no iamRoleArn: say which role to take',
    ],
    [
      { iamRoleArn: ROLE },
      'iamRoleArn: iamRoleArn is taken only where manageIamRole is false, and it is not',
    ],
    [
      { autogenPolicy: false },
      'autogenPolicy: autogenPolicy is false and there is no iamPolicyFile: say which policy to take',
    ],
    [
      { autogenPolicy: 'merge' },
      "autogenPolicy: autogenPolicy is 'merge' and there is no iamPolicyFile: say which policy to take",
    ],
    [{ autogenPolicy: 'yes' }, `autogenPolicy: expected true, false or 'merge', got "yes"`],
    [
      { iamPolicyFile: 'policy.json' },
      "iamPolicyFile: iamPolicyFile is read only where autogenPolicy is false or 'merge', and manageIamRole is not false",
    ],
    [
      { securityGroupIds: ['sg-1'] },
      'securityGroupIds: securityGroupIds needs subnetIds beside it: a VPC is joined by both',
    ],
    [
      { apiGatewayEndpointType: 'PRIVATE' },
      "apiGatewayEndpointType: 'PRIVATE' needs apiGatewayEndpointVpce (or an apiGatewayPolicyFile): nobody could reach the API",
    ],
    [
      {
        apiGatewayEndpointType: 'PRIVATE',
        apiGatewayEndpointVpce: 'vpce-1',
        customDomain: { domainName: 'api.example.com', certificateArn: ABROAD },
      },
      "customDomain: customDomain is not for a 'PRIVATE' endpoint: SST makes none that reaches it",
    ],
    [
      { apiGatewayEndpointVpce: 'vpce-1' },
      "apiGatewayEndpointVpce: apiGatewayEndpointVpce is for apiGatewayEndpointType 'PRIVATE' alone",
    ],
    [
      { gateway: 'http', minimumCompressionSize: 0 },
      "minimumCompressionSize: minimumCompressionSize needs gateway 'rest', and the gateway is 'http'",
    ],
    [
      { gateway: 'http', apiGatewayEndpointType: 'EDGE' },
      "apiGatewayEndpointType: apiGatewayEndpointType 'EDGE' needs gateway 'rest', and the gateway is 'http'",
    ],
    [
      { gateway: 'url', throttle: { rate: 5, burst: 5 } },
      "throttle: throttle needs gateway 'rest' or 'http', and the gateway is 'url'",
    ],
    [
      { gateway: 'url', usagePlan: { throttle: { rate: 5, burst: 5 } } },
      "usagePlan: usagePlan needs gateway 'rest', and the gateway is 'url'",
    ],
    [
      { apiGatewayStage: '$default' },
      "apiGatewayStage: apiGatewayStage '$default' needs gateway 'http', and the gateway is 'rest'",
    ],
    [
      {
        apiGatewayEndpointType: 'EDGE',
        customDomain: { domainName: 'api.example.com', certificateArn: ABROAD },
      },
      "customDomain: customDomain of an 'EDGE' endpoint needs a certificate in us-east-1",
    ],
    [
      {
        gateway: 'http',
        customDomain: { domainName: 'api.example.com', certificateArn: ABROAD, tlsVersion: 'TLS_1_0' },
      },
      "customDomain: customDomain with tlsVersion 'TLS_1_0' needs gateway 'rest', and the gateway is 'http'",
    ],
    [
      { environmentVariables: many(5, 'x'.repeat(1000)) },
      'environmentVariables: environmentVariables are 5025 bytes together, and Lambda takes 4096',
    ],
    [{ tags: many(51, 'x') }, 'tags: tags are 51 together, and AWS takes 50'],
    [
      { lambdaFunctions: { 'GET /': {} } },
      "lambdaFunctions['GET /']: a route has its own function only with functions: 'per-route', and it is 'single'",
    ],
  ]
  it.each(titled(MISTAKES))('$title', ({ value, lines }) => {
    expect(linesOf(value)).toEqual(lines)
    expect(linesOf({ stages: { dev: value } })).toEqual(lines.map((line) => `stages.dev.${line}`))
  })

  it('is reported once, where it comes from, however many stages inherit it', () => {
    const stages = { dev: {}, qa: {}, prod: { iamRoleArn: ROLE }, '*': {} }
    expect(linesOf({ manageIamRole: false, stages })).toEqual([
      'manageIamRole: manageIamRole is false and there is no iamRoleArn: say which role to take',
    ])
  })

  it('is reported in the stage that makes it so', () => {
    const value = { apiKeys: { web: {} }, stages: { dev: { gateway: 'http' }, prod: {} } }
    expect(linesOf(value)).toEqual([
      "stages.dev.gateway: apiKeys needs gateway 'rest', and the gateway is 'http'",
    ])
    expect(
      linesOf({
        environmentVariables: many(4, 'x'.repeat(999)),
        stages: { dev: { environmentVariables: { MORE: 'x'.repeat(99) } }, prod: {} },
      }),
    ).toEqual([
      'stages.dev.environmentVariables: environmentVariables are 4119 bytes together, and Lambda takes 4096',
    ])
  })

  it('is reported in the function that makes it so', () => {
    expect(linesOf({ stages: { dev: { lambdaFunctions: { tokens: { autogenPolicy: false } } } } })).toEqual([
      'stages.dev.lambdaFunctions.tokens.autogenPolicy: autogenPolicy is false and there is no iamPolicyFile: say which policy to take',
    ])
  })

  it('is not a mistake at the top when every stage says more', () => {
    const value = {
      manageIamRole: false,
      autogenPolicy: false,
      iamPolicyFile: 'policy.json',
      stages: { dev: { manageIamRole: true }, prod: { iamRoleArn: ROLE } },
    }
    expect(linesOf(value)).toEqual([])
  })

  it('is not a mistake in a stage when every function of it says more', () => {
    const lambdaFunctions = { api: { iamRoleArn: ROLE }, tokens: { manageIamRole: true } }
    expect(linesOf({ stages: { dev: { manageIamRole: false, lambdaFunctions } } })).toEqual([])
  })

  it('is no mistake at the top when one stage has a use for it', () => {
    const value = { iamRoleArn: ROLE, stages: { dev: {}, prod: { manageIamRole: false } } }
    expect(linesOf(value)).toEqual([])
    const ofRoutes = {
      lambdaFunctions: { 'GET /': {} },
      stages: { dev: {}, prod: { functions: 'per-route' } },
    }
    expect(linesOf(ofRoutes)).toEqual([])
  })

  it('is undone by a value that asks for nothing', () => {
    const value = {
      apiKeys: { web: {} },
      subnetIds: ['subnet-1'],
      securityGroupIds: ['sg-1'],
      stages: { dev: { gateway: 'url', apiKeys: {}, subnetIds: [], securityGroupIds: [] }, prod: {} },
    }
    expect(linesOf(value)).toEqual([])
  })

  it('is not concluded from what is misspelt or cannot be read', () => {
    expect(linesOf({ manageIamRole: false, iamRoleARN: ROLE })).toHaveLength(1)
    expect(linesOf({ manageIamRole: false, iamRoleArn: 5 })).toHaveLength(1)
    expect(linesOf({ iamRoleArn: ROLE, manageIamRole: 'no' })).toHaveLength(1)
    expect(linesOf({ manageIamRole: false, stages: { prod: 5 } })).toEqual([
      'stages.prod: expected a record of options, got 5',
    ])
    expect(linesOf({ manageIamRole: false, lambdaFunctions: { api: [] } })).toHaveLength(1)
  })

  it('is reported beside what cannot be read', () => {
    expect(linesOf({ xray: 1, stages: { 'a b': {}, prod: { manageIamRole: false } } })).toEqual([
      'xray: expected true or false, got 1',
      "stages['a b']: no stage can have the name 'a b': letters, digits and '-', or '*' for any",
      'stages.prod.manageIamRole: manageIamRole is false and there is no iamRoleArn: say which role to take',
    ])
  })
})

describe('any value', () => {
  test('that can be deployed is decoded as it is, through JSON as well', () =>
    fc.assert(
      fc.property(configurations, (configuration) => {
        expect(decode(configuration)).toEqual({ _tag: 'Right', right: configuration })
        const text = JSON.stringify(configuration)
        expect(decode(JSON.parse(text))).toEqual({ _tag: 'Right', right: JSON.parse(text) })
      }),
      { numRuns: 150 },
    ))

  test('that is undefined is as absent', () => {
    expect(decode({ lambdaTimeout: undefined, stages: { dev: { xray: undefined } } })).toEqual({
      _tag: 'Right',
      right: { stages: { dev: {} } },
    })
  })

  test('of JSON is decoded or refused, one short line each', () =>
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        for (const line of printed(value)) expect(line).not.toMatch(/[\n\r]/)
      }),
      { numRuns: 500 },
    ))

  test('of JSON in the place of an option is decoded or refused, and the mistake is in that place', () =>
    fc.assert(
      fc.property(
        configurations,
        fc.constantFrom(
          'layers',
          'tags',
          'stages',
          'lambdaFunctions',
          'customDomain',
          'apiKeys',
          'usagePlan',
        ),
        fc.jsonValue({ maxDepth: 3 }),
        (configuration, option, value) => {
          const result = decode({ [option]: value })
          if (result._tag === 'Left')
            for (const { path } of result.left) expect(path).toMatch(new RegExp(`^${option}(?:$|[.[])`))
          expect(() => decode({ ...configuration, [option]: value })).not.toThrow()
        },
      ),
      { numRuns: 200 },
    ))
})
