import type { Registration } from '../registration.ts'

/**
 * A resource in the state file of a stack.
 *
 * Source: `apitype.ResourceV3` and `apitype.CheckpointV3` of github.com/pulumi/pulumi/sdk.
 */
export interface StateResource {
  readonly urn: string
  readonly type: string
  readonly custom: boolean
  readonly id?: string
  readonly parent?: string
  readonly external?: boolean
  readonly protect?: boolean
  readonly retainOnDelete?: boolean
  readonly inputs: Readonly<Record<string, unknown>>
  readonly outputs: Readonly<Record<string, unknown>>
  readonly dependencies: ReadonlyArray<string>
}

/** A resource as the state keeps it. */
export const kept = (registration: Registration): StateResource => {
  const { urn, type, custom, id, parent, external, protect, retainOnDelete, inputs, outputs, dependencies } =
    registration
  return {
    urn,
    type,
    custom,
    ...(id === undefined ? {} : { id }),
    ...(parent === undefined ? {} : { parent }),
    ...(external ? { external } : {}),
    ...(protect ? { protect } : {}),
    ...(retainOnDelete ? { retainOnDelete } : {}),
    inputs,
    outputs,
    dependencies,
  }
}

/** The text of a state file. */
export const stateOf = (stack: string, resources: ReadonlyArray<StateResource>): string =>
  JSON.stringify({
    version: 3,
    checkpoint: {
      stack,
      latest: { manifest: { time: new Date(0).toISOString(), magic: '', version: '' }, resources },
    },
  })

/** The resources of a state file. */
export const resourcesIn = (text: string): ReadonlyArray<StateResource> =>
  JSON.parse(text).checkpoint.latest?.resources ?? []
