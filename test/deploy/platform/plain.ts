/** The parts of Pulumi's wire format that are not JSON. */
interface Asset {
  readonly __pulumiAsset?: boolean
  readonly __pulumiArchive?: boolean
  readonly __pulumiResource?: boolean
  readonly path?: Promise<string>
  readonly text?: Promise<string>
  readonly uri?: Promise<string>
  readonly urn?: unknown
}

// The key that marks a value of Pulumi's wire format as something special, and what says that it is a secret.
const SIGNATURE = '4dabf18193072939515e22adb298388d'
const SECRET = '1b47061264138c4ac30d75fd1eb44270'

const assetOf = async (asset: Asset): Promise<unknown> => {
  const kind = asset.__pulumiArchive === true ? 'archive' : 'asset'
  return { [kind]: await (asset.path ?? asset.text ?? asset.uri) }
}

/** A property of a resource as plain JSON: secrets unwrapped, assets by their path, what is undefined left out. */
export const plain = async (value: unknown): Promise<unknown> => {
  if (value instanceof Promise) return plain(await value)
  if (value === null || typeof value !== 'object') return typeof value === 'function' ? undefined : value
  if (Array.isArray(value)) return Promise.all(value.map(plain))
  if ('__pulumiAsset' in value || '__pulumiArchive' in value) return assetOf(value as Asset)
  if ('__pulumiResource' in value) return plain((value as Asset).urn)
  if (SIGNATURE in value && value[SIGNATURE] === SECRET && 'value' in value) return plain(value.value)
  const entries = await Promise.all(
    Object.entries(value).map(async ([key, item]) => [key, await plain(item)] as const),
  )
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined))
}

/** The properties of a resource as plain JSON. */
export const plainRecord = async (value: unknown): Promise<Record<string, unknown>> =>
  Object.fromEntries(Object.entries((await plain(value)) ?? {}))
