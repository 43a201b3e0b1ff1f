import type { Known } from '../known.ts'
import type { SdkCall } from '../sdk-call.ts'
import { at, given, mayBeAbsent } from './input.ts'
import { type Spelling, spellings, UNSAID } from './spelling.ts'
import { arn, gapsOf, type Naming, named, namedBy, type Target, together } from './target.ts'

// Tables and indexes by name or by ARN:
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html

const TABLE: Naming = { arn: (name, place) => arn('dynamodb', place, `table/${name}`) }

/** The tables that a value names; any, with a sentence, where it names none. */
export const tables = (call: SdkCall, value: Known, what = 'TableName'): Target =>
  spellings(value).length === 0 ? namedBy(call, UNSAID, what, TABLE) : named(call, value, what, TABLE)

export const tableNamed = (call: SdkCall, spelling: Spelling, what: string): Target =>
  namedBy(call, spelling, what, TABLE)

/** An index of tables. */
export const indexOf = (call: SdkCall, table: Target, index: Spelling, what = 'IndexName'): Target => ({
  arns: table.arns.map((each) => `${each}/index/${index.text === '' ? '*' : index.text}`),
  gaps: [...table.gaps, ...gapsOf(call, what, index)],
})

/**
 * What a query reads: the index when the input has one, and the table when it has none. IAM asks for the index alone:
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html
 */
export const tableOrIndex = (call: SdkCall): Target => {
  const { input } = call
  const table = tables(call, at(input, 'TableName'))
  const isGiven = given(input, 'IndexName')
  const index = at(input, 'IndexName')
  const indexes = isGiven === 'yes' ? spellings(index) : []
  // `IndexName: byDate ? 'byDate' : undefined` reads the table as well.
  const mayBeTable = mayBeAbsent(input, 'IndexName')
  const doubt: Target = {
    arns: [],
    gaps:
      isGiven === 'maybe' && given(input, 'TableName') === 'yes'
        ? [
            `What ${call.operation} is given is only partly known: it needs an index when it sets IndexName. If it does, say so with grants.`,
          ]
        : [],
  }
  return together([
    ...(mayBeTable ? [table] : []),
    ...indexes.map((each) => indexOf(call, table, each)),
    doubt,
  ])
}
