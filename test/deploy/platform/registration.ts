/** A resource as the program registered it, and what the provider answered. */
export interface Registration {
  readonly type: string
  /** The logical name. */
  readonly name: string
  readonly urn: string
  /** What AWS would call it; a component has none. */
  readonly id?: string
  readonly parent?: string
  /** A resource of a provider, not a component. */
  readonly custom: boolean
  /** Looked up, not created: `aws.iam.Role.get`. */
  readonly external: boolean
  readonly inputs: Readonly<Record<string, unknown>>
  readonly outputs: Readonly<Record<string, unknown>>
  readonly dependencies: ReadonlyArray<string>
  readonly ignoreChanges: ReadonlyArray<string>
  readonly retainOnDelete: boolean
  readonly protect: boolean
}

export const STACK = 'pulumi:pulumi:Stack'

/**
 * The name of a resource in its stack, which every type above it is a part of.
 *
 * Source: https://www.pulumi.com/docs/iac/concepts/resources/names/#urns
 */
export const urnOf = (stack: string, project: string, parent: string, type: string, name: string): string => {
  const above = parent.split('::')[2] ?? ''
  const qualified = above === '' || above === STACK ? type : `${above}$${type}`
  return `urn:pulumi:${stack}::${project}::${qualified}::${name}`
}

/**
 * The resources that a program creates, without what it only looks up.
 *
 * By their URNs: a program registers them as its outputs settle, in another order every time.
 */
export const createdIn = (registrations: ReadonlyArray<Registration>): ReadonlyArray<Registration> =>
  registrations.filter(({ external }) => !external).sort((a, b) => (a.urn < b.urn ? -1 : 1))
