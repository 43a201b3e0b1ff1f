import { readFileSync, statSync } from 'node:fs'
import { differenceLines, differenceOf, openLines } from '../deploy/policy/check.ts'
import type { Derivation } from '../deploy/policy/derivation.ts'
import { policyDocument } from '../deploy/policy/document.ts'
import { explain } from '../deploy/policy/explain.ts'
import { type Grant, readPolicyDocument } from '../deploy/policy/grant.ts'
import { partitionOf } from '../deploy/policy/partition.ts'
import type { Fill } from '../deploy/policy/placeholder.ts'
import { oversize } from '../deploy/policy/policy-size.ts'
import { allNeeds, onlyRoute } from '../deploy/policy/scope.ts'
import { byPlace, summaryOf } from '../deploy/policy/summary.ts'
import { type Told, unknownLinks } from '../deploy/policy/unknown-links.ts'
import { didYouMean } from './did-you-mean.ts'
import { UsageError } from './flags.ts'
import { parseJson } from './json-file.ts'
import { linkProperty } from './link-property.ts'
import type { PolicyAnswer, PolicyQuestion, Surroundings } from './policy-question.ts'

const toldOf =
  ({ account, region, variables, partition = partitionOf(region ?? '') }: Surroundings): Told =>
  (placeholder) =>
    placeholder.kind === 'link'
      ? linkProperty(variables, placeholder.name, placeholder.property)
      : { account, partition, region }[placeholder.kind]

const scoped = (derivation: Derivation, { entry, route }: PolicyQuestion): Derivation => {
  if (route === undefined) return derivation
  const known = [...derivation.routes.keys()]
  if (!known.includes(route))
    throw new UsageError(
      `--route: ${entry} has no route '${route}'.${didYouMean(route, known)} See calix routes ${entry}`,
    )
  return onlyRoute(derivation, route)
}

const readGrants = (file: string): ReadonlyArray<Grant> => {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found?.isFile() !== true)
    throw new UsageError(`--check: ${found === undefined ? `there is no ${file}` : `${file} is no file`}.`)
  const { grants, mistakes } = readPolicyDocument(parseJson(readFileSync(file, 'utf8'), file))
  if (mistakes.length > 0) throw new UsageError(mistakes.map((each) => `${file}: ${each}`).join('\n'))
  return grants
}

type Said = Pick<PolicyAnswer, 'printed' | 'notes' | 'isRight'>

const checked = (derivation: Derivation, told: Told, { check, entry, route }: PolicyQuestion): Said => {
  const file = check ?? ''
  const grants = readGrants(file)
  const difference = differenceOf(derivation, told, grants)
  const lines = differenceLines(difference)
  const open = openLines(difference)
  const what = route === undefined ? entry : `${route} of ${entry}`
  return {
    isRight: lines.length === 0,
    printed:
      lines.length === 0
        ? `${file} allows what ${what} needs, and nothing else${open.length === 0 ? '' : ', as far as it can be compared'}.`
        : [`${file} is not what ${what} needs:`, ...lines.map((line) => `  ${line}`)].join('\n'),
    notes: [
      ...open,
      ...grants
        .filter(({ isConditional }) => isConditional)
        .map(({ name }) => `${file}: ${name} has a Condition, which is not compared.`),
    ],
  }
}

const said = (derivation: Derivation, told: Told, question: PolicyQuestion): Said => {
  const fill: Fill = (placeholder) => told(placeholder) ?? '*'
  const printing = (printed: string, ...notes: ReadonlyArray<string>): Said => ({
    printed,
    notes,
    isRight: true,
  })
  const isOpen = derivation.unresolved.length > 0
  switch (question.form) {
    case 'check':
      return checked(derivation, told, question)
    case 'explain':
      return printing(
        explain(derivation, fill) || (isOpen ? 'Nothing is seen to be needed.' : 'Nothing is needed.'),
      )
    case 'json':
      return printing(JSON.stringify(summaryOf(derivation, fill), undefined, 2))
    case 'document': {
      const document = policyDocument(allNeeds(derivation), fill)
      const complaint = oversize(document)
      const nothing = `Nothing is ${isOpen ? 'seen to be ' : ''}needed: attach no policy, IAM takes none without a statement.`
      return printing(
        JSON.stringify(document, undefined, 2),
        ...(document.Statement.length === 0 ? [nothing] : []),
        ...(complaint === undefined ? [] : [complaint]),
      )
    }
  }
}

/**
 * What `calix policy` has to say of what an app's source needs.
 *
 * @throws UsageError when there is no such route, or the policy to compare with cannot be read or compared
 */
export const answer = (derivation: Derivation, question: PolicyQuestion): PolicyAnswer => {
  const part = scoped(derivation, question)
  const told = toldOf(question.surroundings)
  const whole = { ...part, unresolved: [...part.unresolved, ...unknownLinks(part, told)] }
  return {
    ...said(whole, told, question),
    unresolved: whole.unresolved.toSorted(byPlace).map(({ file, line, why }) => `${file}:${line}: ${why}`),
  }
}
