import { join } from 'node:path'
import { type Either, isLeft, left, right } from '#fp/Either'
import type { Outline } from '../src/outline.ts'
import { type Mistake, named } from './config/mistake.ts'
import type { ResolvedFunction, ResolvedStage } from './config/resolve.ts'
import { needsOf, type PartNeeds, partOf } from './function-part.ts'
import { fileOf } from './named-files.ts'
import type { Derivation } from './policy/derivation.ts'
import { derive } from './policy/derive.ts'

/** What the policies of a deployment are derived from. */
export interface Source {
  readonly outline: Outline
  readonly stage: ResolvedStage
  /** The folder of sst.config.ts. */
  readonly root: string
  /** The file and export that are the app's handler. */
  readonly handler: string
  /** Whether nothing but the configuration gives the functions variables of the environment. */
  readonly isWholeEnvironment: boolean
}

/** A function with what its source needs. */
export interface DerivedFunction extends PartNeeds {
  readonly options: ResolvedFunction
  /** The source, from the folder of sst.config.ts. */
  readonly file: string
  readonly derivation: Derivation
}

const isDerived = ({ autogenPolicy, manageIamRole }: ResolvedFunction): boolean =>
  autogenPolicy !== false && manageIamRole

type Derive = (file: string, options: ResolvedFunction) => Either<Mistake, Derivation>

/** Derives each file once for each environment: most functions of an app have the same two. */
const deriver = ({ root, isWholeEnvironment }: Source): Derive => {
  const known = new Map<string, Either<Mistake, Derivation>>()
  const attempt = (
    file: string,
    environment: Readonly<Record<string, string>>,
  ): Either<Mistake, Derivation> => {
    try {
      return right(derive(join(root, file), { root, environment, isWholeEnvironment }))
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      const message = `no policy can be derived from ${named(file)}: ${why}. Say autogenPolicy: false and an iamPolicyFile`
      return left({ path: 'autogenPolicy', message })
    }
  }
  return (file, { environmentVariables }) => {
    const environment = Object.entries(environmentVariables).sort()
    const key = JSON.stringify([file, environment])
    const found = known.get(key) ?? attempt(file, Object.fromEntries(environment))
    known.set(key, found)
    return found
  }
}

/**
 * What the source of each function needs, of those whose policy is derived.
 *
 * @param functions the options of all functions that are deployed
 * @returns what cannot be derived, a mistake for each file
 */
export const derivedFunctions = (
  source: Source,
  functions: ReadonlyArray<ResolvedFunction>,
): Either<ReadonlyArray<Mistake>, ReadonlyArray<DerivedFunction>> => {
  const { outline, stage, root, handler } = source
  const derivationOf = deriver(source)
  const keys = outline.routes.flatMap(({ methods, path }) => methods.map((method) => `${method} ${path}`))
  const mistakes = new Map<string, Mistake>()
  const found = functions.filter(isDerived).flatMap((options): ReadonlyArray<DerivedFunction> => {
    const file = fileOf(options.handler ?? handler, root) ?? ''
    const derivation = derivationOf(file, options)
    if (isLeft(derivation)) {
      mistakes.set(derivation.left.message, derivation.left)
      return []
    }
    const needs = needsOf(partOf(outline, stage, options), derivation.right, keys)
    // A handler of its own may have no app with this route in it: it is then all its own.
    const unseen = options.handler === undefined ? needs.unseen : []
    return [{ ...needs, unseen, options, file, derivation: derivation.right }]
  })
  return mistakes.size > 0 ? left([...mistakes.values()]) : right(found)
}
