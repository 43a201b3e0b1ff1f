import type { Known } from '../known.ts'
import type { SdkCall } from '../sdk-call.ts'
import { at, given, isClosed } from './input.ts'
import { isOpen, type Spelling, spellings, UNSAID, valuesOf } from './spelling.ts'

/** What a call touches, with a sentence for each part of it that the source does not decide. */
export interface Target {
  readonly arns: ReadonlyArray<string>
  readonly gaps: ReadonlyArray<string>
}

/** An action on what it touches. */
export interface Need {
  /** `s3:PutObject` */
  readonly action: string
  readonly on: Target
  /** Whether the data on IAM does not list it yet, and its name is taken from the operation's. */
  readonly isNewer?: true
}

/** What one operation needs. */
export type Rule = (call: SdkCall) => ReadonlyArray<Need>

/** Resources of one type that a call's input names; `undefined` when it names none, empty when it concerns none. */
export type Find = (call: SdkCall) => Target | undefined

/** For actions that IAM knows no resources for: `*` is the narrowest. */
export const EVERYTHING: Target = { arns: ['*'], gaps: [] }

/** Where the function runs, and whose it is. */
export const OWN_REGION = `\${AWS::Region}`
export const OWN_ACCOUNT = `\${AWS::AccountId}`

/** What a type has in an input that names another in its place. */
export const NONE: Target = { arns: [], gaps: [] }

const unique = <A>(all: ReadonlyArray<A>): ReadonlyArray<A> => [...new Set(all)]

export const together = (targets: ReadonlyArray<Target>): Target => ({
  arns: unique(targets.flatMap(({ arns }) => arns)),
  gaps: unique(targets.flatMap(({ gaps }) => gaps)),
})

// Lambda sets it to the name that deployment gives: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
const OWN_NAME = 'AWS_LAMBDA_FUNCTION_NAME'

const CURE =
  'Name it by a constant, by a variable of the environment or by a link, or say what is needed with grants.'

/** The sentences on a value that is not decided; `what` is where it stands in the input. */
export const gapsOf = (call: SdkCall, what: string, { text, variables }: Spelling): ReadonlyArray<string> => {
  if (variables.length > 0) {
    return variables.map((name) =>
      name === OWN_NAME
        ? `process.env.${name} is the function's own name, which only deployment decides: it decides ${what} of ${call.operation}, and * stands for it. Say what is needed with grants.`
        : `process.env.${name} is not known: it decides ${what} of ${call.operation}, and * stands for it. Tell its value, or use a link.`,
    )
  }
  return text === '*' || text === ''
    ? [`${what} of ${call.operation} is decided only when it runs, and * stands for it. ${CURE}`]
    : []
}

/** The sentence on a resource that no field of the input names. */
export const unsaid = ({ operation, input }: SdkCall, what: string): string =>
  isClosed(input)
    ? `${operation} does not say which ${what} it concerns, so every one is allowed. Say which with grants.`
    : `What ${operation} is given is decided only when it runs, so every ${what} is allowed. ${CURE}`

/** The regions that a call may go to: that of its client, or where the function runs. */
export const regionsOf = ({ region }: SdkCall): ReadonlyArray<Spelling> => {
  const said = region.kind === 'unknown' ? [] : spellings(region)
  return said.length === 0 ? [{ ...UNSAID, text: OWN_REGION }] : said
}

/** Where an ARN's region and account come from. */
export interface Place {
  readonly region: string
  /** `*` where an ARN that is not known decides it. */
  readonly account: string
}

/** An ARN of the partition that the function runs in. */
export const arn = (service: string, { region, account }: Place, rest: string): string =>
  `arn:\${AWS::Partition}:${service}:${region}:${account}:${rest}`

/** How a value becomes an ARN. */
export interface Naming {
  /** From what is said, when that is no ARN by itself. */
  readonly arn: (name: string, place: Place) => string
  /** From what is an ARN by itself; it is the resource when absent. */
  readonly ofArn?: (arn: string) => string
  /** Whether the field takes ARNs alone, so that what is not known may be another account's. */
  readonly isArn?: true
  /** Whether a value that only running decides is no gap, as the key of an object is none. */
  readonly mayBeOpen?: true
}

/**
 * What a value of an input names, or each item of a list.
 *
 * @param what the field, for the sentences
 */
export const named = (call: SdkCall, value: Known, what: string, naming: Naming): Target =>
  together(valuesOf(value).map((spelling) => namedBy(call, spelling, what, naming)))

/** The same of one spelling. */
export const namedBy = (call: SdkCall, spelling: Spelling, what: string, naming: Naming): Target => {
  const { text, isArn } = spelling
  const gaps =
    naming.mayBeOpen && isOpen(spelling) && spelling.variables.length === 0
      ? []
      : gapsOf(call, what, spelling)
  if (isArn) return { arns: [naming.ofArn?.(text) ?? text], gaps }
  const account = naming.isArn ? '*' : OWN_ACCOUNT
  const regions = regionsOf(call)
  return {
    arns: regions.map((region) => naming.arn(text === '' ? '*' : text, { region: region.text, account })),
    gaps: [...gaps, ...regions.flatMap((region) => gapsOf(call, "the client's region", region))],
  }
}

/** What the first of some fields names that the input has. */
export const byField =
  (fields: string | ReadonlyArray<string>, naming: Naming): Find =>
  (call) => {
    const field = [fields].flat().find((each) => given(call.input, each) === 'yes')
    return field === undefined ? undefined : named(call, at(call.input, field), field, naming)
  }

/** The same, and every one, with a sentence, where the input has none of the fields. */
export const byFieldOrAny = (fields: string | ReadonlyArray<string>, naming: Naming) => {
  const find = byField(fields, naming)
  const [what = ''] = [fields].flat()
  return (call: SdkCall): Target => find(call) ?? namedBy(call, UNSAID, what, naming)
}

/** Actions on what is found. */
export const needs =
  (actions: string | ReadonlyArray<string>, find: (call: SdkCall) => Target): Rule =>
  (call) => {
    const on = find(call)
    return [actions].flat().map((action) => ({ action, on }))
  }
