import { entryName, locateEntry } from '../local/entry.ts'
import { type CommandLine, type Flag, readFlags, UsageError } from './flags.ts'
import type { PolicyQuestion, Surroundings } from './policy-question.ts'
import { toldVariables } from './variables.ts'

/** The flags of `calix policy`. */
export const POLICY_FLAGS: Readonly<Record<string, Flag>> = {
  json: { kind: 'switch', about: 'print actions, resources, routes and what is unresolved, as JSON' },
  explain: { kind: 'switch', about: 'print why each action is needed: the calls, from the route on' },
  check: {
    kind: 'value',
    takes: 'file',
    about: 'a policy to compare with what the source needs: exit code 1, with the difference',
  },
  strict: { kind: 'switch', about: 'exit code 1 when anything is unresolved' },
  route: { kind: 'value', about: "one route alone, such as 'GET /objects/:key'" },
  env: {
    kind: 'list',
    takes: 'NAME=value',
    about: 'a variable of the function, as NAME=value; may come more than once',
  },
  // Not --env-file: Node itself takes that one, wherever it stands on a command line.
  'env-from': { kind: 'value', takes: 'file', about: 'a file of such variables, a line each' },
  region: { kind: 'value', about: 'the region in the ARNs (default *)' },
  account: { kind: 'value', about: 'the account in the ARNs (default *)' },
  partition: { kind: 'value', about: 'the partition in the ARNs (default that of the region, else aws)' },
}

const SHAPES: Readonly<Record<string, readonly [shape: RegExp, example: string]>> = {
  region: [/^[a-z]{2,}(?:-[a-z]+)+-\d+$/, 'a region, such as eu-central-1'],
  account: [/^\d{12}$/, 'an account, 12 digits'],
  partition: [/^aws(?:-[a-z]+)*$/, 'a partition: aws, aws-cn or aws-us-gov'],
}

const surroundingsOf = ({ lists, values }: CommandLine): Surroundings => {
  for (const [flag, [shape, example]] of Object.entries(SHAPES)) {
    const value = values[flag]
    if (value !== undefined && !shape.test(value))
      throw new UsageError(`--${flag} takes ${example}, not '${value}'.`)
  }
  const { account, partition, region } = values
  return {
    account,
    partition,
    region,
    variables: toldVariables(lists.env ?? [], values['env-from']),
  }
}

const formOf = ({ switches, values }: CommandLine): PolicyQuestion['form'] => {
  const asked = [
    ...(switches.json === true ? ['json' as const] : []),
    ...(switches.explain === true ? ['explain' as const] : []),
    ...(values.check === undefined ? [] : ['check' as const]),
  ]
  const [form = 'document', another] = asked
  if (another !== undefined) throw new UsageError(`--${form} or --${another}: one at a time.`)
  return form
}

/**
 * `calix policy [entry]`: prints the IAM policy that an app needs, from its source, and says what the source leaves open.
 *
 * @throws LocalError when there is no entry
 * @throws UsageError when a flag, a file or the app is not as it must be
 */
export const policy = async (args: ReadonlyArray<string>): Promise<void> => {
  const line = readFlags(args, POLICY_FLAGS)
  const [named = '', another] = line.words
  if (another !== undefined) throw new UsageError(`One entry at a time: '${another}' is one too many.`)
  const form = formOf(line)
  const surroundings = surroundingsOf(line)
  const entry = locateEntry(named, 'policy')
  // Only now, so that help and mistakes do not wait for a parser to load.
  const [{ derive }, { answer }] = await Promise.all([
    import('../deploy/policy/derive.ts'),
    import('./policy-answer.ts'),
  ])
  const derivation = derive(entry, { root: process.cwd(), environment: surroundings.variables })
  const { isRight, notes, printed, unresolved } = answer(derivation, {
    form,
    surroundings,
    entry: entryName(entry),
    check: line.values.check,
    route: line.values.route,
  })
  console.log(printed)
  for (const each of [...unresolved, ...notes]) console.error(each)
  if (!isRight || (line.switches.strict === true && unresolved.length > 0)) process.exitCode = 1
}
