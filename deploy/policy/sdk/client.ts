import { isKnownOperation, operationOfWaiter } from '../actions/permissions.ts'
import { type Args, argument, type Site } from '../evaluate/env.ts'
import type { Machine } from '../evaluate/machine.ts'
import type { Exotic, Native } from '../evaluate/thing.ts'
import { exotic, native, nativeAt } from '../evaluate/things.ts'
import { ANYTHING, NOTHING, type Value } from '../evaluate/value.ts'
import { type Client, type Command, clientsIn, perform, sendAll } from './model.ts'
import { capitalised, documentOperation } from './names.ts'

/** Calls the callback that comes last, with an answer that only running gives. */
const callBack = (m: Machine, args: Args, site: Site): void => {
  const functions = args.list
    .slice(1)
    .flatMap((each) => each.filter((atom) => atom.kind === 'thing' && atom.is === 'function'))
  if (functions.length > 0) m.call(functions, NOTHING, { list: [ANYTHING, ANYTHING], rest: NOTHING }, site)
}

/** What every client has, and what it is not known to have. */
const QUIET = native('sdk.quiet', () => ANYTHING)

/** A client as it is made somewhere. */
export const makeClient = (m: Machine, site: Site, tag: string, of: Client): Value => [
  m.make<Exotic>(site, `client${tag}`, (key) => {
    const self: Exotic = exotic(key, 'client', of, (name, at) => memberOf(m, self, of, name, at))
    return self
  }),
]

const memberOf = (m: Machine, self: Exotic, of: Client, name: string | undefined, site: Site): Value => {
  if (name === undefined) {
    m.note(site, 'which operation is called is only decided when it runs: say with grants(…) what it needs')
    return ANYTHING
  }
  if (name === 'send') return [send(m)]
  if (name === 'destroy') return [QUIET]
  if (name === 'config' || name === 'middlewareStack') return ANYTHING
  const operation = operationNamed(of, name)
  if (operation === undefined) return ANYTHING
  return [
    m.make<Native>(site, `operation${self.key}${name}`, (key) =>
      nativeAt(key, `sdk.${name}`, (args, _, at) => {
        perform(m, at, { client: of.client, operation }, argument(args, 0), [{ payload: of }])
        callBack(m, args, at)
        return ANYTHING
      }),
    ),
  ]
}

/** The operation that a method of an aggregated client calls: `putObject`, `paginateListObjectsV2`, `waitUntilBucketExists`. */
const operationNamed = (of: Client, name: string): string | undefined => {
  if (name.startsWith('paginate')) {
    const operation = name.slice('paginate'.length)
    return (of.isDocument ? documentOperation(operation) : undefined) ?? operation
  }
  if (name.startsWith('waitUntil')) return operationOfWaiter(of.client, name)
  if (of.isDocument) return documentOperation(name)
  const operation = capitalised(name)
  return isKnownOperation(of.client, operation) ? operation : undefined
}

const senders = new WeakMap<Machine, Native>()

const send = (m: Machine): Native => {
  const known = senders.get(m)
  if (known !== undefined) return known
  const made = native('sdk.send', (args, self, site) => {
    sendAll(m, site, self, argument(args, 0))
    callBack(m, args, site)
    return ANYTHING
  })
  senders.set(m, made)
  return made
}

/** `S3Client`, `S3` and whatever else a client's package has that is constructed. */
export const clientClass = (m: Machine, client: string, name: string): Native =>
  native(`sdk.${client}.${name}`, () => ANYTHING, {
    construct: (args, site) =>
      makeClient(m, site, `${client}.${name}`, {
        client,
        configuration: argument(args, 0),
        isDocument: false,
      }),
    // Enums are read and never constructed.
    statics: () => ANYTHING,
  })

/** `DynamoDBDocumentClient` and `DynamoDBDocument`. */
export const documentClass = (m: Machine, name: string): Native => {
  const make = (args: Args, site: Site): Value => {
    const [first] = clientsIn(m, argument(args, 0))
    const configuration = first === undefined ? NOTHING : first.payload.configuration
    return makeClient(m, site, name, { client: 'dynamodb', configuration, isDocument: true })
  }
  const from = native(`sdk.${name}.from`, (args, _, site) => make(args, site))
  return native(`sdk.${name}`, () => ANYTHING, {
    construct: make,
    statics: (key) => (key === 'from' ? [from] : undefined),
  })
}

/** `PutObjectCommand`. */
export const commandClass = (m: Machine, client: string, operation: string): Native =>
  native(`sdk.${client}.${operation}Command`, () => ANYTHING, {
    construct: (args, site) => {
      const of: Command = { client, operation, input: argument(args, 0) }
      const tag = of.input.map(({ key }) => key).join()
      return [m.make<Exotic>(site, `command${client}.${operation}(${tag})`, (key) => commandThing(key, of))]
    },
  })

const commandThing = (key: string, of: Command): Exotic =>
  exotic(key, 'command', of, (name) => (name === 'input' ? of.input : ANYTHING))
