import { apigatewayNeeds } from './apigateway.ts'
import { appconfig } from './appconfig.ts'
import { athena, athenaRules } from './athena.ts'
import { batch } from './batch.ts'
import { bedrock, bedrockAgentRuntimeRules, bedrockRuntimeRules } from './bedrock.ts'
import type { Service } from './by-data.ts'
import { cloudwatch } from './cloudwatch.ts'
import { cognitoIdentity } from './cognito-identity.ts'
import { cognitoIdp } from './cognito-idp.ts'
import { dynamodb, dynamodbRules } from './dynamodb.ts'
import { ecs, ecsRules } from './ecs.ts'
import { events, eventsRules } from './events.ts'
import { executeApiRules } from './execute-api.ts'
import { iotData, iotDataRules } from './iot.ts'
import { keyspaces } from './keyspaces.ts'
import { kms, kmsRules } from './kms.ts'
import { lambda, lambdaRules } from './lambda.ts'
import { logs } from './logs.ts'
import { rdsDataRules } from './rds-data.ts'
import { redshiftDataRules } from './redshift-data.ts'
import { s3Control, s3Rules } from './s3.ts'
import { sagemakerRuntimeRules } from './sagemaker-runtime.ts'
import { scheduler } from './scheduler.ts'
import { secretsmanager, secretsmanagerRules } from './secretsmanager.ts'
import { sesRules, sesv2, sesv2Rules } from './ses.ts'
import { sns, snsRules } from './sns.ts'
import { sqs, sqsRules } from './sqs.ts'
import { ssm, ssmRules } from './ssm.ts'
import { states } from './states.ts'
import { sts, stsRules } from './sts.ts'
import type { Rule } from './target.ts'
import { timestreamQueryRules, timestreamWriteRules } from './timestream.ts'
import { translateRules } from './translate.ts'

/** What calix knows of a client beside the data. */
export interface ClientRules {
  readonly service?: Service
  /** The operations that the data alone does not decide. */
  readonly rules?: Readonly<Record<string, Rule>>
}

/** Services that are asked without naming a resource, unless the input has one, such as a model of one's own. */
const unnamed: ClientRules = { service: { ofAccount: 'all' } }

const CLIENTS: Readonly<Record<string, ClientRules>> = {
  apigatewaymanagementapi: { rules: executeApiRules },
  appconfigdata: { service: appconfig },
  athena: { service: athena, rules: athenaRules },
  batch: { service: batch },
  bedrock: { service: bedrock },
  'bedrock-agent-runtime': { service: bedrock, rules: bedrockAgentRuntimeRules },
  'bedrock-runtime': { service: bedrock, rules: bedrockRuntimeRules },
  cloudwatch: { service: cloudwatch },
  'cloudwatch-events': { service: events, rules: eventsRules },
  'cloudwatch-logs': { service: logs },
  'cognito-identity': { service: cognitoIdentity },
  'cognito-identity-provider': { service: cognitoIdp },
  comprehend: unnamed,
  'cost-explorer': unnamed,
  dynamodb: { service: dynamodb, rules: dynamodbRules },
  'dynamodb-streams': { service: dynamodb },
  ecs: { service: ecs, rules: ecsRules },
  eventbridge: { service: events, rules: eventsRules },
  'iot-data-plane': { service: iotData, rules: iotDataRules },
  keyspaces: { service: keyspaces },
  kms: { service: kms, rules: kmsRules },
  lambda: { service: lambda, rules: lambdaRules },
  polly: unnamed,
  'rds-data': { rules: rdsDataRules },
  'redshift-data': { rules: redshiftDataRules },
  s3: { rules: s3Rules },
  's3-control': { service: s3Control },
  'sagemaker-runtime': { rules: sagemakerRuntimeRules },
  scheduler: { service: scheduler },
  'secrets-manager': { service: secretsmanager, rules: secretsmanagerRules },
  ses: { rules: sesRules },
  sesv2: { service: sesv2, rules: sesv2Rules },
  sfn: { service: states },
  sns: { service: sns, rules: snsRules },
  sqs: { service: sqs, rules: sqsRules },
  ssm: { service: ssm, rules: ssmRules },
  sts: { service: sts, rules: stsRules },
  textract: unnamed,
  'timestream-query': { rules: timestreamQueryRules },
  'timestream-write': { rules: timestreamWriteRules },
  transcribe: unnamed,
  translate: { ...unnamed, rules: translateRules },
}

// Whose rules are for every operation.
const WHOLE: Readonly<Record<string, Rule>> = {
  'api-gateway': apigatewayNeeds,
  apigatewayv2: apigatewayNeeds,
}

const has = (names: object, name: string): boolean => Object.hasOwn(names, name)

/** What calix knows of a client beside the data, by the name of its package after `@aws-sdk/client-`. */
export const clientRules = (client: string): ClientRules =>
  has(CLIENTS, client) ? (CLIENTS[client] ?? {}) : {}

/** The rule of an operation. */
export const ruleOf = (client: string, operation: string): Rule | undefined => {
  const { rules = {} } = clientRules(client)
  return has(rules, operation) ? rules[operation] : has(WHOLE, client) ? WHOLE[client] : undefined
}
