import { EventEmitter } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, route } from 'calix'

const s3 = new S3Client({})
const send = async () => {
  await s3.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' }))
  return {}
}
const nothing = async () => ({})

class Reader {
  load() {
    return send()
  }
  run(keys: ReadonlyArray<string>) {
    return Promise.all(
      keys.map(function (this: Reader) {
        return this.load()
      }, this),
    )
  }
}

const all = [
  { order: 2, run: nothing },
  { order: 1, run: send },
]
all.sort((a, b) => a.order - b.order)
const sorted = () => all[0]?.run()

const shifted = () => {
  const queue = [nothing, send]
  queue.shift()
  return queue[0]?.()
}

const lengthRead = () => {
  const queue: string[] = []
  const first = queue[0]
  return queue.length === 0 ? send() : first
}

const drained = () => {
  const queue = [1, 2]
  while (queue.length > 0) queue.shift()
  return queue.length === 0 ? send() : {}
}

const replacedElement = async () => {
  for (const _ of [1].with(0, 2)) await send()
  return {}
}

const lastIndex = () =>
  [1].findLastIndex(() => {
    void send()
    return true
  })

const held = new Set([send])
const LOAD = Symbol.for('load')
const marked = { [LOAD]: () => send() }

const loaded = async () => ({ run: send })
const passedOver = async () => {
  const found = await loaded().then(undefined, () => null)
  return found ? found.run() : {}
}

const choices: Readonly<Record<string, typeof send>> = { nothing, send }
const chosenBound = async (name: string) => (await choices[name]?.bind(null)()) ?? {}

const emitter = new EventEmitter()
emitter.on('x', () => send())

class Bus extends EventEmitter {
  constructor() {
    super()
    this.on('x', function (this: Bus) {
      void this.load()
    })
  }
  load() {
    return send()
  }
}
const bus = () => new Bus()

const waited = async () => {
  const load = await wait(1, send)
  return load()
}

const accessed = {
  get load() {
    return send
  },
}
const described = Object.create(null, { load: { value: send } })

export const app = calix(
  {},
  route(get('/this-argument'), async () => {
    await new Reader().run(['a'])
    return {}
  }),
  route(get('/sorted'), async () => {
    await sorted()
    return {}
  }),
  route(get('/shifted'), async () => {
    await shifted()
    return {}
  }),
  route(get('/length-read'), async () => {
    await lengthRead()
    return {}
  }),
  route(get('/drained'), async () => {
    await drained()
    return {}
  }),
  route(get('/replaced-element'), async () => {
    await replacedElement()
    return {}
  }),
  route(get('/last-index'), async () => {
    await lastIndex()
    return {}
  }),
  route(get('/set-values'), async () => {
    await held.values().next().value?.()
    return {}
  }),
  route(get('/replace-all'), async () => {
    await 'axb'.replaceAll('x', () => {
      void send()
      return ''
    })
    return {}
  }),
  route(get('/symbol'), async () => {
    await marked[LOAD]()
    return {}
  }),
  route(get('/passed-over'), async () => {
    await passedOver()
    return {}
  }),
  route(get('/chosen-bound'), ({ query }) => chosenBound(query.k ?? 'nothing')),
  route(get('/array-like'), async () => {
    await Promise.all(Array.from({ 0: send, length: 1 } as ArrayLike<typeof send>).map((load) => load()))
    return {}
  }),
  route(get('/rejected'), async () => {
    await Promise.reject({ retry: send }).catch((error) => error.retry())
    return {}
  }),
  route(get('/reviver'), async () => {
    await JSON.parse('1', () => send())
    return {}
  }),
  route(get('/to-json'), async () => {
    await JSON.stringify({ toJSON: () => void send() })
    return {}
  }),
  route(get('/replacer'), async () => {
    await JSON.stringify({}, () => void send())
    return {}
  }),
  route(get('/listeners'), async () => {
    await Promise.all(emitter.listeners('x').map((listener) => listener()))
    return {}
  }),
  route(get('/listener-this'), async () => {
    await bus().emit('x')
    return {}
  }),
  route(get('/waited'), async () => {
    await waited()
    return {}
  }),
  route(get('/values-of-accessors'), async () => {
    await Promise.all(Object.values(accessed).map((load) => load()))
    return {}
  }),
  route(get('/descriptors'), async () => {
    await described.load()
    return {}
  }),
)
