import { BedrockRuntime } from '@aws-sdk/client-bedrock-runtime'
import { DynamoDB } from '@aws-sdk/client-dynamodb'
import { RDSData } from '@aws-sdk/client-rds-data'
import { SFN } from '@aws-sdk/client-sfn'

const makers = {
  bedrock: () => new BedrockRuntime({ region: 'us-east-1' }),
  dynamo: () => new DynamoDB({}),
  rds: () => new RDSData({}),
  sfn: () => new SFN({}),
}

type Makers = typeof makers
type Toolbox = { readonly [K in keyof Makers]: ReturnType<Makers[K]> }

/** Clients that are made when they are first touched. */
export const toolbox = Object.keys(makers).reduce((box, name) => {
  let made: unknown
  return Object.defineProperty(box, name, {
    enumerable: true,
    get: () => (made ??= makers[name as keyof Makers]()),
  })
}, {} as Toolbox)
