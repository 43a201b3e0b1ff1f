import { arn, byField, byFieldOrAny, type Rule } from './target.ts'

// The Data API reads the database's password from the secret, with the caller's permission:
// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.access.html

const cluster = byFieldOrAny(['resourceArn', 'dbClusterOrInstanceArn'], {
  isArn: true,
  arn: (name, place) => arn('rds', place, `cluster:${name}`),
})

const secret = byField(['secretArn', 'awsSecretStoreArn'], {
  isArn: true,
  arn: (name, place) => arn('secretsmanager', place, name === '*' ? 'secret:*' : `secret:${name}-??????`),
})

const rule: Rule = (call) => {
  const of = secret(call)
  return [
    { action: `rds-data:${call.operation}`, on: cluster(call) },
    ...(of === undefined ? [] : [{ action: 'secretsmanager:GetSecretValue', on: of }]),
  ]
}

const OPERATIONS = [
  'BatchExecuteStatement',
  'BeginTransaction',
  'CommitTransaction',
  'ExecuteSql',
  'ExecuteStatement',
  'RollbackTransaction',
]

export const rdsDataRules: Readonly<Record<string, Rule>> = Object.fromEntries(
  OPERATIONS.map((operation) => [operation, rule]),
)
