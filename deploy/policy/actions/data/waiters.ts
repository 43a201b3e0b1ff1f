// Written by scripts/iam-data.ts: run it again instead of changing this file.

/** The operation behind each waiter, by client. */
export const WAITERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  cloudwatch: {
    AlarmExists: 'DescribeAlarms',
    AlarmMuteRuleExists: 'GetAlarmMuteRule',
    CompositeAlarmExists: 'DescribeAlarms',
    LogAlarmExists: 'DescribeAlarms',
  },
  dynamodb: {
    BulkOperationCompleted: 'DescribeBulkOperation',
    ContributorInsightsEnabled: 'DescribeContributorInsights',
    ExportCompleted: 'DescribeExport',
    ImportCompleted: 'DescribeImport',
    KinesisStreamingDestinationActive: 'DescribeKinesisStreamingDestination',
    TableExists: 'DescribeTable',
    TableNotExists: 'DescribeTable',
  },
  ecs: {
    DaemonActive: 'DescribeDaemon',
    DaemonDeploymentStopped: 'DescribeDaemonDeployments',
    DaemonDeploymentSuccessful: 'DescribeDaemonDeployments',
    DaemonTaskDefinitionActive: 'DescribeDaemonTaskDefinition',
    DaemonTaskDefinitionDeleted: 'DescribeDaemonTaskDefinition',
    ServicesInactive: 'DescribeServices',
    ServicesStable: 'DescribeServices',
    TasksRunning: 'DescribeTasks',
    TasksStopped: 'DescribeTasks',
  },
  kinesis: {
    ChannelActive: 'DescribeChannel',
    StreamExists: 'DescribeStream',
    StreamNotExists: 'DescribeStream',
  },
  lambda: {
    FunctionActive: 'GetFunctionConfiguration',
    FunctionActiveV2: 'GetFunction',
    FunctionExists: 'GetFunction',
    FunctionUpdated: 'GetFunctionConfiguration',
    FunctionUpdatedV2: 'GetFunction',
    PublishedVersionActive: 'GetFunctionConfiguration',
  },
  s3: {
    BucketExists: 'HeadBucket',
    BucketNotExists: 'HeadBucket',
    ObjectExists: 'HeadObject',
    ObjectNotExists: 'HeadObject',
  },
  ssm: {
    CommandExecuted: 'GetCommandInvocation',
  },
}
