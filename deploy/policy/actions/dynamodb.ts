import type { Known } from '../known.ts'
import type { SdkCall } from '../sdk-call.ts'
import type { Service } from './by-data.ts'
import { tableNamed, tableOrIndex, tables } from './dynamodb-table.ts'
import { at, given, itemsAt, namesAt } from './input.ts'
import { partiql } from './partiql.ts'
import { spelledName, spellings, UNSAID } from './spelling.ts'
import {
  arn,
  byField,
  type Find,
  type Naming,
  type Need,
  NONE,
  needs,
  type Rule,
  type Target,
  together,
} from './target.ts'

// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/api-permissions-reference.html

/** A batch has its items by table. */
const batch =
  (action: string): Rule =>
  (call) => {
    const { names, mayBeMore } = namesAt(call.input, 'RequestItems')
    const any = mayBeMore || names.length === 0 ? [UNSAID] : []
    const on = together(
      [...names.map(spelledName), ...any].map((name) => tableNamed(call, name, 'a table in RequestItems')),
    )
    return [{ action, on }]
  }

const ACTION_OF: Readonly<Record<string, string>> = {
  ConditionCheck: 'dynamodb:ConditionCheckItem',
  Delete: 'dynamodb:DeleteItem',
  Get: 'dynamodb:GetItem',
  Put: 'dynamodb:PutItem',
  Update: 'dynamodb:UpdateItem',
}

/** A transaction needs what its items would need by themselves. */
const transaction =
  (...kinds: ReadonlyArray<string>): Rule =>
  (call) => {
    const { items, mayBeMore } = itemsAt(call.input, 'TransactItems')
    const needOf = (item: Known, kind: string): Need => ({
      action: ACTION_OF[kind] ?? '',
      on: tables(call, at(at(item, kind), 'TableName'), `TableName of ${kind}`),
    })
    const said = items.flatMap((item) =>
      kinds.filter((kind) => given(item, kind) === 'yes').map((kind) => needOf(item, kind)),
    )
    const isPartly = mayBeMore || items.some((item) => kinds.every((kind) => given(item, kind) !== 'yes'))
    if (said.length > 0 && !isPartly) return said
    const doubt = `TransactItems of ${call.operation} is only partly known: what its other items do is not. Say what they need with grants.`
    if (said.length > 0)
      return said.map(({ action, on }) => ({ action, on: { ...on, gaps: [...on.gaps, doubt] } }))
    const any = tableNamed(call, UNSAID, 'TransactItems')
    return kinds.map((kind) => ({ action: ACTION_OF[kind] ?? '', on: any }))
  }

const statements =
  (path: string): Rule =>
  (call) => {
    const { items, mayBeMore } = itemsAt(call.input, path)
    const texts = items.flatMap((item) => {
      const found = spellings(path === 'Statement' ? item : at(item, 'Statement'))
      return found.length === 0 ? [UNSAID] : found
    })
    return [...texts, ...(mayBeMore || items.length === 0 ? [UNSAID] : [])].flatMap((text) =>
      partiql(call, text),
    )
  }

const BUCKET: Naming = {
  arn: (name) => `arn:\${AWS::Partition}:s3:::${name}/*`,
  ofArn: (bucket) => `${bucket}/*`,
}

const STREAM: Naming = { isArn: true, arn: (_, place) => arn('dynamodb', place, 'table/*/stream/*') }
const PART_OF_TABLE = (kind: string): Naming => ({
  isArn: true,
  arn: (_, place) => arn('dynamodb', place, `table/*/${kind}/*`),
})

const restored = byField(['TargetTableName'], {
  arn: (name, place) => arn('dynamodb', place, `table/${name}`),
})

/** A restored table is written as any other is: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/backuprestore_IAM.html */
const restore =
  (action: string, from: Find): Rule =>
  (call) => {
    const target = restored(call) ?? tables(call, { kind: 'unknown' }, 'TargetTableName')
    const source = from(call) ?? { arns: [], gaps: [] }
    const writes = ['BatchWriteItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'Scan', 'UpdateItem']
    return [
      { action: `dynamodb:${action}`, on: together([source, target]) },
      ...writes.map((each) => ({ action: `dynamodb:${each}`, on: target })),
    ]
  }

const tableIn = (...fields: ReadonlyArray<string>): Find =>
  byField(fields, { arn: (name, place) => arn('dynamodb', place, `table/${name}`) })

const backupIn = byField('BackupArn', PART_OF_TABLE('backup'))

const bucketNeeds =
  (field: string, actions: ReadonlyArray<string>): Rule =>
  (call) => {
    const bucket = byField(field, BUCKET)(call)
    return bucket === undefined ? [] : actions.map((action) => ({ action: `s3:${action}`, on: bucket }))
  }

const onTable = (call: SdkCall): Target => tables(call, at(call.input, 'TableName'))

export const dynamodbRules: Readonly<Record<string, Rule>> = {
  BatchGetItem: batch('dynamodb:BatchGetItem'),
  BatchWriteItem: batch('dynamodb:BatchWriteItem'),
  TransactGetItems: transaction('Get'),
  TransactWriteItems: transaction('Put', 'Update', 'Delete', 'ConditionCheck'),
  ExecuteStatement: statements('Statement'),
  BatchExecuteStatement: statements('Statements'),
  ExecuteTransaction: statements('TransactStatements'),
  Query: needs('dynamodb:Query', tableOrIndex),
  Scan: needs('dynamodb:Scan', tableOrIndex),
  ExportTableToPointInTime: (call) => [
    {
      action: 'dynamodb:ExportTableToPointInTime',
      on: tableIn('TableArn')(call) ?? tables(call, { kind: 'unknown' }, 'TableArn'),
    },
    ...bucketNeeds('S3Bucket', ['AbortMultipartUpload', 'PutObject', 'PutObjectAcl'])(call),
  ],
  ImportTable: (call) => [
    {
      action: 'dynamodb:ImportTable',
      on: tables(call, at(call.input, 'TableCreationParameters.TableName')),
    },
    ...bucketNeeds('S3BucketSource.S3Bucket', ['GetObject'])(call),
    ...bucketNeeds('S3BucketSource.S3Bucket', ['ListBucket'])(call).map(({ action, on }) => ({
      action,
      on: { ...on, arns: on.arns.map((each) => each.replace(/\/\*$/, '')) },
    })),
  ],
  RestoreTableFromBackup: restore('RestoreTableFromBackup', backupIn),
  RestoreTableToPointInTime: restore(
    'RestoreTableToPointInTime',
    tableIn('SourceTableArn', 'SourceTableName'),
  ),
  StartBulkPutItems: (call) => [
    {
      action: 'dynamodb:StartBulkPutItems',
      on: onTable(call),
      isNewer: true,
    },
    ...bucketNeeds('InputS3Configuration.S3Bucket', ['GetObject'])(call),
    ...bucketNeeds('OutputS3Configuration.S3Bucket', ['PutObject'])(call),
  ],
}

export const dynamodb: Service = {
  resources: {
    table: tableIn('TableName', 'TableArn', 'ResourceArn'),
    stream: (call) => byField('StreamArn', STREAM)(call) ?? (byField('ResourceArn', STREAM)(call) && NONE),
    backup: backupIn,
    export: byField('ExportArn', PART_OF_TABLE('export')),
    import: byField('ImportArn', PART_OF_TABLE('import')),
    index: () => NONE,
  },
  newer: { CancelBulkOperation: [], DescribeBulkOperation: [], ListBulkOperations: [] },
}
