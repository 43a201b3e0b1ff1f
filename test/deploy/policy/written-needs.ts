import type { Derivation, DerivedPermission } from '../../../deploy/policy/derivation.ts'
import type { Fill } from '../../../deploy/policy/placeholder.ts'

/** A permission that is needed in a line of `app.ts`. */
export const need = (
  action: string,
  resource: string | ReadonlyArray<string>,
  line = 1,
): DerivedPermission => ({
  action,
  resources: [resource].flat(),
  chain: [{ what: `${action.split(':')[1]}Command`, file: 'app.ts', line }],
})

/** What an analysis finds, written by hand. */
export const derivation = (
  routes: Readonly<Record<string, ReadonlyArray<DerivedPermission>>>,
  rest: Partial<Omit<Derivation, 'routes'>> = {},
): Derivation => {
  const always = rest.always ?? []
  return {
    authorizers: new Map(),
    unresolved: [],
    ...rest,
    always,
    routes: new Map(Object.entries(routes).map(([route, needs]) => [route, [...needs, ...always]])),
  }
}

/** A bucket, a table and a topic as the analysis writes them. */
export const bucket = (name: string, key = ''): string => `arn:\${AWS::Partition}:s3:::${name}${key}`
export const table = (name: string): string =>
  `arn:\${AWS::Partition}:dynamodb:\${AWS::Region}:\${AWS::AccountId}:table/${name}`

/** Nothing is told but the partition. */
export const unknown: Fill = ({ kind }) => (kind === 'partition' ? 'aws' : '*')
