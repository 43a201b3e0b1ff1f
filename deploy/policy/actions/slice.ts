import { brotliDecompressSync } from 'node:zlib'
import { PACKED } from './data/packed.ts'

/** A resource type that an action is granted on. */
export interface ActionType {
  readonly type: string
  /** Whether IAM lists it as required. Types that are alternatives of each other are often all listed so. */
  readonly isRequired: boolean
}

/** An action of IAM. */
export interface IamAction {
  /** As IAM writes it: `PutBucketCORS`. */
  readonly name: string
  readonly types: ReadonlyArray<ActionType>
}

/** What IAM knows of a service. */
export interface IamService {
  /** By resource type: `arn:{Partition}:sqs:{Region}:{Account}:{QueueName}` */
  readonly formats: ReadonlyMap<string, string>
  /** By the action's name in lower case, since IAM does not tell cases apart. */
  readonly actions: ReadonlyMap<string, IamAction>
}

interface Slice {
  readonly prefixes: ReadonlySet<string>
  readonly services: ReadonlyMap<string, string>
}

let slice: Slice | undefined

/** The packed slice as text; scripts/iam-data.ts says how it is written. */
export const unpacked = (): string => brotliDecompressSync(Buffer.from(PACKED, 'base64')).toString()

const loaded = (): Slice => {
  if (slice !== undefined) return slice
  const [prefixes = '', ...services] = unpacked().split('\n#')
  slice = {
    prefixes: new Set(prefixes.split(' ')),
    services: new Map(services.map((text) => [text.slice(0, text.indexOf('\n')), text])),
  }
  return slice
}

/** Whether IAM has a service of that prefix. */
export const isPrefix = (prefix: string): boolean => loaded().prefixes.has(prefix)

const typesOf = (numbers: string, types: ReadonlyArray<string>): ReadonlyArray<ActionType> =>
  numbers === ''
    ? []
    : numbers.split(',').map((number) => ({
        type: types[Number.parseInt(number, 10)] ?? '',
        isRequired: !number.endsWith('?'),
      }))

const actionsIn = (line: string, types: ReadonlyArray<string>): ReadonlyArray<[string, IamAction]> => {
  const start = line.indexOf(':')
  const on = typesOf(line.slice(0, start), types)
  return [...line.slice(start + 1).matchAll(/([^()]*)\(([^()]*)\)/g)].flatMap(([, verbs = '', nouns = '']) =>
    verbs.split(',').flatMap((verb) =>
      nouns.split(' ').map((noun): [string, IamAction] => {
        const name = verb + noun
        return [name.toLowerCase(), { name, types: on }]
      }),
    ),
  )
}

const read = (prefix: string, text: string): IamService => {
  const [, formats = '', ...actions] = text.split('\n')
  const entries = formats
    .split('\t')
    .filter((entry) => entry !== '')
    .map((entry): [string, string] => {
      const [type = '', format = ''] = entry.split('=')
      return [type, format.replace('~', `arn:{Partition}:${prefix}:{Region}:{Account}:`)]
    })
  const types = entries.map(([type]) => type)
  return { formats: new Map(entries), actions: new Map(actions.flatMap((line) => actionsIn(line, types))) }
}

const services = new Map<string, IamService | undefined>()

/** What IAM knows of a service; `undefined` where calix ships its prefix alone, or it is none. */
export const iamService = (prefix: string): IamService | undefined => {
  if (!services.has(prefix)) {
    const text = loaded().services.get(prefix)
    services.set(prefix, text === undefined ? undefined : read(prefix, text))
  }
  return services.get(prefix)
}

/** An action by its name, in any case. */
export const iamAction = (prefix: string, name: string): IamAction | undefined =>
  iamService(prefix)?.actions.get(name.toLowerCase())
