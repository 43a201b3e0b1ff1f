import type { Account } from './account.ts'
import { lookUp } from './invokes.ts'
import { created } from './outputs/created.ts'
import { plainRecord } from './plain.ts'
import type { Pulumi, Reply, Request } from './pulumi.ts'
import { type Registration, urnOf } from './registration.ts'

type Callback = (error: unknown, reply?: Reply | object) => void

/** The engine's side of Pulumi's resource protocol: it remembers what is registered and answers as AWS would. */
export interface Monitor {
  readonly server: object
  readonly registrations: () => ReadonlyArray<Registration>
}

interface Stack {
  readonly project: string
  readonly stage: string
  readonly account: Account
}

/** A monitor for one run of one program; `refused` hears what it refuses, of which Pulumi tells the program little. */
export const monitor = (
  pulumi: Pulumi,
  { project, stage, account }: Stack,
  refused: (reason: unknown) => void,
): Monitor => {
  const { runtime, struct } = pulumi
  const taken = new Set<string>()
  const registered = new Map<string, Registration>()
  const byId = new Map<string, Readonly<Record<string, unknown>>>()

  const wire = async (values: unknown): Promise<unknown> =>
    struct.Struct.fromJavaScript(await runtime.serializeProperties('', values))

  const remember = async (request: Request, given: unknown, external: boolean): Promise<Registration> => {
    const [type, name, parent] = [request.getType(), request.getName(), request.getParent()]
    const urn = urnOf(stage, project, parent, type, name)
    if (taken.has(urn)) throw new Error(`Duplicate resource URN '${urn}'; try giving it a unique name`)
    taken.add(urn)
    const inputs = await plainRecord(runtime.deserializeProperties(given))
    const custom = external || request.getCustom()
    const made = custom ? created({ type, name, urn, inputs, account, created: byId }) : undefined
    const id = made === undefined ? undefined : external ? request.getId() : made.id
    const registration: Registration = {
      type,
      name,
      urn,
      ...(id === undefined ? {} : { id }),
      ...(parent === '' ? {} : { parent }),
      custom,
      external,
      inputs,
      outputs: made?.state ?? {},
      dependencies: request.getDependenciesList(),
      ignoreChanges: external ? [] : request.getIgnorechangesList(),
      retainOnDelete: external ? false : request.getRetainondelete(),
      protect: external ? false : request.getProtect(),
    }
    registered.set(urn, registration)
    // A key of a usage plan has the id of the API key, which came first.
    if (id !== undefined && made !== undefined && !byId.has(id)) byId.set(id, made.state)
    return registration
  }

  const answer = (callback: Callback, reply: () => Promise<Reply>): void => {
    reply().then(
      (value) => callback(null, value),
      (error: unknown) => {
        refused(error)
        callback(error)
      },
    )
  }

  const server = {
    registerResource: (request: Request, callback: Callback): void =>
      answer(callback, async () => {
        const { urn, id, outputs } = await remember(request, request.getObject(), false)
        const reply = new pulumi.resource.RegisterResourceResponse()
        reply.setUrn(urn)
        reply.setId(id ?? '')
        reply.setObject(await wire(outputs))
        return reply
      }),
    readResource: (request: Request, callback: Callback): void =>
      answer(callback, async () => {
        const { urn, outputs } = await remember(request, request.getProperties(), true)
        const reply = new pulumi.resource.ReadResourceResponse()
        reply.setUrn(urn)
        reply.setProperties(await wire(outputs))
        return reply
      }),
    registerResourceOutputs: (request: Request, callback: Callback): void => {
      const found = registered.get(request.getUrn())
      if (found === undefined) {
        callback(new Error(`unknown resource ${request.getUrn()}`))
        return
      }
      plainRecord(runtime.deserializeProperties(request.getOutputs())).then((outputs) => {
        registered.set(found.urn, { ...found, outputs })
        callback(null, {})
      }, callback)
    },
    invoke: (request: Request, callback: Callback): void =>
      answer(callback, async () => {
        const inputs = await plainRecord(runtime.deserializeProperties(request.getArgs()))
        const reply = new pulumi.provider.InvokeResponse()
        const found = registered.get(String(inputs.urn))
        reply.setReturn(
          request.getTok() === 'pulumi:pulumi:getResource' && found !== undefined
            ? struct.Struct.fromJavaScript({ urn: found.urn, id: found.id ?? null, state: found.outputs })
            : await wire(lookUp(request.getTok(), inputs, account)),
        )
        return reply
      }),
    registerPackage: (_: Request, callback: Callback): void =>
      answer(callback, async () => {
        const reply = new pulumi.resource.RegisterPackageResponse()
        reply.setRef('platform')
        return reply
      }),
    // Outputs are sent as plain values: what is registered is read, not awaited again.
    supportsFeature: (request: Request, callback: Callback): void =>
      callback(null, { getHassupport: () => request.getId() !== 'outputValues' }),
  }
  return { server, registrations: () => [...registered.values()] }
}
