import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, post, route, routes } from 'calix'

const s3 = new S3Client({})
const save = async (Key: string) => {
  await s3.send(new PutObjectCommand({ Bucket: 'many', Key, Body: '' }))
  return null
}
type Make = (key: string) => PutObjectCommand
const make: Make = (Key) => new PutObjectCommand({ Bucket: 'many', Key, Body: '' })
const MAKERS: Readonly<Record<string, Make>> = { put: make }
class Commands {
  static put(Key: string): PutObjectCommand {
    return new this.Kind({ Bucket: 'many', Key, Body: '' })
  }
  private static readonly Kind = PutObjectCommand
}
const isPut = (command: unknown): command is PutObjectCommand => command instanceof PutObjectCommand
const input = (Key: string, extra?: Partial<ConstructorParameters<typeof PutObjectCommand>[0]>) => ({
  Bucket: 'many',
  Key,
  Body: '',
  ...(extra ?? {}),
})
const send = (command: PutObjectCommand) => s3.send(command).then(() => null)
const cache = new Map<string, PutObjectCommand>()
const cached = (key: string) => {
  let command = cache.get(key)
  if (!command) {
    command = make(key)
    cache.set(key, command)
  }
  return command
}
const builder = () => {
  const parts = { Bucket: 'many', Body: '' }
  return {
    key(Key: string) {
      return { build: () => new PutObjectCommand({ ...parts, Key }) }
    },
  }
}
const [tuple] = [PutObjectCommand] as const

export const app = calix(
  {},
  routes(
    route(post('/made'), () => send(make('k-made'))),
    route(post('/record'), () => send(MAKERS.put?.('k-record') ?? make('k-record'))),
    route(post('/static'), () => send(Commands.put('k-static'))),
    route(post('/guarded'), async () => {
      const all: Array<unknown> = [make('k-guarded'), 1]
      for (const each of all) if (isPut(each)) await send(each)
      return null
    }),
    route(post('/cast'), () => s3.send(make('k-cast') as unknown as PutObjectCommand).then(() => null)),
    route(post('/satisfies'), () =>
      send(new PutObjectCommand({ Bucket: 'many', Key: 'k-satisfies', Body: '' } satisfies object)),
    ),
    route(post('/spread-maybe'), () =>
      send(new PutObjectCommand(input('k-spread-maybe', { ContentType: 'a/b' }))),
    ),
    route(post('/cached'), () => send(cached('k-cached'))),
    route(post('/builder'), () => send(builder().key('k-builder').build())),
    route(post('/tuple'), () => send(new tuple({ Bucket: 'many', Key: 'k-tuple', Body: '' }))),
    route(post('/of-input'), () => send(new PutObjectCommand(make('k-of-input').input))),
    route(post('/promise'), async () => send(await Promise.resolve(make('k-promise')))),
    route(post('/list'), () => Promise.all([make('k-list-one'), make('k-list-two')].map(send))),
    route(post('/changed'), () => {
      const command = make('k-changed')
      command.input.ContentType = 'a/b'
      return send(command)
    }),
    route(post('/options'), () =>
      s3.send(make('k-options'), { abortSignal: AbortSignal.timeout(1_000) }).then(() => null),
    ),
    route(
      post('/callback'),
      () =>
        new Promise((resolve) => {
          s3.send(make('k-callback'), (error, data) => resolve(error ?? typeof data))
        }),
    ),
    route(post('/fallback'), async ({ query }) => {
      const known = query.x ? undefined : make('k-fallback')
      return send(known ?? make('k-fallback'))
    }),
  ),
)
