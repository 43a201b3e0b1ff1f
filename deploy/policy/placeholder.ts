import { partitionOf } from './partition.ts'

/** A part of a resource that is decided where the function runs. */
export type Placeholder =
  | { readonly kind: 'partition' | 'region' | 'account' }
  /** A property of something that SST links: `Resource.Photos.name`. */
  | { readonly kind: 'link'; readonly name: string; readonly property: string }

/** What stands in the place of a placeholder. */
export type Fill = (placeholder: Placeholder) => string

const SHAPE = /\$\{(?:AWS::(Partition|Region|AccountId)|Resource\.([^.{}]+)\.([^{}]+))\}/g

const KINDS = { Partition: 'partition', Region: 'region', AccountId: 'account' } as const

const isPseudo = (word: string): word is keyof typeof KINDS => Object.hasOwn(KINDS, word)

const read = (pseudo: string | undefined, name = '', property = ''): Placeholder =>
  pseudo !== undefined && isPseudo(pseudo) ? { kind: KINDS[pseudo] } : { kind: 'link', name, property }

/** The placeholders of a resource, in order, each as often as it is there. */
export const placeholdersOf = (resource: string): ReadonlyArray<Placeholder> =>
  [...resource.matchAll(SHAPE)].map(([, pseudo, name, property]) => read(pseudo, name, property))

/** The URL of a queue: the region in its host, where it is AWS's, then the account and the name. */
const QUEUE_URL = /^https?:\/\/(?:sqs\.([a-z0-9-]+)\.amazonaws\.com(?:\.cn)?|[^/]+)\/(\d{12})\/([\w.-]+)$/

/** The ARN that a link's property is by itself, though what names the resource took it for a name; none of a name. */
const wholeArn = (value: string, fill: Fill): string | undefined => {
  if (value.startsWith('arn:')) return value
  const [, host, account, name] = QUEUE_URL.exec(value) ?? []
  const region = host ?? fill({ kind: 'region' })
  const foreign = host === undefined || partitionOf(host) === 'aws' ? undefined : partitionOf(host)
  return name === undefined
    ? undefined
    : `arn:${foreign ?? fill({ kind: 'partition' })}:sqs:${region}:${account}:${name}`
}

/**
 * A resource with something in the place of each of its placeholders. A link's property that is an ARN, or a queue's URL,
 * is in the place of all that stands before it.
 */
export const fillResource = (resource: string, fill: Fill): string => {
  let filled = ''
  let end = 0
  for (const match of resource.matchAll(SHAPE)) {
    const [all, pseudo, name, property] = match
    const placeholder = read(pseudo, name, property)
    const value = fill(placeholder)
    const arn = placeholder.kind === 'link' ? wholeArn(value, fill) : undefined
    filled = arn ?? `${filled}${resource.slice(end, match.index)}${value}`
    end = match.index + all.length
  }
  return filled + resource.slice(end)
}
