import { arn } from '../account.ts'
import { identifier } from '../identifier.ts'
import type { Providers } from './output.ts'
import { text } from './output.ts'

/** What the provider answers for Lambda functions, and for what SST puts around them. */
export const lambda: Providers = {
  'aws:lambda/function:Function': ({ name, urn, inputs, account }) => {
    const functionName = text(inputs.name) || `${name}-${identifier(urn, 7)}`
    const functionArn = arn(account, 'lambda', `function:${functionName}`)
    const invocation = (version: string, operation: string): string =>
      `arn:${account.partition}:apigateway:${account.region}:lambda:path/${version}/functions/${functionArn}/${operation}`
    return {
      id: functionName,
      state: {
        name: functionName,
        arn: functionArn,
        invokeArn: invocation('2015-03-31', 'invocations'),
        responseStreamingInvokeArn: invocation('2021-11-15', 'response-streaming-invocations'),
        version: inputs.publish === true ? '1' : '$LATEST',
        qualifiedArn: `${functionArn}:${inputs.publish === true ? '1' : '$LATEST'}`,
        qualifiedInvokeArn: invocation('2015-03-31', 'invocations'),
      },
    }
  },
  'aws:lambda/alias:Alias': ({ inputs, account }) => {
    const functionName = text(inputs.functionName).split(':').at(-1) ?? ''
    const aliasArn = arn(account, 'lambda', `function:${functionName}:${text(inputs.name)}`)
    return {
      id: aliasArn,
      state: {
        arn: aliasArn,
        invokeArn: `arn:${account.partition}:apigateway:${account.region}:lambda:path/2015-03-31/functions/${aliasArn}/invocations`,
      },
    }
  },
  'aws:lambda/functionUrl:FunctionUrl': ({ urn, inputs, account }) => {
    const urlId = identifier(urn, 32)
    const functionName = text(inputs.functionName)
    return {
      id: functionName,
      state: {
        urlId,
        functionUrl: `https://${urlId}.lambda-url.${account.region}.on.aws/`,
        functionArn: functionName.startsWith('arn:')
          ? functionName
          : arn(account, 'lambda', `function:${functionName}`),
      },
    }
  },
  'aws:lambda/permission:Permission': ({ name }) => ({ id: name, state: { statementId: name } }),
  'aws:lambda/layerVersion:LayerVersion': ({ inputs, account }) => {
    const layer = arn(account, 'lambda', `layer:${text(inputs.layerName)}`)
    return { id: `${layer}:1`, state: { arn: `${layer}:1`, layerArn: layer, version: '1' } }
  },
  'aws:lambda/eventSourceMapping:EventSourceMapping': ({ urn, account }) => {
    const uuid = identifier(urn, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
    return { id: uuid, state: { uuid, arn: arn(account, 'lambda', `event-source-mapping:${uuid}`) } }
  },
}
