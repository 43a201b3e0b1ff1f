import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts'
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers'
import { calix, get, route } from 'calix'

const partner = new S3Client({
  region: 'eu-north-1',
  credentials: fromTemporaryCredentials({
    params: { RoleArn: 'arn:aws:iam::210987654321:role/partner-reader', RoleSessionName: 'shop' },
  }),
})
const sts = new STSClient({})

export const app = calix(
  {},
  route(get('/partner/:key'), async ({ params }) => {
    const { Body } = await partner.send(new GetObjectCommand({ Bucket: 'partner-data', Key: params.key }))
    return Body?.transformToString()
  }),
  route(get('/role'), async () => {
    const { Credentials } = await sts.send(
      new AssumeRoleCommand({ RoleArn: 'arn:aws:iam::123456789012:role/auditor', RoleSessionName: 'audit' }),
    )
    return { until: Credentials?.Expiration ?? null }
  }),
  route(get('/who'), async () => {
    const { Arn } = await sts.send(new GetCallerIdentityCommand({}))
    return Arn ?? 'nobody'
  }),
)
