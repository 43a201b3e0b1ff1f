import { arn } from '../account.ts'
import { identifier } from '../identifier.ts'
import type { Created, Creation, Providers } from './output.ts'
import { text } from './output.ts'

const plane = ({ account }: Creation, path: string): string =>
  `arn:${account.partition}:apigateway:${account.region}::${path}`

/** `agm-API-RESOURCE-GET` and its kin, as the provider names what AWS gives no id. */
const compound = (prefix: string, ...keys: ReadonlyArray<string>): ((creation: Creation) => Created) => {
  return ({ inputs }) => ({ id: [prefix, ...keys.map((key) => text(inputs[key]))].join('-'), state: {} })
}

/** What the provider answers for the parts of an API Gateway REST API. */
export const rest: Providers = {
  'aws:apigateway/restApi:RestApi': (creation) => {
    const id = identifier(creation.urn, 10)
    return {
      id,
      state: {
        arn: plane(creation, `/restapis/${id}`),
        executionArn: arn(creation.account, 'execute-api', id),
        rootResourceId: identifier(`${creation.urn}/`, 10),
        apiKeySource: 'HEADER',
      },
    }
  },
  'aws:apigateway/resource:Resource': ({ urn, inputs, created }) => {
    const parent = text(created.get(text(inputs.parentId))?.path)
    return { id: identifier(urn, 6), state: { path: `${parent}/${text(inputs.pathPart)}` } }
  },
  'aws:apigateway/method:Method': compound('agm', 'restApi', 'resourceId', 'httpMethod'),
  'aws:apigateway/methodResponse:MethodResponse': compound(
    'agmr',
    'restApi',
    'resourceId',
    'httpMethod',
    'statusCode',
  ),
  'aws:apigateway/integration:Integration': compound('agi', 'restApi', 'resourceId', 'httpMethod'),
  'aws:apigateway/integrationResponse:IntegrationResponse': compound(
    'agir',
    'restApi',
    'resourceId',
    'httpMethod',
    'statusCode',
  ),
  'aws:apigateway/response:Response': compound('aggr', 'restApiId', 'responseType'),
  'aws:apigateway/authorizer:Authorizer': (creation) => {
    const id = identifier(creation.urn, 6)
    return {
      id,
      state: { arn: plane(creation, `/restapis/${text(creation.inputs.restApi)}/authorizers/${id}`) },
    }
  },
  // A deployment is replaced, and gets another id, when its triggers change.
  'aws:apigateway/deployment:Deployment': ({ urn, inputs }) => ({
    id: identifier(urn + JSON.stringify(inputs.triggers ?? {}), 6),
    state: {},
  }),
  'aws:apigateway/stage:Stage': (creation) => {
    const api = text(creation.inputs.restApi)
    const stage = text(creation.inputs.stageName)
    return {
      id: `ags-${api}-${stage}`,
      state: {
        arn: plane(creation, `/restapis/${api}/stages/${stage}`),
        executionArn: arn(creation.account, 'execute-api', `${api}/${stage}`),
        invokeUrl: `https://${api}.execute-api.${creation.account.region}.amazonaws.com/${stage}`,
      },
    }
  },
  'aws:apigateway/usagePlan:UsagePlan': (creation) => {
    const id = identifier(creation.urn, 6)
    return { id, state: { arn: plane(creation, `/usageplans/${id}`) } }
  },
  'aws:apigateway/apiKey:ApiKey': (creation) => {
    const id = identifier(creation.urn, 10)
    return {
      id,
      state: {
        arn: plane(creation, `/apikeys/${id}`),
        value: creation.inputs.value ?? identifier(`${creation.urn} value`, 40),
        enabled: creation.inputs.enabled ?? true,
      },
    }
  },
  'aws:apigateway/usagePlanKey:UsagePlanKey': ({ inputs, created }) => {
    const key = created.get(text(inputs.keyId))
    return { id: text(inputs.keyId), state: { name: key?.name, value: key?.value } }
  },
  'aws:apigateway/account:Account': ({ account, inputs }) => ({
    id: 'api-gateway-account',
    // Of an account that has been used before: SST sets the role up once for all APIs of an account.
    state: {
      cloudwatchRoleArn:
        inputs.cloudwatchRoleArn ??
        `arn:${account.partition}:iam::${account.id}:role/APIGatewayPushToCloudWatchLogs`,
    },
  }),
  'aws:apigateway/domainName:DomainName': (creation) => {
    const domain = text(creation.inputs.domainName)
    return {
      id: domain,
      state: {
        arn: plane(creation, `/domainnames/${domain}`),
        cloudfrontDomainName: `d${identifier(creation.urn, 13)}.cloudfront.net`,
        cloudfrontZoneId: 'Z2FDTNDATAQYW2',
        regionalDomainName: `d-${identifier(creation.urn, 10)}.execute-api.${creation.account.region}.amazonaws.com`,
        regionalZoneId: 'Z1UJRXOUMOOFQ8',
      },
    }
  },
}
