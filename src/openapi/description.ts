import type { AppOptions } from '../app.ts'
import { assertOptions } from '../options.ts'
import type { OpenApiInfo, OpenApiOperation, OpenApiServer, OpenApiTag } from './document.ts'

/**
 * What an app's document says beside its routes.
 *
 * @since 0.1.0
 */
export interface OpenApiDescription extends Omit<OpenApiInfo, 'title'> {
  /** The app's name when absent. */
  readonly title?: string
  /** Where the API is; on the server that gave the document, below the app's base path, when absent. */
  readonly servers?: ReadonlyArray<OpenApiServer>
  /** What tags mean, in the order in which they are to be shown; the others follow in the order of their first use. */
  readonly tags?: ReadonlyArray<OpenApiTag>
}

const MEMBERS = [
  'title',
  'version',
  'summary',
  'description',
  'termsOfService',
  'contact',
  'license',
  'servers',
  'tags',
] as const satisfies ReadonlyArray<keyof OpenApiDescription>

/** @throws TypeError when a member is unknown, or there is no version */
export const assertDescription = (description: OpenApiDescription): void => {
  assertOptions('openapi(…)', description, MEMBERS)
  if (typeof description.version !== 'string' || description.version === '')
    throw new TypeError("openapi(…): 'version' is missing: openapi(app, { version: '1.0.0' })")
}

export const infoOf = (description: OpenApiDescription, options: AppOptions): OpenApiInfo => {
  const { servers: _servers, tags: _tags, title = options.name ?? 'API', ...info } = description
  return { title, ...info }
}

export const serversOf = (
  { servers }: OpenApiDescription,
  { basePath }: AppOptions,
): ReadonlyArray<OpenApiServer> => servers ?? [{ url: basePath ?? '/' }]

export const tagsOf = (
  { tags: told = [] }: OpenApiDescription,
  operations: ReadonlyArray<OpenApiOperation>,
): ReadonlyArray<OpenApiTag> => {
  const used = new Set(operations.flatMap(({ tags = [] }) => tags))
  for (const { name } of told) used.delete(name)
  return [...told, ...[...used].map((name) => ({ name }))]
}
