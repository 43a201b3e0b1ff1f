import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest'
import { readChalice } from '../../../deploy/config/chalice.ts'
import { ConfigurationError } from '../../../deploy/config/configuration-error.ts'
import { decodeConfiguration } from '../../../deploy/config/decode.ts'
import { fromChalice } from '../../../deploy/config/from-chalice.ts'
import { resolveStage } from '../../../deploy/config/resolve.ts'

const ROLE = 'arn:aws:iam::123456789012:role/helloworld'

/** What Chalice does where its file says nothing. */
const CHALICES_OWN = {
  apiGatewayStage: 'api',
  apiGatewayEndpointType: 'EDGE',
  logRetentionInDays: 'forever',
}

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'calix-chalice-'))
})
afterEach(() => {
  rmSync(root, { recursive: true, force: true })
  vi.restoreAllMocks()
})

const write = (text: string, file = '.chalice/config.json'): string => {
  const path = join(root, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return file
}

const read = (file: unknown) => {
  const result = readChalice(JSON.stringify(file), '.chalice')
  if (result._tag === 'Left') throw new ConfigurationError(result.left)
  return result.right
}

const linesOf = (text: string): ReadonlyArray<string> => {
  const result = readChalice(text, '.chalice')
  return result._tag === 'Right' ? [] : result.left.map(({ path, message }) => `${path}: ${message}`)
}

test('a project of stages with roles of their own is read as it stands', () => {
  const warn = vi.spyOn(console, 'warn')
  const stage = (name: string) => ({ api_gateway_stage: name, manage_iam_role: false, iam_role_arn: ROLE })
  const file = write(
    JSON.stringify({
      version: '2.0',
      app_name: 'helloworld',
      stages: { qa: stage('qa'), prod: stage('prod') },
    }),
  )
  const configuration = fromChalice(file, { root })
  expect(configuration).toEqual({
    appName: 'helloworld',
    ...CHALICES_OWN,
    stages: {
      qa: { apiGatewayStage: 'qa', manageIamRole: false, iamRoleArn: ROLE },
      prod: { apiGatewayStage: 'prod', manageIamRole: false, iamRoleArn: ROLE },
    },
  })
  expect(decodeConfiguration(configuration, { functions: ['api'] })).toEqual({
    _tag: 'Right',
    right: configuration,
  })
  expect(resolveStage(configuration, 'prd')._tag).toBe('Left')
  expect(warn.mock.calls).toEqual([])
})

test('every option has its counterpart, at the top, in a stage and in a function', () => {
  const ofFunctions = {
    autogen_policy: false,
    environment_variables: { iam_role_arn: 'x' },
    iam_policy_file: 'mine.json',
    lambda_memory_size: 256,
    lambda_timeout: 5,
    layers: ['arn:aws:lambda:eu-west-1:123456789012:layer:tools:3'],
    log_retention_in_days: 7,
    reserved_concurrency: 0,
    security_group_ids: ['sg-1'],
    subnet_ids: ['sn-1', 'sn-2'],
    tags: { xray: 'y' },
    xray: true,
  }
  const ofStages = {
    ...ofFunctions,
    api_gateway_policy_file: 'api.json',
    api_gateway_stage: 'v1',
    lambda_functions: { api_handler: ofFunctions, tokens: ofFunctions },
    minimum_compression_size: 0,
  }
  const ours = {
    autogenPolicy: false,
    environmentVariables: { iam_role_arn: 'x' },
    iamPolicyFile: '.chalice/mine.json',
    lambdaMemorySize: 256,
    lambdaTimeout: 5,
    layers: ['arn:aws:lambda:eu-west-1:123456789012:layer:tools:3'],
    logRetentionInDays: 7,
    reservedConcurrency: 0,
    securityGroupIds: ['sg-1'],
    subnetIds: ['sn-1', 'sn-2'],
    tags: { xray: 'y' },
    xray: true,
  }
  const oursOfStages = {
    ...ours,
    apiGatewayPolicyFile: '.chalice/api.json',
    apiGatewayStage: 'v1',
    lambdaFunctions: { api: ours, tokens: ours },
    minimumCompressionSize: 0,
  }
  // A private API has no domain of its own.
  const reached = [
    {
      theirs: {
        api_gateway_custom_domain: {
          domain_name: 'api.example.com',
          certificate_arn: 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b',
          tls_version: 'TLS_1_2',
          url_prefix: '/shop/',
          tags: { a: 'b' },
        },
        api_gateway_endpoint_type: 'EDGE',
      },
      ours: {
        customDomain: {
          domainName: 'api.example.com',
          certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b',
          tlsVersion: 'TLS_1_2',
          urlPrefix: 'shop',
          tags: { a: 'b' },
        },
        apiGatewayEndpointType: 'EDGE',
      },
    },
    {
      theirs: { api_gateway_endpoint_type: 'PRIVATE', api_gateway_endpoint_vpce: ['vpce-1'] },
      ours: { apiGatewayEndpointType: 'PRIVATE', apiGatewayEndpointVpce: ['vpce-1'] },
    },
  ]
  for (const { theirs, ours } of reached) {
    const [stage, expected] = [
      { ...ofStages, ...theirs },
      { ...oursOfStages, ...ours },
    ]
    expect(read({ version: '2.0', app_name: 'app', ...stage, stages: { dev: stage } })).toEqual({
      configuration: { appName: 'app', ...expected, stages: { dev: expected } },
      notes: [],
    })
  }
})

describe('where Chalice is silent', () => {
  it("its stage is 'api', its endpoint EDGE, its logs are for ever, and any name is a stage", () => {
    const { configuration } = read({ version: '2.0', app_name: 'app' })
    expect(configuration).toEqual({ appName: 'app', ...CHALICES_OWN })
    expect(resolveStage(configuration, 'anything')._tag).toBe('Right')
  })

  it('the policy is in the file that is named after the stage', () => {
    const { configuration, notes } = read({
      autogen_policy: false,
      lambda_functions: { tokens: { iam_policy_file: 'tokens.json' } },
      stages: { dev: {}, qa: { iam_policy_file: 'qa/mine.json' }, prod: { autogen_policy: true } },
    })
    const fileOf = (stage: string, name: string) => {
      const result = resolveStage(configuration, stage)
      return result._tag === 'Left' ? result.left : result.right.forFunction(name).iamPolicyFile
    }
    expect(fileOf('dev', 'api')).toBe('.chalice/policy-dev.json')
    expect(fileOf('qa', 'api')).toBe('.chalice/qa/mine.json')
    expect(fileOf('prod', 'api')).toBeUndefined()
    expect(fileOf('dev', 'tokens')).toBe('.chalice/tokens.json')
    expect(notes).toEqual([])
    const known = { functions: ['api', 'tokens'] }
    expect(decodeConfiguration(configuration, known)).toEqual({ _tag: 'Right', right: configuration })
  })

  it('and in one of a function alone when the others have theirs derived', () => {
    const { configuration } = read({
      stages: { dev: { lambda_functions: { tokens: { autogen_policy: false } } } },
    })
    expect(configuration.stages).toEqual({
      dev: {
        lambdaFunctions: { tokens: { autogenPolicy: false, iamPolicyFile: '.chalice/policy-dev.json' } },
      },
    })
  })

  it("and where no stage is named, it is dev's", () => {
    expect(read({ autogen_policy: false })).toEqual({
      configuration: {
        ...CHALICES_OWN,
        autogenPolicy: false,
        stages: { dev: { iamPolicyFile: '.chalice/policy-dev.json' } },
      },
      notes: ["'dev' is the one stage: the file names none, and which policy file another would take"],
    })
  })

  it('null is nothing', () => {
    expect(read({ iam_role_arn: null, stages: { dev: { lambda_timeout: null } } }).configuration).toEqual({
      ...CHALICES_OWN,
      stages: { dev: {} },
    })
  })
})

test('what has no counterpart and what has no effect is left out, and said', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const file = write(
    JSON.stringify({
      automatic_layer: true,
      iam_role_arn: ROLE,
      stages: { my_dev: { websocket_api_custom_domain: {}, iam_policy_file: 'mine.json' } },
    }),
  )
  expect(fromChalice(file, { root })).toEqual({
    ...CHALICES_OWN,
    stages: { 'my-dev': {} },
  })
  expect(warn.mock.calls.map(([line]) => line)).toEqual([
    '.chalice/config.json: automatic_layer is left out: each function is bundled with what it imports',
    ".chalice/config.json: stages.my_dev is called 'my-dev': SST's names of stages have no '_'",
    '.chalice/config.json: stages.my_dev.websocket_api_custom_domain is left out: WebSocket APIs are not deployed; sst.aws.ApiGatewayWebSocket takes a domain of its own',
    '.chalice/config.json: iam_role_arn is left out: iam_role_arn is taken only where manage_iam_role is false, and it is not',
    ".chalice/config.json: stages.my-dev.iam_policy_file is left out: iam_policy_file is read only where autogen_policy is false or 'merge', and manage_iam_role is not false",
  ])
})

