import {
  DynamoDBClient,
  type DynamoDBClientResolvedConfig,
  type ServiceInputTypes as DynamoInput,
  type ServiceOutputTypes as DynamoOutput,
} from '@aws-sdk/client-dynamodb'
import {
  type S3ClientResolvedConfig,
  S3Client,
  type ServiceInputTypes,
  type ServiceOutputTypes,
} from '@aws-sdk/client-s3'
import type { Client, Command, HttpHandlerOptions, MetadataBearer } from '@smithy/types'

const sender =
  <Input extends object, Output extends MetadataBearer, Config>(client: Client<Input, Output, Config>) =>
  async <I extends Input, O extends Output>(command: Command<Input, I, Output, O, Config>): Promise<O> => {
    const options: HttpHandlerOptions = { requestTimeout: 2_000 }
    return client.send(command, options)
  }

export const aws = {
  s3: sender<ServiceInputTypes, ServiceOutputTypes, S3ClientResolvedConfig>(new S3Client({})),
  dynamodb: sender<DynamoInput, DynamoOutput, DynamoDBClientResolvedConfig>(new DynamoDBClient({})),
}
