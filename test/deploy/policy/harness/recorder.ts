// In a process of its own, in the place of AWS: every client's `send` is recorded and answered here, so no call leaves.
import { AsyncLocalStorage } from 'node:async_hooks'
import { createRequire } from 'node:module'
import { Readable } from 'node:stream'
import { __Client, $Command } from '@aws-sdk/client-s3'
import { sdkStreamMixin } from '@smithy/core/serde'
import type { RecordedCall } from './case.ts'

/** The region of the environment: a client that has another was made with it. */
export const AMBIENT_REGION = 'ap-northeast-3'

interface Recording {
  readonly calls: Array<Promise<RecordedCall>>
  readonly answer: (call: RecordedCall) => unknown
}

const recording = new AsyncLocalStorage<Recording>()

/** Runs something, and tells every call of AWS that it made. */
export const record = async (
  answer: Recording['answer'],
  run: () => Promise<unknown>,
): Promise<ReadonlyArray<RecordedCall>> => {
  const calls: Recording['calls'] = []
  await recording.run({ calls, answer }, run)
  return Promise.all(calls)
}

interface AnyClient {
  readonly config: Readonly<Record<string, unknown>>
}
interface AnyCommand {
  readonly input: RecordedCall['input']
  /** Of a command of lib-dynamodb: the command of the plain client that it stands for. */
  readonly clientCommand?: Pick<AnyCommand, 'schema'>
  /** Its third part is the operation's name. */
  readonly schema?: readonly [kind: number, namespace: string, operation: string, ...ReadonlyArray<unknown>]
}
type Callback = (error: unknown, output?: unknown) => void

const ask = async (value: unknown): Promise<unknown> => (typeof value === 'function' ? value() : value)

/** The endpoint of a client's own; the environment's leads to this machine. */
const urlOf = (endpoint: unknown): string | undefined => {
  const { hostname, path, protocol }: Partial<Record<string, unknown>> = { ...Object(endpoint) }
  return typeof hostname !== 'string' || hostname === '127.0.0.1'
    ? undefined
    : `${protocol}//${hostname}${path}`
}

const callOf = async (
  { config }: AnyClient,
  operation: string,
  input: RecordedCall['input'],
): Promise<RecordedCall> => {
  const region = await ask(config.region)
  const endpoint = urlOf(await ask(config.endpoint))
  return {
    // The packages of clients are named after the service's id: `Secrets Manager` is `client-secrets-manager`.
    client: String(config.serviceId).toLowerCase().replaceAll(' ', '-'),
    operation,
    input,
    ...(typeof region === 'string' && region !== AMBIENT_REGION ? { region } : {}),
    ...(endpoint === undefined ? {} : { endpoint }),
  }
}

const note = (client: AnyClient, operation: string, input: RecordedCall['input']) => {
  const now = recording.getStore()
  if (now === undefined) throw new Error(`${operation} is called while nothing is recorded`)
  const call = callOf(client, operation, input)
  now.calls.push(call)
  return { call, answer: now.answer }
}

/** By the schema, which says the same where an app extends the class of a command. */
const operationOf = (command: AnyCommand): string => {
  const { schema } = command.clientCommand ?? command
  if (schema === undefined) throw new Error('a command says no operation')
  return schema[2]
}

const usual = ({ operation }: RecordedCall): unknown => ({
  $metadata: { httpStatusCode: 200 },
  ...(operation === 'GetObject' ? { Body: sdkStreamMixin(Readable.from(['{}'])) } : {}),
  ...(operation === 'AssumeRole'
    ? {
        Credentials: {
          AccessKeyId: 'a',
          SecretAccessKey: 'b',
          SessionToken: 'c',
          Expiration: new Date(8.64e15),
        },
      }
    : {}),
})

const answered = async (client: AnyClient, command: AnyCommand): Promise<unknown> => {
  const { call, answer } = note(client, operationOf(command), command.input)
  // A request is signed before it is sent, so the credentials are asked for, and what they call is called.
  await ask(client.config.credentials)
  const asked = await call
  return (await answer(asked)) ?? usual(asked)
}

function send(this: AnyClient, command: AnyCommand, ...rest: ReadonlyArray<unknown>): unknown {
  const answer = answered(this, command)
  const callback = rest.find((each): each is Callback => typeof each === 'function')
  if (callback === undefined) return answer
  answer.then(
    (output) => callback(null, output),
    (error: unknown) => callback(error),
  )
}

const { resolveMiddlewareWithContext: resolve } = $Command.prototype

// What is presigned is not sent, and needs the same permission when the link is used. With `send` replaced, only a
// presigner makes a request of a command.
function resolveForPresigning(this: AnyCommand, ...rest: ReadonlyArray<unknown>): unknown {
  note({ config: { ...Object(rest[1]) } }, operationOf(this), this.input)
  return Reflect.apply(resolve, this, rest)
}

/** Puts the recorder in the place of AWS, for every client of the process. */
export const install = (): void => {
  Object.assign(__Client.prototype, { send })
  Object.assign($Command.prototype, { resolveMiddlewareWithContext: resolveForPresigning })
  // A form is signed without any command: it allows PutObject.
  const forms = createRequire(import.meta.url)('@aws-sdk/s3-presigned-post')
  const sign = forms.createPresignedPost
  forms.createPresignedPost = (client: AnyClient, { Bucket, Key, ...rest }: Record<string, unknown>) => {
    note(client, 'PutObject', { Bucket, Key })
    return sign(client, { Bucket, Key, ...rest })
  }
}