describe('mistakes', () => {
  it("are all reported at once, under Chalice's names", () => {
    const file = {
      app_nam: 'app',
      lambda_timeout: '60',
      lambdaMemorySize: 256,
      minimum_compression_size: -1,
      stages: {
        dev: {
          manage_iam_role: false,
          lambda_functions: {
            api_handler: { lambda_memory_size: 64, api_gateway_stage: 'x', tags: { a: 5 } },
          },
        },
        prod: { api_gateway_custom_domain: { domain: 'x' } },
      },
    }
    expect(linesOf(JSON.stringify(file))).toEqual([
      "app_nam: unknown option 'app_nam': did you mean 'app_name'?",
      "lambdaMemorySize: unknown option 'lambdaMemorySize': did you mean 'lambda_memory_size'?",
      "stages.dev.lambda_functions.api_handler.api_gateway_stage: 'api_gateway_stage' is an option of a stage or of the whole file: move it there",
      "stages.prod.api_gateway_custom_domain.domain: unknown option 'domain': did you mean 'domain_name'?",
      'lambda_timeout: expected a whole number of seconds, 1 to 900, got "60"',
      'minimum_compression_size: expected a whole number of bytes, 0 to 10,485,760, got -1',
      'stages.dev.lambda_functions.api_handler.lambda_memory_size: expected a whole number of MB, 128 to 10,240, got 64',
      'stages.dev.lambda_functions.api_handler.tags.a: expected at most 256 letters, digits, spaces and any of _ . : / = + - @, got 5',
      "stages.prod.api_gateway_custom_domain.domain_name: expected a domain name, as in 'api.example.com', got nothing",
      "stages.prod.api_gateway_custom_domain.certificate_arn: expected the ARN of a certificate, as in 'arn:aws:acm:REGION:ACCOUNT:certificate/ID', got nothing",
      'stages.dev.manage_iam_role: manage_iam_role is false and there is no iam_role_arn: say which role to take',
    ])
  })

  it('are not concluded from what is misspelt', () => {
    const file = { stages: { dev: { manage_iam_role: false, iam_role_anr: ROLE } } }
    expect(linesOf(JSON.stringify(file))).toEqual([
      "stages.dev.iam_role_anr: unknown option 'iam_role_anr': did you mean 'iam_role_arn'?",
    ])
  })

  it.each([
    '',
    '{',
    '{"a": hunter2}',
    '{"environment_variables": {"A": "hunter2" "B"}}',
    '{"a": "hunter2",}',
  ])('are one line where it is not JSON, and repeat nothing of it: %s', (text) => {
    const [line, ...more] = linesOf(text)
    expect(line).toMatch(/^: it is not JSON: /)
    expect(line).not.toContain('hunter2')
    expect(more).toEqual([])
  })

  it.each(['5', 'null', '[]'])('are one line where it is no record: %s', (text) => {
    expect(linesOf(text)).toHaveLength(1)
  })

  it('are thrown with the name of the file', () => {
    const file = write('{"stages": 5}', 'config/chalice.json')
    expect(() => fromChalice(file, { root })).toThrow(
      new ConfigurationError(
        [{ path: 'stages', message: 'expected a record of stages by name, got 5' }],
        file,
      ),
    )
    expect(() => fromChalice('nowhere.json', { root })).toThrow(
      `1 mistake in nowhere.json:\n  it cannot be read (ENOENT) at ${join(root, 'nowhere.json')}`,
    )
  })

  test('any JSON is read or refused', () =>
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.constantFrom('stages', 'lambda_functions', 'api_gateway_custom_domain', 'tags', 'x'),
        (value, key) => {
          for (const each of [value, { [key]: value }, { stages: { dev: { [key]: value } } }])
            expect(['Left', 'Right']).toContain(readChalice(JSON.stringify(each), '.chalice')._tag)
        },
      ),
      { numRuns: 300 },
    ))
})
