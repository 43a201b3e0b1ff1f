/** What a hand-written policy says in one statement, and what of it cannot be compared with a source. */
export interface Grant {
  /** The statement's name, as a message would call it: `statement 2`, `statement 2 (ReadPhotos)`. */
  readonly name: string
  readonly effect: 'Allow' | 'Deny'
  readonly actions: ReadonlyArray<string>
  readonly resources: ReadonlyArray<string>
  /** Whether it counts only under a condition, which no source decides. */
  readonly isConditional: boolean
}

/** A policy, as far as it is one. */
export interface ReadPolicy {
  readonly grants: ReadonlyArray<Grant>
  /** What is wrong with it, or cannot be compared, a sentence each. */
  readonly mistakes: ReadonlyArray<string>
}

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const KNOWN = ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']

/** One text or a list of them, as IAM takes it; `undefined` of anything else. */
const textsOf = (value: unknown): ReadonlyArray<string> | undefined => {
  const all: ReadonlyArray<unknown> = Array.isArray(value) ? value : [value]
  const texts = all.filter((each) => typeof each === 'string')
  return texts.length === all.length && texts.length > 0 ? texts : undefined
}

const readStatement = (value: unknown, index: number): ReadPolicy => {
  const mistakes: Array<string> = []
  const refused = (...said: ReadonlyArray<string>): ReadPolicy => ({ grants: [], mistakes: said })
  if (!isFields(value)) return refused(`Statement ${index + 1} is no object.`)
  const { Effect, Sid } = value
  const name = `Statement ${index + 1}${typeof Sid === 'string' && Sid !== '' ? ` (${Sid})` : ''}`
  if (Effect !== 'Allow' && Effect !== 'Deny')
    mistakes.push(`${name} has an Effect that is neither Allow nor Deny.`)
  for (const key of ['NotAction', 'NotResource'])
    if (value[key] !== undefined)
      mistakes.push(
        `${name} has ${key}, which cannot be compared with what a source needs: write ${key.slice(3)} instead.`,
      )
  const strange = Object.keys(value).filter((key) => !KNOWN.includes(key))
  for (const key of strange) mistakes.push(`${name} has ${key}, which a role's policy has not.`)
  const actions = value.NotAction === undefined ? textsOf(value.Action) : []
  const resources = value.NotResource === undefined ? textsOf(value.Resource) : []
  if (actions === undefined) mistakes.push(`${name} has no Action: it is a text or a list of texts.`)
  if (resources === undefined) mistakes.push(`${name} has no Resource: it is a text or a list of texts.`)
  const misspelt = actions?.filter((each) => each !== '*' && !/^[\w-]+:[\w*?-]+$/.test(each)) ?? []
  for (const each of misspelt) mistakes.push(`${name} has the action '${each}': write it as s3:GetObject.`)
  if (mistakes.length > 0 || actions === undefined || resources === undefined) return refused(...mistakes)
  const effect = Effect === 'Deny' ? 'Deny' : 'Allow'
  return {
    grants: [{ name, effect, actions, resources, isConditional: value.Condition !== undefined }],
    mistakes,
  }
}

/**
 * Reads a policy document: what each of its statements grants or denies.
 *
 * @param document the policy as JSON has it; the rules are those of
 *   https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 */
export const readPolicyDocument = (document: unknown): ReadPolicy => {
  if (!isFields(document) || document.Statement === undefined)
    return { grants: [], mistakes: ['It is no policy: it has no Statement.'] }
  const { Statement } = document
  const statements: ReadonlyArray<unknown> = Array.isArray(Statement) ? Statement : [Statement]
  const read = statements.map(readStatement)
  return {
    grants: read.flatMap(({ grants }) => grants),
    mistakes: read.flatMap(({ mistakes }) => mistakes),
  }
}
