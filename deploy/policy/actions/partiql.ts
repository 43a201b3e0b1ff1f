import type { SdkCall } from '../sdk-call.ts'
import { indexOf, tableNamed } from './dynamodb-table.ts'
import { type Spelling, spelledName, UNSAID } from './spelling.ts'
import type { Need } from './target.ts'

// Statements in PartiQL: the verb says the action, the table is named in the text.
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-iam.html

const NAME = '(?:"([^"]+)"|([^\\s".()\\[{,;]+))'

const after = (words: string): RegExp => new RegExp(`^${words}\\s+${NAME}(?:\\s*\\.\\s*${NAME})?`, 'i')

interface Verb {
  readonly action: string
  readonly table: RegExp
}

const VERBS: ReadonlyArray<Verb> = [
  { action: 'PartiQLSelect', table: after('(?:EXISTS\\s*\\(\\s*)?SELECT\\s[\\s\\S]*?\\bFROM') },
  { action: 'PartiQLInsert', table: after('INSERT\\s+INTO') },
  { action: 'PartiQLUpdate', table: after('UPDATE') },
  { action: 'PartiQLDelete', table: after('DELETE\\s+FROM') },
]

/** What a statement needs: all that one may need, on any table, where the source does not say it. */
export const partiql = (call: SdkCall, statement: Spelling): ReadonlyArray<Need> => {
  const text = statement.text.trim()
  for (const { action, table } of VERBS) {
    const [, quoted, bare, quotedIndex, bareIndex] = table.exec(text) ?? []
    const name = quoted ?? bare
    if (name === undefined) continue
    const index = quotedIndex ?? bareIndex
    const variables = name.includes('*') ? statement.variables : []
    const on = tableNamed(call, { ...spelledName(name), variables }, 'the table in Statement')
    const isIndexed = action === 'PartiQLSelect' && index !== undefined
    return [
      {
        action: `dynamodb:${action}`,
        on: isIndexed ? indexOf(call, on, spelledName(index), 'the index in Statement') : on,
      },
    ]
  }
  const verbs = VERBS.filter(({ action }) =>
    text.toUpperCase().startsWith(action.replace('PartiQL', '').toUpperCase()),
  )
  const any = tableNamed(call, { ...UNSAID, variables: statement.variables }, 'Statement')
  return (verbs.length > 0 ? verbs : VERBS).map(({ action }) => ({ action: `dynamodb:${action}`, on: any }))
}
