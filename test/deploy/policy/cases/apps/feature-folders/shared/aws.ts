import { DynamoDB } from '@aws-sdk/client-dynamodb'
import { S3 } from '@aws-sdk/client-s3'
import { SQS } from '@aws-sdk/client-sqs'

const lazily = <A>(make: () => A): (() => A) => {
  let made: A | undefined
  return () => {
    made ??= make()
    return made
  }
}

export const aws = {
  dynamo: lazily(() => new DynamoDB({})),
  s3: lazily(() => new S3({})),
  sqs: lazily(() => new SQS({})),
}
