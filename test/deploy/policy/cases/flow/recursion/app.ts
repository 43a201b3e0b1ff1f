import { ListObjectsV2Command, type ListObjectsV2CommandOutput, S3Client } from '@aws-sdk/client-s3'
import { DescribeStateMachineCommand, SFNClient } from '@aws-sdk/client-sfn'
import { calix, get, route } from 'calix'

const s3 = new S3Client({})
const sfn = new SFNClient({})

const listAll = async (prefix: string, token?: string): Promise<ReadonlyArray<string>> => {
  const page: ListObjectsV2CommandOutput = await s3.send(
    new ListObjectsV2Command({
      Bucket: 'deep',
      Prefix: prefix,
      ...(token ? { ContinuationToken: token } : {}),
    }),
  )
  const keys = (page.Contents ?? []).flatMap(({ Key }) => (Key ? [Key] : []))
  return page.NextContinuationToken ? [...keys, ...(await listAll(prefix, page.NextContinuationToken))] : keys
}

const isEven = async (n: number): Promise<boolean> => (n === 0 ? true : isOdd(n - 1))
const isOdd = async (n: number): Promise<boolean> => {
  if (n > 0) return isEven(n - 1)
  await sfn.send(
    new DescribeStateMachineCommand({
      stateMachineArn: 'arn:aws:states:eu-west-1:123456789012:stateMachine:odd',
    }),
  )
  return false
}

export const app = calix(
  {},
  route(get('/keys/:prefix'), ({ params }) => listAll(params.prefix)),
  route(get('/even/:n'), ({ params }) => isEven(Number(params.n))),
)
