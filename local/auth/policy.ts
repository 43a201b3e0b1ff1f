import { isOpen, matches, readPattern, readPatternWithVariables, splitAtColons } from './wildcard.ts'

/** What a policy makes of a call: named by it as allowed, named as denied, or not named at all, which allows nothing. */
export type Decision = 'allowed' | 'denied' | 'not-allowed'

interface Statement {
  readonly effect: 'Allow' | 'Deny'
  readonly actions: Listed
  readonly resources: Listed
  /** Whether it holds only in circumstances that cannot be known here. */
  readonly isConditional: boolean
}

/** What a statement names, or all but what it names. */
interface Listed {
  readonly isExcluded: boolean
  readonly texts: ReadonlyArray<string>
}

const malformed = (what: string): TypeError => new TypeError(`The policy is malformed: ${what}`)

const recordOf = (value: unknown, what: string): Readonly<Record<string, unknown>> => {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw malformed(`${what} is no object`)
  return { ...value }
}

const assertKeys = (record: object, known: ReadonlyArray<string>, what: string): void => {
  const unknown = Object.keys(record).find((key) => !known.includes(key))
  if (unknown !== undefined) throw malformed(`${what} has '${unknown}', which is none of ${known.join(', ')}`)
}

const textsOf = (value: unknown, what: string): ReadonlyArray<string> => {
  const all: ReadonlyArray<unknown> = Array.isArray(value) ? value : [value]
  const texts = all.filter((each) => typeof each === 'string')
  if (texts.length === 0 || texts.length !== all.length)
    throw malformed(`${what} is no text or list of texts`)
  return texts
}

const listed = (statement: Readonly<Record<string, unknown>>, name: 'Action' | 'Resource'): Listed => {
  const { [name]: named, [`Not${name}`]: excluded } = statement
  if ((named === undefined) === (excluded === undefined))
    throw malformed(`a statement takes either '${name}' or 'Not${name}'`)
  return named === undefined
    ? { isExcluded: true, texts: textsOf(excluded, `'Not${name}'`) }
    : { isExcluded: false, texts: textsOf(named, `'${name}'`) }
}

/** Whether there is anything in what limits a statement; an empty condition is none. */
const isFilled = (value: unknown): boolean =>
  value !== undefined && !(typeof value === 'object' && value !== null && Object.keys(value).length === 0)

const ELEMENTS = [
  ...['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource'],
  ...['Condition', 'Principal', 'NotPrincipal'],
]

const statementOf = (value: unknown): Statement => {
  const statement = recordOf(value, 'a statement')
  assertKeys(statement, ELEMENTS, 'a statement')
  const { Effect: effect, Condition, Principal, NotPrincipal } = statement
  if (effect !== 'Allow' && effect !== 'Deny') throw malformed("'Effect' is neither 'Allow' nor 'Deny'")
  const resources = listed(statement, 'Resource')
  if (resources.texts.some((each) => !each.startsWith('arn:') && !each.startsWith('*')))
    throw malformed("a resource is an ARN or '*'")
  const isConditional = isFilled(Condition) || Principal !== undefined || NotPrincipal !== undefined
  return { effect, actions: listed(statement, 'Action'), resources, isConditional }
}

const VERSIONS = ['2012-10-17', '2008-10-17']

const statementsOf = (policyDocument: unknown): ReadonlyArray<Statement> => {
  const policy = recordOf(policyDocument, 'it')
  assertKeys(policy, ['Version', 'Id', 'Statement'], 'it')
  const { Version, Statement } = policy
  if (Version !== undefined && !VERSIONS.some((version) => version === Version))
    throw malformed(`'Version' is none of ${VERSIONS.join(', ')}`)
  if (Statement === undefined) throw malformed("it has no 'Statement'")
  const all: ReadonlyArray<unknown> = Array.isArray(Statement) ? Statement : [Statement]
  return all.map(statementOf)
}

const INVOKE = 'execute-api:invoke'

/** Of actions upper and lower case do not matter. */
const isInvoke = ({ isExcluded, texts }: Listed): boolean =>
  texts.some((text) => matches(readPattern(text.toLowerCase()), INVOKE)) !== isExcluded

/** An ARN has six parts; the last, the resource, may have colons of its own. */
const PARTS = 6

/** A wildcard stays within its part of the ARN, but for a `*` at the pattern's end. */
const isNarrowly = (text: string, arn: string): boolean => {
  const parts = splitAtColons(readPatternWithVariables(text, false))
  const fields = arn.split(':')
  if (parts.length < PARTS) {
    const last = parts.at(-1) ?? []
    const before = parts.slice(0, -1)
    return (
      isOpen(last) &&
      before.every((part, index) => matches(part, fields[index] ?? '')) &&
      matches(last, fields.slice(before.length).join(':'))
    )
  }
  const resource = parts.slice(PARTS - 1).flatMap((part, index) => (index === 0 ? part : [':', ...part]))
  return (
    parts.slice(0, PARTS - 1).every((part, index) => matches(part, fields[index] ?? '')) &&
    matches(resource, fields.slice(PARTS - 1).join(':'))
  )
}

/** A wildcard may go beyond its part of the ARN, as IAM's guide leaves open. */
const isWidely = (text: string, arn: string): boolean => matches(readPatternWithVariables(text, true), arn)

/** What may be read in two ways is read as the one that lets fewer calls through. */
const isNamed = ({ effect, resources: { isExcluded, texts } }: Statement, arn: string): boolean => {
  const isIt = (effect === 'Deny') === isExcluded ? isNarrowly : isWidely
  return texts.some((text) => isIt(text, arn)) !== isExcluded
}

/**
 * What an IAM policy says of calling a method, as IAM evaluates it: what is denied is denied, what is not allowed is not
 * allowed. Actions are compared without regard to case, resources with it; in a resource `*` and `?` stand for `/` as
 * well. A statement with a condition or a principal cannot be decided here: it denies what it may deny, and allows
 * nothing.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
 *
 * @param policyDocument what a Lambda authorizer has answered with
 * @param methodArn `arn:aws:execute-api:<region>:<account>:<api>/<stage>/<method>/<path>`
 * @throws TypeError when it is no policy, wherever in it the mistake is
 * @since 0.1.0
 */
export const evaluate = (policyDocument: unknown, methodArn: string): Decision => {
  const applying = statementsOf(policyDocument).filter(
    (statement) => isInvoke(statement.actions) && isNamed(statement, methodArn),
  )
  if (applying.some(({ effect }) => effect === 'Deny')) return 'denied'
  return applying.some(({ isConditional }) => !isConditional) ? 'allowed' : 'not-allowed'
}
