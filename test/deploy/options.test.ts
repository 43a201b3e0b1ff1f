import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  certificateArn,
  everyOption,
  iamRoleArn,
  lambdaPolicy,
  layer,
  resourcePolicy,
  value,
} from './apps/options.ts'
import { appsProject, configText, deployAll, partOf } from './apps/project.ts'
import { functionsOf } from './platform/functions.ts'
import { type Plan, plan } from './platform/plan.ts'
import { missingPlatform, type SstProject } from './platform/project.ts'
import { byType } from './platform/resources.ts'
import { restApisOf, restStagesOf, usagePlansOf } from './platform/rest-api.ts'
import { roleAt, rolesOf } from './platform/roles.ts'

const missing = missingPlatform()
if (missing !== undefined) console.log(`The options are not planned: ${missing}.`)

/** A private API whose policy says who comes in. */
const closed = {
  app: 'open',
  configuration: { apiGatewayEndpointType: 'PRIVATE', apiGatewayPolicyFile: 'resource-policy.json' },
}

const inputsOf = (planned: Plan, type: string) => byType(planned, `aws:${type}`).map(({ inputs }) => inputs)

describe.skipIf(missing !== undefined)('an option', () => {
  let project: SstProject
  let planned: Plan
  beforeAll(async () => {
    project = appsProject({
      'sst.config.ts': configText(deployAll({ ...everyOption, Closed: closed })),
      'resource-policy.json': JSON.stringify(resourcePolicy),
      'lambda-policy.json': JSON.stringify(lambdaPolicy),
    })
    planned = await plan({ project: project.root, stage: 'prod' })
  })
  afterAll(() => project?.remove())

  const all = (): Plan => partOf(planned, 'All')
  const functionOf = (name: string) => functionsOf(planned).find((each) => each.name === name)

  test('of sst dev alone does nothing to what is deployed', () => {
    expect(byType(planned, 'sst:sst:DevCommand')).toEqual([])
    for (const { resource } of functionsOf(planned)) expect(resource.inputs.description).not.toMatch(/live/)
  })

  test('that is not given is Chalice’s default, on arm64 and with logs for a month', () => {
    expect(functionOf('DefaultFunction')).toMatchObject({
      memory: 128,
      timeout: 60,
      architecture: 'arm64',
      logRetention: 30,
      tracing: undefined,
      environment: {},
      tags: {},
      layers: [],
      vpc: {},
    })
    expect(restStagesOf(partOf(planned, 'Default'))).toMatchObject([{ name: 'prod', xray: false }])
    expect(usagePlansOf(partOf(planned, 'Default'))).toEqual([])
    expect(inputsOf(partOf(planned, 'Default'), 'apigateway/methodSettings:MethodSettings')).toEqual([])
    expect(inputsOf(partOf(planned, 'Default'), 'apigateway/domainName:DomainName')).toEqual([])
  })

  test('of a function reaches every function, the function’s own before the stage’s', () => {
    const common = {
      layers: [layer],
      vpc: { subnetIds: ['subnet-1', 'subnet-2'], securityGroupIds: ['sg-1'] },
      logRetention: 14,
      tracing: 'Active',
    }
    expect(functionOf('AllFunction')).toMatchObject({
      ...common,
      reservedConcurrency: 9,
      architecture: 'x86_64',
      timeout: 12,
      tags: { team: 'prod', top: 'yes' },
    })
    expect(functionOf('AllAuthorizerMembers')).toMatchObject({
      ...common,
      reservedConcurrency: 5,
      architecture: 'arm64',
      timeout: 60,
      tags: { team: 'prod', top: 'yes', role: 'authorizer' },
    })
    expect(functionOf('EdgeFunction')).toMatchObject({ reservedConcurrency: 0 })
  })

  test('environmentVariables are merged, from the top to the function in the stage', () => {
    expect(functionOf('AllFunction')?.environment).toEqual({
      TOP: 'top',
      BOTH: 'function at the top',
      STAGE: 'stage',
      ALL: 'function',
    })
    expect(functionOf('AllAuthorizerMembers')?.environment).toEqual({
      TOP: 'top',
      BOTH: 'top',
      STAGE: 'stage',
      ALL: 'stage',
    })
  })

  test('iamPolicyFile is the role’s policy, beside what logs, traces and the VPC need', () => {
    const role = roleAt(planned, functionOf('AllFunction')?.role)
    expect(role?.policies.map(({ document }) => document)).toContainEqual(lambdaPolicy)
    const others = role?.policies.filter(
      ({ document }) => JSON.stringify(document) !== JSON.stringify(lambdaPolicy),
    )
    expect(others?.flatMap(({ statements }) => statements.flatMap(({ actions }) => actions))).toEqual([
      'xray:PutTraceSegments',
      'xray:PutTelemetryRecords',
    ])
    const managed = 'arn:aws:iam::aws:policy/service-role'
    expect(role?.managed).toEqual([
      `${managed}/AWSLambdaBasicExecutionRole`,
      `${managed}/AWSLambdaVPCAccessExecutionRole`,
    ])
    expect(role?.trust.statements).toMatchObject([{ principal: { Service: 'lambda.amazonaws.com' } }])
  })

  test('iamRoleArn is the function’s role, and none is made', () => {
    expect(functionOf('EdgeFunction')?.role).toBe(iamRoleArn)
    expect(rolesOf(partOf(planned, 'Edge'))).toEqual([])
  })

  test('logRetentionInDays holds for the gateway’s own log too, and can be for ever', () => {
    const logs = (name: string) =>
      inputsOf(partOf(planned, name), 'cloudwatch/logGroup:LogGroup').map(
        ({ retentionInDays }) => retentionInDays,
      )
    expect(logs('All')).toEqual([14, 14, 14])
    expect(logs('Edge')).toEqual([0, 0])
  })

  test('of the API reaches it: compression as text, endpoint, resource policy, tags', () => {
    const [api] = restApisOf(all()).map(({ inputs }) => inputs)
    expect(api).toMatchObject({
      minimumCompressionSize: '1024',
      endpointConfiguration: { types: 'REGIONAL' },
      tags: { team: 'prod', top: 'yes' },
    })
    expect(JSON.parse(String(api?.policy))).toEqual(resourcePolicy)
    expect(restApisOf(partOf(planned, 'Edge')).map(({ inputs }) => inputs)).toMatchObject([
      { endpointConfiguration: { types: 'EDGE' }, minimumCompressionSize: '0' },
    ])
  })

  test('of a private API lets in who comes by its VPC endpoints, or whom the resource policy says', () => {
    const [byEndpoints] = restApisOf(partOf(planned, 'Private')).map(({ inputs }) => inputs)
    expect(byEndpoints?.endpointConfiguration).toEqual({
      types: 'PRIVATE',
      vpcEndpointIds: ['vpce-1', 'vpce-2'],
    })
    // Without one, API Gateway deploys no private API.
    expect(JSON.parse(String(byEndpoints?.policy))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: 'execute-api:/*',
          Condition: { StringEquals: { 'aws:SourceVpce': ['vpce-1', 'vpce-2'] } },
        },
      ],
    })
    const [byPolicy] = restApisOf(partOf(planned, 'Closed')).map(({ inputs }) => inputs)
    expect(byPolicy?.endpointConfiguration).toMatchObject({ types: 'PRIVATE' })
    expect(JSON.parse(String(byPolicy?.policy))).toEqual(resourcePolicy)
    for (const name of ['Default', 'Edge', 'Regional'])
      expect(restApisOf(partOf(planned, name)).map(({ inputs }) => inputs.policy)).toEqual([undefined])
  })

  test('apiGatewayStage is the stage’s name, with its tags, tracing and throttle', () => {
    expect(restStagesOf(all())).toMatchObject([
      { name: 'live', xray: true, tags: { team: 'prod', top: 'yes' } },
    ])
    expect(inputsOf(all(), 'apigateway/methodSettings:MethodSettings')).toMatchObject([
      {
        stageName: 'live',
        methodPath: '*/*',
        settings: { throttlingRateLimit: 50, throttlingBurstLimit: 100 },
      },
    ])
  })

  test('apiKeys and usagePlan are made for the stage, one key as it is given', () => {
    const [usage] = usagePlansOf(all())
    expect(usage).toMatchObject({
      stages: ['live'],
      throttle: { rateLimit: 5, burstLimit: 10 },
      quota: { limit: 1000, period: 'MONTH' },
    })
    expect(usage?.keys).toHaveLength(2)
    const web = usage?.keys.find((key) => key.value === value)
    const app = usage?.keys.find((key) => key.value !== value)
    expect(all().outputs).toMatchObject({ 'apiKey web': web?.id, 'apiKey app': app?.id })
    expect(JSON.stringify(all().outputs)).not.toContain(value)
  })

  test('customDomain is the domain’s name, certificate, TLS, tags and prefix', () => {
    const domainOf = (name: string) => inputsOf(partOf(planned, name), 'apigateway/domainName:DomainName')
    expect(domainOf('All')).toMatchObject([
      { domainName: 'api.example.com', regionalCertificateArn: certificateArn, securityPolicy: 'TLS_1_0' },
    ])
    expect(domainOf('All')[0]?.tags).toEqual({ team: 'prod', top: 'yes', of: 'domain' })
    expect(domainOf('Edge')).toMatchObject([
      { domainName: 'edge.example.com', certificateArn, securityPolicy: 'TLS_1_2' },
    ])
    expect(domainOf('Regional')).toMatchObject([
      {
        domainName: 'regional.example.com',
        regionalCertificateArn: certificateArn,
        securityPolicy: 'TLS_1_2',
      },
    ])
    const mappings = inputsOf(all(), 'apigateway/basePathMapping:BasePathMapping')
    expect(mappings).toMatchObject([{ basePath: 'shop', stageName: 'live' }])
    const [root] = inputsOf(partOf(planned, 'Edge'), 'apigateway/basePathMapping:BasePathMapping')
    expect(root?.basePath ?? '').toBe('')
    expect(all().outputs).toMatchObject({
      url: 'https://api.example.com/shop/',
      curl: 'curl -i https://api.example.com/shop/',
    })
    expect(inputsOf(planned, 'route53/record:Record')).toEqual([])
  })
})
