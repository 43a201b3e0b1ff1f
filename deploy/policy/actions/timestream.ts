import { needsByData } from './by-data.ts'
import { UNSAID } from './spelling.ts'
import { arn, EVERYTHING, type Need, namedBy, type Rule } from './target.ts'

// Every client of Timestream asks for its endpoint first:
// https://docs.aws.amazon.com/timestream/latest/developerguide/security_iam_id-based-policy-examples.html

const ENDPOINT: Need = { action: 'timestream:DescribeEndpoints', on: EVERYTHING }

const withEndpoint: Rule = (call) => [ENDPOINT, ...(needsByData(call, 'timestream') ?? [])]

/** The tables are in the text of the query. */
const query: Rule = (call) => {
  const on = namedBy(call, UNSAID, 'the table in QueryString', {
    arn: (_, place) => arn('timestream', place, 'database/*/table/*'),
  })
  return [
    ENDPOINT,
    { action: 'timestream:Select', on },
    { action: 'timestream:SelectValues', on: EVERYTHING },
  ]
}

const all = (operations: ReadonlyArray<string>): Readonly<Record<string, Rule>> =>
  Object.fromEntries(operations.map((operation) => [operation, withEndpoint]))

export const timestreamQueryRules: Readonly<Record<string, Rule>> = {
  ...all(['CancelQuery', 'CreateScheduledQuery', 'DeleteScheduledQuery', 'DescribeScheduledQuery']),
  ...all(['ExecuteScheduledQuery', 'ListScheduledQueries', 'PrepareQuery', 'UpdateScheduledQuery']),
  Query: query,
}

export const timestreamWriteRules: Readonly<Record<string, Rule>> = all([
  ...['CreateDatabase', 'CreateTable', 'DeleteDatabase', 'DeleteTable', 'DescribeDatabase', 'DescribeTable'],
  ...['ListDatabases', 'ListTables', 'UpdateDatabase', 'UpdateTable', 'WriteRecords'],
])
