import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Either, isLeft, left, right } from '#fp/Either'
import type { Mistake } from './config/mistake.ts'
import type { ResolvedFunction } from './config/resolve.ts'
import { derivationNotes } from './derivation-note.ts'
import { type DerivedFunction, derivedFunctions, type Source } from './derived-function.ts'
import { type Link, linkOf } from './link.ts'
import { type LinkPermissions, linksFor } from './link-permissions.ts'
import { linkMistakes } from './link-use.ts'
import { type Pieces, policyPieces } from './policy-pieces.ts'

/** What one function may do beside what its options say. */
export interface FunctionGrant {
  /** What its source needs. */
  readonly derived: Pieces
  /** What it is linked to, each with what it is to be allowed of it. */
  readonly link: ReadonlyArray<object>
}

/** What the functions of a deployment may do. */
export interface FunctionGrants {
  /** By the function's name. */
  readonly grantOf: (name: string) => FunctionGrant
  /** What can be told of all links beforehand. */
  readonly links: ReadonlyArray<Link>
  /** What a user is to know, a line each. */
  readonly notes: ReadonlyArray<string>
}

/** What of a role's inline policies SST's own statements take, in characters: tracing, live functions, and each link. */
const OWN_SIZE = 512
const LINK_SIZE = 512

const fileSize = ({ autogenPolicy, iamPolicyFile }: ResolvedFunction, root: string): number =>
  autogenPolicy === 'merge' && iamPolicyFile !== undefined
    ? readFileSync(resolve(root, iamPolicyFile), 'utf8').replaceAll(/\s/g, '').length
    : 0

const NOTHING: Pieces = { kind: 'inline', documents: [] }

const tooLarge = (name: string, size: number): Mistake => ({
  path: 'autogenPolicy',
  message:
    `the policy of '${name}' has ${size.toLocaleString('en')} characters, more than IAM takes for a role: ` +
    "use functions 'per-route', or name fewer resources with grants(…)",
})

/**
 * Decides what each function may do: what its source needs, and what SST grants along with links.
 *
 * @param functions the options of all functions that are deployed
 * @param components what is linked
 * @returns every mistake: a file that cannot be followed, links that there are not, a policy that IAM would not take
 */
export const functionGrants = (
  source: Omit<Source, 'isWholeEnvironment'>,
  functions: ReadonlyArray<ResolvedFunction>,
  components: ReadonlyArray<object>,
  mode: LinkPermissions,
): Either<ReadonlyArray<Mistake>, FunctionGrants> => {
  const links = components.map(linkOf).filter((each) => each !== undefined)
  // Some links bring variables along, whose values SST alone knows.
  const isWholeEnvironment = !links.some(({ include }) => include.some(({ type }) => type === 'environment'))
  const found = derivedFunctions({ ...source, isWholeEnvironment }, functions)
  if (isLeft(found)) return found
  const pieces = (each: DerivedFunction): Either<number, Pieces> =>
    policyPieces(each.needs, OWN_SIZE + components.length * LINK_SIZE + fileSize(each.options, source.root))
  const all = found.right.map((each) => [each.options.name, pieces(each)] as const)
  const mistakes = [
    ...linkMistakes(
      found.right.flatMap(({ needs }) => needs),
      links,
    ),
    ...all.flatMap(([name, each]) => (isLeft(each) ? [tooLarge(name, each.left)] : [])),
  ]
  if (mistakes.length > 0) return left(mistakes)
  const derived = new Map(all.map(([name, each]) => [name, isLeft(each) ? NOTHING : each.right]))
  const linkedTo = linksFor(mode, components, found.right)
  return right({
    grantOf: (name) => ({ derived: derived.get(name) ?? NOTHING, link: linkedTo(name) }),
    links,
    notes: derivationNotes(found.right, mode, components),
  })
}
