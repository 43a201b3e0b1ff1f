import { CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch'
import { S3, S3Client, HeadBucketCommand } from '@aws-sdk/client-s3'
import { calix, get, post, route } from 'calix'

const metrics = new CloudWatchClient({})
const send = metrics.send.bind(metrics)

const count = (name: string) =>
  send(new PutMetricDataCommand({ Namespace: 'Shop', MetricData: [{ MetricName: name, Value: 1 }] }))

const s3 = new S3({})
const tag = s3.putBucketTagging.bind(s3)

const client = new S3Client({})
// @ts-expect-error: of an overloaded method, call knows the last signature alone.
const call = (command: HeadBucketCommand) => S3Client.prototype.send.call(client, command)

export const app = calix(
  {},
  route(post('/visits'), async () => {
    await count('visits')
    return null
  }),
  route(post('/tags'), async () => {
    await tag({ Bucket: 'tagged', Tagging: { TagSet: [{ Key: 'a', Value: 'b' }] } })
    return null
  }),
  route(get('/alive'), async () => {
    await call(new HeadBucketCommand({ Bucket: 'tagged' }))
    return 'yes'
  }),
)
