import type { SdkCall } from '../sdk-call.ts'
import { needsByData } from './by-data.ts'
import { at, given } from './input.ts'
import { type Spelling, spellings, UNSAID } from './spelling.ts'
import { arn, byField, type Need, OWN_ACCOUNT, type Rule, regionsOf } from './target.ts'

// The Data API signs in to the database with the caller's permissions, by a secret or by credentials that it asks for:
// https://docs.aws.amazon.com/redshift/latest/mgmt/data-api-access.html

const secret = byField('SecretArn', {
  arn: (name, place) => arn('secretsmanager', place, `secret:${name}-??????`),
})

const saidAs = (call: SdkCall, field: string): ReadonlyArray<Spelling> => {
  const said = spellings(at(call.input, field))
  return said.length === 0 ? [UNSAID] : said
}

const inCluster = (call: SdkCall, kind: string, field: string): ReadonlyArray<string> =>
  regionsOf(call).flatMap(({ text: region }) =>
    saidAs(call, 'ClusterIdentifier').flatMap((cluster) =>
      saidAs(call, field).map((name) =>
        arn('redshift', { region, account: OWN_ACCOUNT }, `${kind}:${cluster.text}/${name.text}`),
      ),
    ),
  )

const signIn = (call: SdkCall): ReadonlyArray<Need> => {
  const on = secret(call)
  if (on !== undefined) return [{ action: 'secretsmanager:GetSecretValue', on }]
  if (given(call.input, 'WorkgroupName') === 'yes') {
    // Its ARN has an id that the call does not name.
    const arns = regionsOf(call).map(({ text }) =>
      arn('redshift-serverless', { region: text, account: OWN_ACCOUNT }, 'workgroup/*'),
    )
    return [{ action: 'redshift-serverless:GetCredentials', on: { arns, gaps: [] } }]
  }
  if (given(call.input, 'ClusterIdentifier') !== 'yes') return []
  const database = inCluster(call, 'dbname', 'Database')
  return given(call.input, 'DbUser') === 'yes'
    ? [
        {
          action: 'redshift:GetClusterCredentials',
          on: { arns: [...database, ...inCluster(call, 'dbuser', 'DbUser')], gaps: [] },
        },
      ]
    : [{ action: 'redshift:GetClusterCredentialsWithIAM', on: { arns: database, gaps: [] } }]
}

const signedIn: Rule = (call) => [...(needsByData(call, 'redshift-data') ?? []), ...signIn(call)]

const OPERATIONS = [
  'BatchExecuteStatement',
  'DescribeTable',
  'ExecuteStatement',
  'ListDatabases',
  'ListSchemas',
  'ListTables',
]

export const redshiftDataRules: Readonly<Record<string, Rule>> = Object.fromEntries(
  OPERATIONS.map((operation) => [operation, signedIn]),
)
