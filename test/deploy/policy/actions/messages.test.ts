import { expect, it } from 'vitest'
import { arn, compared, either, env, link, openList, type Row, RUN, t, titled } from './known-input.ts'

const queue = (name: string): string => arn('sqs', name)
const topic = 'arn:aws:sns:eu-west-1:123456789012:orders'
const bus = (name: string): string => arn('events', `event-bus/${name}`)
const machine = 'arn:aws:states:eu-west-1:123456789012:stateMachine:m'
const run = 'arn:aws:states:eu-west-1:123456789012:execution:m:1'
const role = 'arn:aws:iam::123456789012:role/r'

const ROWS: ReadonlyArray<Row> = [
  {
    call: 'sqs SendMessage',
    input: { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/' },
    needs: { 'sqs:SendMessage': arn('sqs', '*', 'eu-west-1', '123456789012') },
    says: ['QueueUrl of SendMessage is decided only when it runs'],
  },
  {
    call: 'sqs SendMessage',
    input: { QueueUrl: 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders' },
    needs: { 'sqs:SendMessage': `arn:\${AWS::Partition}:sqs:eu-west-1:123456789012:orders` },
  },
  {
    call: 'sqs SendMessage',
    input: { QueueUrl: t`https://sqs.${env('AWS_REGION')}.amazonaws.com/123456789012/orders-${RUN}` },
    needs: { 'sqs:SendMessage': `arn:\${AWS::Partition}:sqs:\${AWS::Region}:123456789012:orders-*` },
  },
  {
    call: 'sqs SendMessage',
    input: { QueueUrl: t`https://sqs.eu-west-1.amazonaws.com/${RUN}/orders` },
    needs: { 'sqs:SendMessage': `arn:\${AWS::Partition}:sqs:eu-west-1:*:orders` },
  },
  {
    call: 'sqs SendMessage',
    input: { QueueUrl: 'http://127.0.0.1:4566/123456789012/orders' },
    needs: { 'sqs:SendMessage': arn('sqs', 'orders', `\${AWS::Region}`, '123456789012') },
  },
  {
    call: 'sqs SendMessage',
    input: { QueueUrl: t`${env('BASE')}/orders` },
    needs: { 'sqs:SendMessage': arn('sqs', 'orders', `\${AWS::Region}`, '*') },
    says: ['process.env.BASE is not known'],
  },
  {
    call: 'sqs SendMessage',
    input: { QueueUrl: 'https://eu-west-1.queue.amazonaws.com/123456789012/orders' },
    needs: { 'sqs:SendMessage': `arn:\${AWS::Partition}:sqs:eu-west-1:123456789012:orders` },
  },
  {
    call: 'sqs SendMessage',
    input: { QueueUrl: link('Orders', 'url') },
    needs: { 'sqs:SendMessage': queue(`\${Resource.Orders.url}`) },
  },
  {
    call: 'sqs SendMessage',
    input: { QueueUrl: env('QUEUE') },
    needs: { 'sqs:SendMessage': queue('*') },
    says: ['process.env.QUEUE is not known'],
  },
  {
    call: 'sqs SendMessageBatch',
    input: { QueueUrl: RUN },
    needs: { 'sqs:SendMessage': queue('*') },
    says: ['QueueUrl of SendMessageBatch is decided only'],
  },
  {
    call: 'sqs DeleteMessageBatch',
    input: { QueueUrl: link('Q', 'url') },
    needs: { 'sqs:DeleteMessage': queue(`\${Resource.Q.url}`) },
  },
  {
    call: 'sqs ChangeMessageVisibilityBatch',
    input: { QueueUrl: link('Q', 'url') },
    needs: { 'sqs:ChangeMessageVisibility': queue(`\${Resource.Q.url}`) },
  },
  {
    call: 'sqs ReceiveMessage',
    input: { QueueUrl: link('Q', 'url') },
    needs: { 'sqs:ReceiveMessage': queue(`\${Resource.Q.url}`) },
  },
  { call: 'sqs GetQueueUrl', input: { QueueName: 'orders' }, needs: { 'sqs:GetQueueUrl': queue('orders') } },
  {
    call: 'sqs GetQueueUrl',
    input: { QueueName: 'orders', QueueOwnerAWSAccountId: '210987654321' },
    needs: { 'sqs:GetQueueUrl': arn('sqs', 'orders', `\${AWS::Region}`, '210987654321') },
  },
  { call: 'sqs ListQueues', input: {}, needs: { 'sqs:ListQueues': '*' } },

  { call: 'sns Publish', input: { TopicArn: topic }, needs: { 'sns:Publish': topic } },
  { call: 'sns Publish', input: { TargetArn: topic }, needs: { 'sns:Publish': topic } },
  {
    call: 'sns Publish',
    input: { TopicArn: link('Orders', 'arn') },
    needs: { 'sns:Publish': `\${Resource.Orders.arn}` },
  },
  {
    call: 'sns Publish',
    input: { TopicArn: t`arn:aws:sns:${RUN}:${RUN}:orders` },
    needs: { 'sns:Publish': 'arn:aws:sns:*:*:orders' },
  },
  {
    call: 'sns Publish',
    input: { TopicArn: env('TOPIC') },
    needs: { 'sns:Publish': arn('sns', '*', `\${AWS::Region}`, '*') },
    says: ['process.env.TOPIC is not known'],
  },
  { call: 'sns Publish', input: { PhoneNumber: RUN }, needs: { 'sns:Publish': '*' } },
  { call: 'sns PublishBatch', input: { TopicArn: topic }, needs: { 'sns:Publish': topic } },
  {
    call: 'sns Unsubscribe',
    input: { SubscriptionArn: `${topic}:1234` },
    needs: { 'sns:Unsubscribe': topic },
  },
  { call: 'sns CreateTopic', input: { Name: 'orders' }, needs: { 'sns:CreateTopic': arn('sns', 'orders') } },
  { call: 'sns ListTopics', input: {}, needs: { 'sns:ListTopics': '*' } },

  {
    call: 'eventbridge PutEvents',
    input: { Entries: [{ Source: 's' }] },
    needs: { 'events:PutEvents': bus('default') },
  },
  {
    call: 'eventbridge PutEvents',
    input: { Entries: [{}, { EventBusName: 'mine' }] },
    needs: { 'events:PutEvents': [bus('default'), bus('mine')] },
  },
  {
    call: 'eventbridge PutEvents',
    input: { Entries: [{ EventBusName: link('Bus', 'name') }] },
    needs: { 'events:PutEvents': bus(`\${Resource.Bus.name}`) },
  },
  {
    call: 'eventbridge PutEvents',
    input: { Entries: [{ EventBusName: 'arn:aws:events:eu-west-1:123456789012:event-bus/x' }] },
    needs: { 'events:PutEvents': 'arn:aws:events:eu-west-1:123456789012:event-bus/x' },
  },
  {
    call: 'eventbridge PutEvents',
    input: { Entries: [{ EventBusName: either('mine', undefined) }] },
    needs: { 'events:PutEvents': [bus('default'), bus('mine')] },
  },
  {
    call: 'eventbridge PutEvents',
    input: { Entries: openList({ EventBusName: 'mine' }) },
    needs: { 'events:PutEvents': [bus('mine'), bus('*')] },
    says: ['EventBusName of Entries'],
  },
  { call: 'eventbridge PutRule', input: { Name: 'r' }, needs: { 'events:PutRule': arn('events', 'rule/r') } },
  {
    call: 'eventbridge PutRule',
    input: { Name: 'r', EventBusName: 'mine', RoleArn: role },
    needs: { 'events:PutRule': arn('events', 'rule/mine/r'), 'iam:PassRole': role },
  },
  {
    call: 'eventbridge PutTargets',
    input: { Rule: 'r', Targets: [{ Arn: topic, RoleArn: role }] },
    needs: { 'events:PutTargets': arn('events', 'rule/r'), 'iam:PassRole': role },
  },
  { call: 'eventbridge DescribeEventBus', input: {}, needs: { 'events:DescribeEventBus': bus('default') } },

  {
    call: 'sfn StartExecution',
    input: { stateMachineArn: machine },
    needs: { 'states:StartExecution': machine },
  },
  {
    call: 'sfn StartSyncExecution',
    input: { stateMachineArn: link('Flow', 'arn') },
    needs: { 'states:StartSyncExecution': `\${Resource.Flow.arn}` },
  },
  {
    call: 'sfn StartExecution',
    input: { stateMachineArn: RUN },
    needs: { 'states:StartExecution': arn('states', 'stateMachine:*', `\${AWS::Region}`, '*') },
    says: ['stateMachineArn of StartExecution'],
  },
  { call: 'sfn DescribeExecution', input: { executionArn: run }, needs: { 'states:DescribeExecution': run } },
  { call: 'sfn StopExecution', input: { executionArn: run }, needs: { 'states:StopExecution': run } },
  { call: 'sfn SendTaskSuccess', input: { taskToken: RUN }, needs: { 'states:SendTaskSuccess': '*' } },
  {
    call: 'sfn CreateStateMachine',
    input: { name: 'm', roleArn: role },
    needs: { 'states:CreateStateMachine': arn('states', 'stateMachine:m'), 'iam:PassRole': role },
  },

  {
    call: 'kinesis PutRecord',
    input: { StreamName: 's' },
    needs: { 'kinesis:PutRecord': arn('kinesis', 'stream/s') },
  },
  {
    call: 'kinesis PutRecords',
    input: { StreamARN: 'arn:aws:kinesis:eu-west-1:123456789012:stream/s' },
    needs: { 'kinesis:PutRecords': 'arn:aws:kinesis:eu-west-1:123456789012:stream/s' },
  },
  {
    call: 'kinesis PutRecord',
    input: { StreamName: link('S', 'name') },
    needs: { 'kinesis:PutRecord': arn('kinesis', `stream/\${Resource.S.name}`) },
  },
  {
    call: 'kinesis GetRecords',
    input: { ShardIterator: RUN },
    needs: { 'kinesis:GetRecords': arn('kinesis', 'stream/*') },
    says: ['does not say which stream'],
  },
  {
    call: 'firehose PutRecord',
    input: { DeliveryStreamName: 'd' },
    needs: { 'firehose:PutRecord': arn('firehose', 'deliverystream/d') },
  },
  {
    call: 'firehose PutRecordBatch',
    input: { DeliveryStreamName: env('D') },
    needs: { 'firehose:PutRecordBatch': arn('firehose', 'deliverystream/*') },
    says: ['process.env.D is not known'],
  },

  {
    call: 'iot-data-plane Publish',
    input: { topic: t`things/${RUN}` },
    needs: { 'iot:Publish': arn('iot', 'topic/things/*') },
  },
  {
    call: 'iot-data-plane Publish',
    input: { topic: 'a', retain: true },
    needs: { 'iot:Publish': arn('iot', 'topic/a'), 'iot:RetainPublish': arn('iot', 'topic/a') },
  },
  {
    call: 'iot-data-plane GetThingShadow',
    input: { thingName: 'lamp' },
    needs: { 'iot:GetThingShadow': arn('iot', 'thing/lamp') },
  },
  {
    call: 'iot-data-plane UpdateThingShadow',
    input: { thingName: 'lamp', shadowName: 'light' },
    needs: { 'iot:UpdateThingShadow': arn('iot', 'thing/lamp/light') },
  },
  {
    call: 'apigatewaymanagementapi PostToConnection',
    input: { ConnectionId: RUN },
    needs: { 'execute-api:ManageConnections': arn('execute-api', '*/*/POST/@connections/*') },
    says: ["the API of the client's endpoint"],
  },
  {
    call: 'apigatewaymanagementapi DeleteConnection',
    input: { ConnectionId: 'c' },
    needs: { 'execute-api:ManageConnections': arn('execute-api', '*/*/DELETE/@connections/c') },
    says: ["the API of the client's endpoint"],
  },
  {
    call: 'sesv2 SendEmail',
    input: { FromEmailAddress: 'A <a@example.org>', Content: { Simple: {} } },
    needs: { 'ses:SendEmail': [arn('ses', 'identity/a@example.org'), arn('ses', 'identity/example.org')] },
  },
  {
    call: 'sesv2 SendEmail',
    input: {
      FromEmailAddress: 'a@example.org',
      Content: { Template: { TemplateName: 'hello' } },
      ConfigurationSetName: 'c',
    },
    needs: {
      'ses:SendEmail': [
        arn('ses', 'identity/a@example.org'),
        arn('ses', 'identity/example.org'),
        arn('ses', 'template/hello'),
        arn('ses', 'configuration-set/c'),
      ],
    },
  },
  {
    call: 'sesv2 SendEmail',
    input: {
      FromEmailAddressIdentityArn: 'arn:aws:ses:eu-west-1:210987654321:identity/example.org',
      FromEmailAddress: 'a@example.org',
      Content: { Raw: {} },
    },
    needs: {
      'ses:SendEmail': 'arn:aws:ses:eu-west-1:210987654321:identity/example.org',
      'ses:SendRawEmail': 'arn:aws:ses:eu-west-1:210987654321:identity/example.org',
    },
  },
  {
    call: 'sesv2 SendEmail',
    input: { FromEmailAddress: env('FROM'), Content: { Simple: {} } },
    needs: { 'ses:SendEmail': arn('ses', 'identity/*') },
    says: ['process.env.FROM is not known'],
  },
  {
    call: 'sesv2 CreateContact',
    input: { ContactListName: 'l' },
    needs: { 'ses:CreateContact': arn('ses', 'contact-list/l') },
  },
  {
    call: 'sesv2 PutSuppressedDestination',
    input: { EmailAddress: RUN },
    needs: { 'ses:PutSuppressedDestination': '*' },
  },
  {
    call: 'ses SendTemplatedEmail',
    input: { Source: 'a@example.org', Template: 'hello' },
    needs: {
      'ses:SendTemplatedEmail': [
        arn('ses', 'identity/a@example.org'),
        arn('ses', 'identity/example.org'),
        arn('ses', 'template/hello'),
      ],
    },
  },
]

it.each(titled(ROWS))('%s', (_, row) => {
  const { is, should } = compared(row)
  expect(is).toEqual(should)
})
