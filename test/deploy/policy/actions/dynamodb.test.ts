import { expect, it } from 'vitest'
import { arn, compared, either, env, link, open, openList, type Row, RUN, t, titled } from './known-input.ts'

const table = (name: string): string => arn('dynamodb', `table/${name}`)
// As the analyser spells a field that a link names.
const TABLE_OF_LINK = `\${Resource.A.name}`
const other = 'arn:aws:dynamodb:eu-west-1:210987654321:table/theirs'

const ROWS: ReadonlyArray<Row> = [
  { call: 'dynamodb GetItem', input: { TableName: 'a' }, needs: { 'dynamodb:GetItem': table('a') } },
  { call: 'dynamodb GetItem', input: { TableName: other }, needs: { 'dynamodb:GetItem': other } },
  {
    call: 'dynamodb GetItem',
    input: { TableName: 'a' },
    region: 'us-west-2',
    needs: { 'dynamodb:GetItem': arn('dynamodb', 'table/a', 'us-west-2') },
  },
  {
    call: 'dynamodb GetItem',
    input: { TableName: 'a' },
    region: either('us-west-2', 'us-east-1'),
    needs: {
      'dynamodb:GetItem': [arn('dynamodb', 'table/a', 'us-west-2'), arn('dynamodb', 'table/a', 'us-east-1')],
    },
  },
  {
    call: 'dynamodb GetItem',
    input: { TableName: 'a' },
    region: env('AWS_REGION'),
    needs: { 'dynamodb:GetItem': table('a') },
  },
  {
    call: 'dynamodb GetItem',
    input: { TableName: 'a' },
    region: env('WHERE'),
    needs: { 'dynamodb:GetItem': arn('dynamodb', 'table/a', '*') },
    says: ['process.env.WHERE is not known'],
  },
  {
    call: 'dynamodb PutItem',
    input: { TableName: env('TABLE') },
    needs: { 'dynamodb:PutItem': table('*') },
    says: ['process.env.TABLE is not known'],
  },
  {
    call: 'dynamodb PutItem',
    input: { TableName: link('Users', 'name') },
    needs: { 'dynamodb:PutItem': table(`\${Resource.Users.name}`) },
  },
  {
    call: 'dynamodb PutItem',
    input: { TableName: link('Users', 'arn') },
    needs: { 'dynamodb:PutItem': `\${Resource.Users.arn}` },
  },
  {
    call: 'dynamodb UpdateItem',
    input: { TableName: t`users-${RUN}` },
    needs: { 'dynamodb:UpdateItem': table('users-*') },
  },
  {
    call: 'dynamodb DeleteItem',
    input: { TableName: RUN },
    needs: { 'dynamodb:DeleteItem': table('*') },
    says: ['TableName of DeleteItem is decided only'],
  },
  { call: 'dynamodb Query', input: { TableName: 'a' }, needs: { 'dynamodb:Query': table('a') } },
  {
    call: 'dynamodb Query',
    input: { TableName: 'a', IndexName: 'i' },
    needs: { 'dynamodb:Query': table('a/index/i') },
  },
  {
    call: 'dynamodb Query',
    input: { TableName: 'a', IndexName: either('i', undefined) },
    needs: { 'dynamodb:Query': [table('a'), table('a/index/i')] },
  },
  {
    call: 'dynamodb Query',
    input: { TableName: other, IndexName: 'i' },
    needs: { 'dynamodb:Query': `${other}/index/i` },
  },
  {
    call: 'dynamodb Query',
    input: open({ TableName: 'a' }),
    needs: { 'dynamodb:Query': table('a') },
    says: ['when it sets IndexName'],
  },
  {
    call: 'dynamodb Scan',
    needs: { 'dynamodb:Scan': table('*') },
    says: ['TableName of Scan is decided only'],
  },
  { call: 'dynamodb Scan', input: { TableName: 'a' }, needs: { 'dynamodb:Scan': table('a') } },
  {
    call: 'dynamodb BatchGetItem',
    input: { RequestItems: { a: {}, b: {} } },
    needs: { 'dynamodb:BatchGetItem': [table('a'), table('b')] },
  },
  {
    call: 'dynamodb BatchWriteItem',
    input: { RequestItems: { a: [] } },
    needs: { 'dynamodb:BatchWriteItem': table('a') },
  },
  {
    call: 'dynamodb BatchWriteItem',
    input: { RequestItems: { [TABLE_OF_LINK]: [] } },
    needs: { 'dynamodb:BatchWriteItem': table(`\${Resource.A.name}`) },
  },
  {
    call: 'dynamodb BatchWriteItem',
    input: { RequestItems: open({}) },
    needs: { 'dynamodb:BatchWriteItem': table('*') },
    says: ['a table in RequestItems of BatchWriteItem'],
  },
  {
    call: 'dynamodb TransactWriteItems',
    input: {
      TransactItems: [
        { Put: { TableName: 'a' } },
        { Update: { TableName: 'b' } },
        { Delete: { TableName: 'a' } },
        { ConditionCheck: { TableName: 'c' } },
      ],
    },
    needs: {
      'dynamodb:PutItem': table('a'),
      'dynamodb:UpdateItem': table('b'),
      'dynamodb:DeleteItem': table('a'),
      'dynamodb:ConditionCheckItem': table('c'),
    },
  },
  {
    call: 'dynamodb TransactWriteItems',
    input: { TransactItems: openList({ Put: { TableName: 'a' } }) },
    needs: { 'dynamodb:PutItem': table('a') },
    says: ['TransactItems of TransactWriteItems is only partly known'],
  },
  {
    call: 'dynamodb TransactWriteItems',
    input: { TransactItems: RUN },
    needs: {
      'dynamodb:PutItem': table('*'),
      'dynamodb:UpdateItem': table('*'),
      'dynamodb:DeleteItem': table('*'),
      'dynamodb:ConditionCheckItem': table('*'),
    },
    says: ['TransactItems of TransactWriteItems is decided only'],
  },
  {
    call: 'dynamodb TransactGetItems',
    input: { TransactItems: [{ Get: { TableName: 'a' } }] },
    needs: { 'dynamodb:GetItem': table('a') },
  },
  {
    call: 'dynamodb ExecuteStatement',
    input: { Statement: 'SELECT * FROM "a" WHERE id = ?' },
    needs: { 'dynamodb:PartiQLSelect': table('a') },
  },
  {
    call: 'dynamodb ExecuteStatement',
    input: { Statement: 'select x from a.i where id = ?' },
    needs: { 'dynamodb:PartiQLSelect': table('a/index/i') },
  },
  {
    call: 'dynamodb ExecuteStatement',
    input: { Statement: 'SELECT * FROM "a"."by-date"' },
    needs: { 'dynamodb:PartiQLSelect': table('a/index/by-date') },
  },
  {
    call: 'dynamodb ExecuteStatement',
    input: { Statement: 'INSERT INTO "a" VALUE {}' },
    needs: { 'dynamodb:PartiQLInsert': table('a') },
  },
  {
    call: 'dynamodb ExecuteStatement',
    input: { Statement: t`UPDATE "${link('T', 'name')}" SET x = 1` },
    needs: { 'dynamodb:PartiQLUpdate': table(`\${Resource.T.name}`) },
  },
  {
    call: 'dynamodb ExecuteStatement',
    input: { Statement: '\n  DELETE\n  FROM a WHERE id = 1' },
    needs: { 'dynamodb:PartiQLDelete': table('a') },
  },
  {
    call: 'dynamodb ExecuteStatement',
    input: { Statement: t`DELETE FROM "${env('T')}"` },
    needs: { 'dynamodb:PartiQLDelete': table('*') },
    says: ['process.env.T is not known'],
  },
  {
    call: 'dynamodb ExecuteStatement',
    input: { Statement: RUN },
    needs: {
      'dynamodb:PartiQLSelect': table('*'),
      'dynamodb:PartiQLInsert': table('*'),
      'dynamodb:PartiQLUpdate': table('*'),
      'dynamodb:PartiQLDelete': table('*'),
    },
    says: ['Statement of ExecuteStatement is decided only'],
  },
  {
    call: 'dynamodb BatchExecuteStatement',
    input: { Statements: [{ Statement: 'SELECT * FROM a' }, { Statement: 'UPDATE b SET x=1' }] },
    needs: { 'dynamodb:PartiQLSelect': table('a'), 'dynamodb:PartiQLUpdate': table('b') },
  },
  {
    call: 'dynamodb ExecuteTransaction',
    input: { TransactStatements: [{ Statement: "INSERT INTO a VALUE {'id': 1}" }] },
    needs: { 'dynamodb:PartiQLInsert': table('a') },
  },
  {
    call: 'dynamodb DescribeTable',
    input: { TableName: 'a' },
    needs: { 'dynamodb:DescribeTable': table('a') },
  },
  { call: 'dynamodb ListTables', input: {}, needs: { 'dynamodb:ListTables': '*' } },
  { call: 'dynamodb TagResource', input: { ResourceArn: other }, needs: { 'dynamodb:TagResource': other } },
  {
    call: 'dynamodb ExportTableToPointInTime',
    input: { TableArn: other, S3Bucket: 'b' },
    needs: {
      'dynamodb:ExportTableToPointInTime': other,
      's3:AbortMultipartUpload': `arn:\${AWS::Partition}:s3:::b/*`,
      's3:PutObject': `arn:\${AWS::Partition}:s3:::b/*`,
      's3:PutObjectAcl': `arn:\${AWS::Partition}:s3:::b/*`,
    },
  },
  {
    call: 'dynamodb-streams GetRecords',
    input: { ShardIterator: RUN },
    needs: { 'dynamodb:GetRecords': table('*/stream/*') },
    says: ['does not say which stream'],
  },
  {
    call: 'dynamodb-streams DescribeStream',
    input: { StreamArn: `${other}/stream/2026` },
    needs: { 'dynamodb:DescribeStream': `${other}/stream/2026` },
  },
]

it.each(titled(ROWS))('%s', (_, row) => {
  const { is, should } = compared(row)
  expect(is).toEqual(should)
})
