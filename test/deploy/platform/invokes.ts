import type { Account } from './account.ts'
import type { Values } from './outputs/output.ts'
import { text } from './outputs/output.ts'
import { policyDocument } from './policy-document.ts'

/** A look-up that no answer is known for: inventing one would plan something that AWS never says. */
export class UnknownLookUpError extends Error {
  constructor(token: string) {
    super(`The plan does not know what AWS answers to '${token}': add it to test/deploy/platform/invokes.ts.`)
    this.name = 'UnknownLookUpError'
  }
}

type LookUp = (inputs: Values, account: Account) => Values

const lookUps: Readonly<Record<string, LookUp>> = {
  'aws:index/getCallerIdentity:getCallerIdentity': (_, { id, partition }) => ({
    id,
    accountId: id,
    userId: 'AIDAEXAMPLEEXAMPLE00',
    arn: `arn:${partition}:iam::${id}:user/deployer`,
  }),
  'aws:index/getRegion:getRegion': (_, { region }) => ({
    id: region,
    region,
    name: region,
    description: region,
    endpoint: `ec2.${region}.amazonaws.com`,
  }),
  'aws:index/getPartition:getPartition': (_, { partition }) => ({
    id: partition,
    partition,
    dnsSuffix: partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com',
    reverseDnsPrefix: 'com.amazonaws',
  }),
  'aws:index/getAvailabilityZones:getAvailabilityZones': (_, { region }) => ({
    id: region,
    names: ['a', 'b', 'c'].map((zone) => `${region}${zone}`),
    zoneIds: ['az1', 'az2', 'az3'],
  }),
  'aws:index/getArn:getArn': ({ arn }) => {
    const [, partition, service, region, account, ...resource] = text(arn).split(':')
    return { id: arn, arn, partition, service, region, account, resource: resource.join(':') }
  },
  'aws:iam/getPolicyDocument:getPolicyDocument': policyDocument,
  'aws:iot/getEndpoint:getEndpoint': (_, { region }) => ({
    id: 'endpoint',
    endpointAddress: `a1b2c3d4e5f6g7-ats.iot.${region}.amazonaws.com`,
  }),
  'aws:route53/getZone:getZone': ({ name }) => ({ id: 'Z1EXAMPLE', zoneId: 'Z1EXAMPLE', name }),
}

/** What AWS would answer to a look-up of a program. @throws UnknownLookUpError */
export const lookUp = (token: string, inputs: Values, account: Account): Values => {
  const answer = lookUps[token]
  if (answer === undefined) throw new UnknownLookUpError(token)
  return answer(inputs, account)
}
