import { isPrefix } from './slice.ts'

// The clients of the SDK whose IAM prefix is not their name, nor their name without dashes: the prefix, then its
// clients. From the service authorization reference, which names the prefix of each service:
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
const CLIENTS = `
  access-analyzer: accessanalyzer
  app-integrations: appintegrations
  airflow: mwaa
  aoss: opensearchserverless
  apigateway: api-gateway apigatewayv2
  application-autoscaling: application-auto-scaling
  application-cost-profiler: applicationcostprofiler
  aps: amp
  appconfig: appconfigdata
  autoscaling-plans: auto-scaling-plans
  aws-marketplace: marketplace-agreement marketplace-catalog marketplace-deployment marketplace-discovery
    marketplace-entitlement-service marketplace-metering marketplace-reporting
  bedrock: bedrock-agent bedrock-agent-runtime bedrock-data-automation bedrock-data-automation-runtime bedrock-runtime
  bedrock-agentcore: bedrock-agentcore-control
  cassandra: keyspaces keyspacesstreams
  cases: connectcases
  ce: cost-explorer
  chime: chime-sdk-identity chime-sdk-media-pipelines chime-sdk-meetings chime-sdk-messaging chime-sdk-voice
  cleanrooms-ml: cleanroomsml
  cloudformation: cloudcontrol
  cloudhsm: cloudhsm-v2
  cloudsearch: cloudsearch-domain
  codeguru-profiler: codeguruprofiler
  cognito-idp: cognito-identity-provider
  config: config-service
  connect: connect-contact-lens connectparticipant
  connect-campaigns: connectcampaigns connectcampaignsv2
  cur: cost-and-usage-report-service
  discovery: application-discovery-service
  dms: database-migration-service
  ds: directory-service
  ds-data: directory-service-data
  dynamodb: dynamodb-streams
  elasticfilesystem: efs
  elasticloadbalancing: elastic-load-balancing elastic-load-balancing-v2
  elasticmapreduce: emr
  elemental-inference: elementalinference
  es: elasticsearch-service opensearch
  events: cloudwatch-events eventbridge
  execute-api: apigatewaymanagementapi
  finspace-api: finspace-data
  forecast: forecastquery
  geo: location
  greengrass: greengrassv2
  iot: iot-data-plane iotsecuretunneling
  iot1click: iot-1click-devices-service iot-1click-projects
  iotevents: iot-events-data
  iotjobsdata: iot-jobs-data-plane
  ivs: ivs-realtime
  kinesisanalytics: kinesis-analytics kinesis-analytics-v2
  kinesisvideo: kinesis-video-archived-media kinesis-video-media kinesis-video-signaling kinesis-video-webrtc-storage
  lex: lex-model-building-service lex-models-v2 lex-runtime-service lex-runtime-v2
  logs: cloudwatch-logs
  mechanicalturk: mturk
  mediastore: mediastore-data
  mgh: migration-hub migrationhub-config
  migrationhub-orchestrator: migrationhuborchestrator
  migrationhub-strategy: migrationhubstrategy
  mobiletargeting: pinpoint
  neptune-db: neptunedata
  opsworks-cm: opsworkscm
  notifications-contacts: notificationscontacts
  partnercentral: partnercentral-benefits partnercentral-channel partnercentral-selling
  partnercentral-account-management: partnercentral-account
  payment-cryptography: payment-cryptography-data
  personalize: personalize-events personalize-runtime
  private-networks: privatenetworks
  profile: customer-profiles
  qldb: qldb-session
  rds: docdb neptune
  refactor-spaces: migration-hub-refactor-spaces
  rekognition: rekognitionstreaming
  s3: s3-control
  sagemaker: sagemaker-a2i-runtime sagemaker-edge sagemaker-featurestore-runtime sagemaker-metrics
    sagemaker-runtime sagemaker-runtime-http2
  scn: supplychain
  secretsmanager: secrets-manager
  serverlessrepo: serverlessapplicationrepository
  servicecatalog: service-catalog service-catalog-appregistry
  ses: mailmanager pinpoint-email ses sesv2
  signer: signer-data
  sms-voice: pinpoint-sms-voice pinpoint-sms-voice-v2
  social-messaging: socialmessaging
  sso: sso-admin
  sso-oauth: sso-oidc
  states: sfn
  tag: resource-groups-tagging-api
  tax: taxsettings
  thinclient: workspaces-thin-client
  timestream: timestream-query timestream-write
  transcribe: transcribe-streaming
  wisdom: qconnect
`

// A service's prefix ends with a colon; the words after it, up to the next, are its clients.
const prefixes = new Map<string, string>()
let current = ''
for (const word of CLIENTS.trim().split(/\s+/)) {
  if (word.endsWith(':')) current = word.slice(0, -1)
  else prefixes.set(word, current)
}

/**
 * The prefix that a client's actions have in IAM; `undefined` when it is not known.
 *
 * @param client the name of the client's package after `@aws-sdk/client-`
 */
export const iamPrefixOf = (client: string): string | undefined => {
  const listed = prefixes.get(client)
  if (listed !== undefined) return listed
  return [client, client.replaceAll('-', '')].find(isPrefix)
}
