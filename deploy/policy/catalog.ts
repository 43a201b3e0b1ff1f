import { iamAction, iamService } from './actions/slice.ts'
import { covers } from './pattern.ts'
import { overlapsResource, segmentsOf } from './resource-pattern.ts'

const split = (action: string): readonly [prefix: string, name: string] => {
  const at = action.indexOf(':')
  return [action.slice(0, at).toLowerCase(), action.slice(at + 1)]
}

/** The actions that a pattern such as `s3:Get*` stands for; `undefined` of a service of which calix knows none. */
export const matchingActions = (pattern: string): ReadonlyArray<string> | undefined => {
  const [prefix, name] = split(pattern)
  const service = iamService(prefix)
  if (service === undefined) return undefined
  return [...service.actions]
    .filter(([each]) => covers(name.toLowerCase(), each))
    .map(([, each]) => `${prefix}:${each.name}`)
}

const slashes = (text: string): number => text.split('/').length - 1

/** Names without a slash, so that what has one more is another type's: a bucket's objects, a table's indexes. */
const WITHOUT_SLASH = /\{(?:BucketName|TableName)\}$/

const isOfFormat = (resource: string, format: string): boolean =>
  segmentsOf(resource) === undefined ||
  (!(WITHOUT_SLASH.test(format) && slashes(resource) > slashes(format)) &&
    overlapsResource(resource, format.replaceAll(/\{\w+\}/g, '*')))

/**
 * Whether a statement with this action and this resource grants anything. A list of actions and one of resources often
 * have pairs that do not: `s3:ListBucket` is on a bucket, never on `arn:aws:s3:::photos/*`.
 */
export const isGrantable = (action: string, resource: string): boolean => {
  const [prefix, name] = split(action)
  const known = iamAction(prefix, name)
  // Of actions without types IAM's own examples name resources all the same, `arn:aws:s3:::*` for the list of buckets.
  if (known === undefined || known.types.length === 0) return true
  const formats = iamService(prefix)?.formats
  return known.types.some(({ type }) => {
    const format = formats?.get(type)
    return format === undefined || isOfFormat(resource, format)
  })
}
