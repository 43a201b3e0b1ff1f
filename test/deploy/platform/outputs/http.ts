import { arn } from '../account.ts'
import { identifier } from '../identifier.ts'
import type { Created, Creation, Providers } from './output.ts'
import { text } from './output.ts'

const drawn = ({ urn }: Creation): Created => ({ id: identifier(urn, 7), state: {} })

/** What the provider answers for the parts of an API Gateway HTTP or WebSocket API. */
export const http: Providers = {
  'aws:apigatewayv2/api:Api': ({ urn, inputs, account }) => {
    const id = identifier(urn, 10)
    const scheme = inputs.protocolType === 'WEBSOCKET' ? 'wss' : 'https'
    return {
      id,
      state: {
        arn: `arn:${account.partition}:apigateway:${account.region}::/apis/${id}`,
        executionArn: arn(account, 'execute-api', id),
        apiEndpoint: `${scheme}://${id}.execute-api.${account.region}.amazonaws.com`,
      },
    }
  },
  'aws:apigatewayv2/stage:Stage': ({ inputs, account, created }) => {
    const api = text(inputs.apiId)
    const stage = text(inputs.name)
    const endpoint = text(created.get(api)?.apiEndpoint)
    return {
      id: stage,
      state: {
        arn: `arn:${account.partition}:apigateway:${account.region}::/apis/${api}/stages/${stage}`,
        executionArn: arn(account, 'execute-api', `${api}/${stage}`),
        invokeUrl: stage === '$default' ? `${endpoint}/` : `${endpoint}/${stage}`,
      },
    }
  },
  'aws:apigatewayv2/integration:Integration': drawn,
  'aws:apigatewayv2/route:Route': drawn,
  'aws:apigatewayv2/authorizer:Authorizer': drawn,
  'aws:apigatewayv2/deployment:Deployment': drawn,
  'aws:apigatewayv2/apiMapping:ApiMapping': drawn,
  'aws:apigatewayv2/domainName:DomainName': ({ urn, inputs, account }) => ({
    id: text(inputs.domainName),
    state: {
      arn: `arn:${account.partition}:apigateway:${account.region}::/domainnames/${text(inputs.domainName)}`,
      domainNameConfiguration: {
        ...(typeof inputs.domainNameConfiguration === 'object' ? inputs.domainNameConfiguration : {}),
        targetDomainName: `d-${identifier(urn, 10)}.execute-api.${account.region}.amazonaws.com`,
        hostedZoneId: 'Z1UJRXOUMOOFQ8',
      },
    },
  }),
}
