import type { Outline } from '../src/outline.ts'
import type { LambdaFunction } from './component.ts'
import { componentNames } from './component-name.ts'
import type { ResolvedFunction, ResolvedStage } from './config/resolve.ts'
import { lambdaFunction, type Surroundings } from './lambda-function.ts'
import { API, functionName } from './place.ts'

/** A function of a deployment, and what its component is called. */
export interface NamedFunction {
  readonly component: string
  readonly lambda: LambdaFunction
}

/** The functions of a deployment, by name. */
export type Functions = ReadonlyMap<string, NamedFunction>

/** The functions' names: `api`, in a deployment per route those of the routes, and those of built-in authorizers. */
export const functionNames = (outline: Outline): ReadonlyArray<string> => [
  API,
  ...outline.routes.map(functionName),
  ...authorizerNames(outline),
]

const authorizerNames = ({ authorizers }: Outline): ReadonlyArray<string> =>
  authorizers.filter(({ kind }) => kind === 'built-in').map(({ name }) => name)

/** The options of all functions that a stage has. */
export const functionsOf = (outline: Outline, stage: ResolvedStage): ReadonlyArray<ResolvedFunction> => {
  const routes = new Set(outline.routes.map(functionName))
  return functionNames(outline)
    .filter((name) => name === API || stage.functions === 'per-route' || !routes.has(name))
    .map(stage.forFunction)
}

/**
 * Makes the functions of a deployment: each with its own bundle, role and options. Authorizers have one each, apart from
 * what they protect. With one per route, `api` is still there, for what no route answers: unknown paths, other methods,
 * preflights.
 *
 * @param before what the names of the components begin with
 */
export const makeFunctions = (
  outline: Outline,
  stage: ResolvedStage,
  surroundings: Surroundings,
  before: string,
): Functions => {
  const routes = stage.functions === 'single' ? [] : outline.routes.map(functionName)
  const make = (name: string, component: string, description: string): readonly [string, NamedFunction] => [
    name,
    {
      component,
      lambda: lambdaFunction(component, stage.forFunction(name), surroundings, description),
    },
  ]
  return new Map([
    make(API, `${before}Function`, 'answers every route'),
    ...[...componentNames(routes, before)].map(([name, component]) => make(name, component, name)),
    ...[...componentNames(authorizerNames(outline), `${before}Authorizer`)].map(([name, component]) =>
      make(name, component, `authorizer ${name}`),
    ),
  ])
}
