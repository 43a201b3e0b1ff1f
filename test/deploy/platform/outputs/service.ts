import { arn } from '../account.ts'
import { bytes, identifier } from '../identifier.ts'
import type { Creation, Providers } from './output.ts'
import { text } from './output.ts'

const named = ({ name, urn, inputs }: Creation, key = 'name'): string =>
  text(inputs[key]) || `${name}-${identifier(urn, 7)}`

/** What the providers answer for the other services that an app meets. */
export const service: Providers = {
  'aws:iam/role:Role': (creation) => {
    const name = named(creation)
    const path = text(creation.inputs.path) || '/'
    const { partition, id } = creation.account
    const uniqueId = `AROA${identifier(creation.urn, 17).toUpperCase()}`
    return { id: name, state: { name, uniqueId, arn: `arn:${partition}:iam::${id}:role${path}${name}` } }
  },
  'aws:iam/policy:Policy': (creation) => {
    const name = named(creation)
    const { partition, id } = creation.account
    const policyArn = `arn:${partition}:iam::${id}:policy${text(creation.inputs.path) || '/'}${name}`
    return { id: policyArn, state: { name, arn: policyArn } }
  },
  'aws:cloudwatch/logGroup:LogGroup': (creation) => {
    const name = named(creation)
    return { id: name, state: { name, arn: arn(creation.account, 'logs', `log-group:${name}`) } }
  },
  'aws:cloudwatch/eventRule:EventRule': (creation) => {
    const name = named(creation)
    return { id: name, state: { name, arn: arn(creation.account, 'events', `rule/${name}`) } }
  },
  'aws:scheduler/schedule:Schedule': (creation) => {
    const name = named(creation)
    return {
      id: `default/${name}`,
      state: { name, arn: arn(creation.account, 'scheduler', `schedule/default/${name}`) },
    }
  },
  'aws:s3/bucket:Bucket': (creation) => {
    const bucket = named(creation, 'bucket')
    const { partition, region } = creation.account
    return {
      id: bucket,
      state: {
        bucket,
        arn: `arn:${partition}:s3:::${bucket}`,
        bucketDomainName: `${bucket}.s3.amazonaws.com`,
        bucketRegionalDomainName: `${bucket}.s3.${region}.amazonaws.com`,
        region,
      },
    }
  },
  'aws:s3/bucketObjectv2:BucketObjectv2': ({ inputs, account }) => ({
    id: text(inputs.key),
    state: {
      arn: `arn:${account.partition}:s3:::${text(inputs.bucket)}/${text(inputs.key)}`,
      versionId: 'null',
    },
  }),
  'aws:sqs/queue:Queue': (creation) => {
    const name = named(creation)
    const url = `https://sqs.${creation.account.region}.amazonaws.com/${creation.account.id}/${name}`
    return { id: url, state: { name, url, arn: arn(creation.account, 'sqs', name) } }
  },
  'aws:sns/topic:Topic': (creation) => {
    const name = named(creation)
    const topicArn = arn(creation.account, 'sns', name)
    return { id: topicArn, state: { name, arn: topicArn } }
  },
  'aws:dynamodb/table:Table': (creation) => {
    const name = named(creation)
    const tableArn = arn(creation.account, 'dynamodb', `table/${name}`)
    return {
      id: name,
      state: { name, arn: tableArn, streamArn: `${tableArn}/stream/2026-01-01T00:00:00.000` },
    }
  },
  'aws:kinesis/stream:Stream': (creation) => {
    const name = named(creation)
    const streamArn = arn(creation.account, 'kinesis', `stream/${name}`)
    return { id: streamArn, state: { name, arn: streamArn } }
  },
  'aws:cognito/userPool:UserPool': (creation) => {
    const { region } = creation.account
    const id = `${region}_${identifier(creation.urn, 9)}`
    return {
      id,
      state: {
        name: named(creation),
        arn: arn(creation.account, 'cognito-idp', `userpool/${id}`),
        endpoint: `cognito-idp.${region}.amazonaws.com/${id}`,
      },
    }
  },
  'aws:cognito/userPoolClient:UserPoolClient': ({ urn }) => ({ id: identifier(urn, 26), state: {} }),
  'random:index/randomBytes:RandomBytes': ({ urn, inputs }) => {
    const random = bytes(urn, typeof inputs.length === 'number' ? inputs.length : 32)
    const base64 = random.toString('base64')
    return { id: base64, state: { base64, hex: random.toString('hex') } }
  },
  'random:index/randomId:RandomId': ({ urn, inputs }) => {
    const random = bytes(urn, typeof inputs.byteLength === 'number' ? inputs.byteLength : 8)
    return {
      id: random.toString('base64url'),
      state: { hex: random.toString('hex'), b64Url: random.toString('base64url') },
    }
  },
  'random:index/randomPassword:RandomPassword': ({ urn, inputs }) => ({
    id: 'none',
    state: { result: identifier(urn, typeof inputs.length === 'number' ? Math.min(inputs.length, 64) : 16) },
  }),
}
