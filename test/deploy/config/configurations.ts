import fc from 'fast-check'
import type {
  Configuration,
  FunctionOptions,
  Stage,
  StageOptions,
} from '../../../deploy/config/configuration.ts'
import {
  ARCHITECTURES,
  FUNCTIONS,
  LOG_RETENTIONS,
  QUOTA_PERIODS,
  TLS_VERSIONS,
} from '../../../deploy/config/configuration.ts'

/** The functions of an app of two routes and an authorizer. */
export const FUNCTIONS_OF_APP = ['api', 'GET /', 'GET /cities/:city', 'tokens']

const optional = { requiredKeys: [] as [] }
const lists = (prefix: string, maxLength: number) =>
  fc.array(
    fc.integer({ min: 1, max: 9 }).map((id) => `${prefix}-${id}`),
    { minLength: 1, maxLength },
  )

const texts = fc.dictionary(
  fc.stringMatching(/^[A-Z][a-z]{1,3}$/),
  fc.string({ unit: 'binary', maxLength: 9 }),
  {
    maxKeys: 4,
  },
)
const tags = fc.dictionary(fc.stringMatching(/^[a-z:/ é]{1,4}$/), fc.stringMatching(/^[\w .@-]{0,9}$/), {
  maxKeys: 4,
})

/** Options of a function that contradict no other ones, wherever they stand. */
const innocuous = {
  lambdaTimeout: fc.integer({ min: 1, max: 900 }),
  lambdaMemorySize: fc.integer({ min: 128, max: 10_240 }),
  environmentVariables: texts,
  tags,
  layers: fc.array(fc.constant('arn:aws:lambda:eu-west-1:123456789012:layer:tools:3'), { maxLength: 5 }),
  reservedConcurrency: fc.nat(),
  logRetentionInDays: fc.constantFrom(...LOG_RETENTIONS),
  xray: fc.boolean(),
  architecture: fc.constantFrom(...ARCHITECTURES),
}

/** Both or neither. */
const vpc: fc.Arbitrary<FunctionOptions> = fc.oneof(
  fc.constant({}),
  fc.record({ subnetIds: lists('subnet', 16), securityGroupIds: lists('sg', 5) }),
)

const merged = <A extends object, B extends object>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>) =>
  fc.tuple(a, b).map(([one, other]): A & B => ({ ...one, ...other }))

const functionOverrides = merged(
  fc.record({ ...innocuous, handler: fc.constantFrom('src/api.handler', 'a.b') }, optional),
  vpc,
)

const throttle = fc.record({ rate: fc.double({ min: 0, max: 1e6, noNaN: true }), burst: fc.nat() })
const ofGateways = {
  apiGatewayStage: fc.stringMatching(/^[\w-]{1,9}$/),
  minimumCompressionSize: fc.integer({ min: 0, max: 10_485_760 }),
  customDomain: fc.record(
    {
      domainName: fc.constantFrom('api.example.com', 'example.org'),
      certificateArn: fc.constant('arn:aws:acm:us-east-1:123456789012:certificate/0a1b'),
      tlsVersion: fc.constantFrom(...TLS_VERSIONS),
      urlPrefix: fc.constantFrom('shop', 'shop/v1'),
      tags,
    },
    { requiredKeys: ['domainName', 'certificateArn'] },
  ),
  apiKeys: fc.dictionary(
    fc.string(),
    fc.record({ value: fc.stringMatching(/^[A-Za-z0-9]{20,128}$/) }, optional),
    { maxKeys: 3 },
  ),
  usagePlan: fc.record(
    {
      throttle,
      quota: fc.record({ limit: fc.integer({ min: 1 }), period: fc.constantFrom(...QUOTA_PERIODS) }),
    },
    optional,
  ),
  throttle,
  apiGatewayQuota: fc.integer({ min: 1, max: 1000 }),
  apiGatewayPolicyFile: fc.constantFrom('api-policy.json'),
}

/** What goes together and must not be taken apart by another place's options. */
const role: fc.Arbitrary<StageOptions> = fc.constantFrom<StageOptions>(
  {},
  { manageIamRole: true },
  { autogenPolicy: true, manageIamRole: true },
  { manageIamRole: false, iamRoleArn: 'arn:aws:iam::123456789012:role/api' },
  { autogenPolicy: false, iamPolicyFile: 'policy.json' },
  { autogenPolicy: 'merge', iamPolicyFile: 'policy.json' },
)
const endpoint: fc.Arbitrary<StageOptions> = fc.constantFrom<StageOptions>(
  {},
  { apiGatewayEndpointType: 'EDGE' },
  { apiGatewayEndpointType: 'REGIONAL', gateway: 'rest' },
  { apiGatewayEndpointType: 'PRIVATE', apiGatewayEndpointVpce: 'vpce-0a' },
  { apiGatewayEndpointType: 'PRIVATE', apiGatewayEndpointVpce: ['vpce-0a', 'vpce-1b'] },
)

const stageOptions = merged(fc.record({ ...innocuous, ...ofGateways }, optional), vpc)

const functionsNamed = (names: ReadonlyArray<string>) =>
  fc.dictionary(fc.constantFrom(...names), functionOverrides, { maxKeys: names.length })

const stage = (names: ReadonlyArray<string>): fc.Arbitrary<Stage> =>
  merged(
    merged(stageOptions, merged(role, endpoint)),
    fc.record({ lambdaFunctions: functionsNamed(names) }, optional),
  )

/** Configurations that can be deployed, with options of every sort in every place. */
export const configurations: fc.Arbitrary<Configuration> = fc
  .constantFrom(...FUNCTIONS)
  .chain((functions) => {
    const names = functions === 'single' ? ['api', 'tokens'] : FUNCTIONS_OF_APP
    return fc
      .tuple(
        stageOptions,
        fc.record(
          { appName: fc.constantFrom('shop', 'my_app-1'), lambdaFunctions: functionsNamed(names) },
          optional,
        ),
        fc.option(
          fc.dictionary(fc.oneof(fc.stringMatching(/^[A-Za-z0-9-]{1,9}$/), fc.constant('*')), stage(names), {
            maxKeys: 4,
          }),
          { nil: undefined },
        ),
      )
      .map(([top, whole, stages]) => ({
        ...top,
        ...whole,
        functions,
        ...(stages === undefined ? {} : { stages }),
      }))
      .filter(({ customDomain, stages = {} }: Configuration) =>
        Object.values(stages).every(
          (each) =>
            each.apiGatewayEndpointType !== 'PRIVATE' || (each.customDomain ?? customDomain) === undefined,
        ),
      )
  })

/** Options of which nothing says that they could be deployed: for the laws of how they are laid over each other. */
export const someOptions: fc.Arbitrary<StageOptions> = merged(stageOptions, merged(role, endpoint))
