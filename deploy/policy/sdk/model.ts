import { argsOf, type Site } from '../evaluate/env.ts'
import type { Machine } from '../evaluate/machine.ts'
import type { Exotic } from '../evaluate/thing.ts'
import { ANYTHING, type Atom, NOTHING, notNullish, unionOf, type Value } from '../evaluate/value.ts'
import type { SdkCall } from '../sdk-call.ts'
import { told } from './known-value.ts'

/** A client of a service: `new S3Client({ region })`. */
export interface Client {
  /** After `@aws-sdk/client-`. */
  readonly client: string
  /** What it is made with. */
  readonly configuration: Value
  /** Whether its methods are those of `DynamoDBDocument`. */
  readonly isDocument: boolean
}

/** A command: `new PutObjectCommand(input)`. */
export interface Command {
  readonly client: string
  readonly operation: string
  readonly input: Value
}

export const isClient = (atom: Atom): atom is Exotic & { readonly payload: Client } =>
  atom.kind === 'thing' && atom.is === 'exotic' && atom.what === 'client'

export const isCommand = (atom: Atom): atom is Exotic & { readonly payload: Command } =>
  atom.kind === 'thing' && atom.is === 'exotic' && atom.what === 'command'

const isCredentials = (atom: Atom): atom is Exotic & { readonly payload: Command } =>
  atom.kind === 'thing' && atom.is === 'exotic' && atom.what === 'credentials'

/** Things of a kind in a value: it may be one, extend one, or be code that is not followed and holds one. */
const found = <T extends Exotic>(
  m: Machine,
  value: Value,
  is: (atom: Atom) => atom is T,
): ReadonlyArray<T> => {
  const seen = new Set<string>()
  const all: T[] = []
  const visit = (atom: Atom): void => {
    if (atom.kind !== 'thing' || seen.has(atom.key)) return
    seen.add(atom.key)
    if (is(atom)) all.push(atom)
    else if (atom.is === 'opaque') m.read(atom.others).forEach(visit)
    else if (atom.is === 'record') m.read(atom.base).forEach(visit)
  }
  value.forEach(visit)
  return all
}

export const clientsIn = (m: Machine, value: Value) => found(m, value, isClient)
export const commandsIn = (m: Machine, value: Value) => found(m, value, isCommand)

/** One operation that is called with an input, on a client where there is one. */
export const perform = (
  m: Machine,
  site: Site,
  of: Pick<Command, 'client' | 'operation'>,
  input: Value,
  clients: ReadonlyArray<{ readonly payload: Client }>,
): void => {
  const configuration = unionOf(clients.map(({ payload }) => payload.configuration))
  const configured = (name: string) =>
    told(m, configuration.length === 0 ? ANYTHING : withoutFunctions(m.get(configuration, name, site)), site)
  const [region, endpoint] = [configured('region'), configured('endpoint')]
  // A call without its input fails before it is sent.
  const present = notNullish(input)
  const { known, notes } = told(m, present.length === 0 ? input : present, site)
  const call: SdkCall = {
    client: of.client,
    operation: of.operation,
    input: known,
    region: region.known,
    endpoint: endpoint.known,
  }
  m.send(site, call, [...notes, ...region.notes])
  if (configuration.length === 0) return
  for (const atom of m.get(configuration, 'credentials', site)) {
    // What the client signs with may have to be asked for first.
    if (isCredentials(atom)) {
      const { payload } = atom
      const asked = told(m, payload.input, site)
      m.send(site, { ...payload, input: asked.known, region: { kind: 'unknown' } }, asked.notes)
    } else if (atom.kind === 'thing' && (atom.is === 'function' || atom.is === 'native'))
      m.call([atom], NOTHING, argsOf(ANYTHING), site)
  }
}

const withoutFunctions = (value: Value): Value => {
  const left = value.filter(({ kind }) => kind !== 'thing')
  return left.length === 0 ? ANYTHING : left
}

/** `client.send(command)`, whatever sends it: all commands that it can be. */
export const sendAll = (m: Machine, site: Site, sender: Value, command: Value): void => {
  const clients = clientsIn(m, sender)
  const commands = commandsIn(m, command)
  for (const { payload } of commands)
    perform(
      m,
      site,
      payload,
      payload.input,
      clients.filter((each) => each.payload.client === payload.client || each.payload.isDocument),
    )
  if (
    commands.length === 0 &&
    command.some((atom) => atom.kind === 'anything' || (atom.kind === 'thing' && atom.is === 'opaque'))
  )
    m.note(site, 'which command is sent here is only decided when it runs: say with grants(…) what it needs')
}
