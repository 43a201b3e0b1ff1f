// @ts-nocheck Accessors, namespaces and parameter properties are not erased, so the repository refuses them.
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, post, route, routes } from 'calix'

const s3 = new S3Client({})
const save = async (Key: string) => {
  await s3.send(new PutObjectCommand({ Bucket: 'many', Key, Body: '' }))
  return null
}
abstract class Base {
  protected abstract key(): string
  store() {
    return save(this.key())
  }
}
class Abstracted extends Base {
  protected override key() {
    return 'k-abstracted'
  }
}
class Setter {
  #key = 'k-setter'
  set key(value: string) {
    this.#key = value
  }
  get key() {
    return this.#key
  }
  go() {
    return save(this.key)
  }
}
class Chained {
  parts: Array<string> = []
  add(part: string) {
    this.parts.push(part)
    return this
  }
  go() {
    return save(this.parts.length > 0 ? 'k-chained' : 'k-chained')
  }
}
class Inner {
  run(key: string) {
    return save(key)
  }
}
class Outer {
  inner = new Inner()
  static make() {
    return new this()
  }
  delegate = { run: (key: string) => this.inner.run(key) }
}
class Overriding extends Inner {
  override run(key: string) {
    return super.run(key)
  }
}
class WithInit {
  ready: Promise<null>
  constructor() {
    this.ready = this.init()
  }
  private async init() {
    return save('k-with-init')
  }
}
class Factory {
  static create(kind: 'a' | 'b'): Inner {
    switch (kind) {
      case 'a':
        return new Inner()
      default:
        return new Overriding()
    }
  }
}
class Callable extends Function {
  constructor() {
    super()
    return new Proxy(this, { apply: (_t, _s, [key]) => save(key) })
  }
}
const mixin = <B extends new (...args: any[]) => object>(B: B) =>
  class extends B {
    mixed() {
      return save('k-mixed')
    }
  }
class Mixed extends mixin(Object) {}
class Private {
  #secret(key: string) {
    return save(key)
  }
  open() {
    return this.#secret('k-private')
  }
  static #count = 0
  static bump() {
    Private.#count += 1
    return save('k-private-static')
  }
}
class Handler {
  handle = async () => this.work()
  private async work() {
    return save('k-handler')
  }
}
class Bound {
  constructor() {
    this.handle = this.handle.bind(this)
  }
  async handle() {
    return this.work()
  }
  async work() {
    return save('k-bound')
  }
}
const handlers = {
  obj: {
    prefix: 'k-',
    async handle(this: { prefix: string }) {
      return save('k-object-this')
    },
  },
}
class Lazy {
  static #one: Lazy
  static get one() {
    return (this.#one ??= new Lazy())
  }
  go() {
    return save('k-lazy')
  }
}
class Accessor {
  accessor go = () => save('k-accessor')
}
const NAME = 'dynamic' as const
class Computed {
  [NAME]() {
    return save('k-computed')
  }
}
interface Port {
  write(key: string): Promise<null>
}
const adapter: Port = { write: save }
class UseCase {
  constructor(
    private readonly port: Port,
    private readonly key = 'k-use-case',
  ) {}
  execute = () => this.port.write(this.key)
}
class Registry {
  private static readonly all: Array<Inner> = []
  static add(i: Inner) {
    Registry.all.push(i)
  }
  static run(key: string) {
    return Promise.all(Registry.all.map((i) => i.run(key)))
  }
}
Registry.add(new Inner())
class Timer {
  start() {
    return new Promise((resolve) => setTimeout(() => resolve(this.fire()), 0))
  }
  fire() {
    return save('k-timer')
  }
}
class Err extends Error {
  save() {
    return save('k-error')
  }
}
namespace Space {
  export class Thing {
    go() {
      return save('k-namespace')
    }
  }
}
function decorate<A extends object>(target: A): A {
  return new Proxy(target, {
    get(t, k, r) {
      const v = Reflect.get(t, k, r)
      return typeof v === 'function' ? (...args: unknown[]) => v.apply(t, args) : v
    },
  })
}
class Iterates {
  async *pages() {
    yield* [1]
  }
  async all() {
    for await (const _ of this.pages()) await save('k-iterates')
    return null
  }
}

export const app = calix(
  {},
  routes(
    route(post('/abstracted'), () => new Abstracted().store()),
    route(post('/setter'), () => {
      const s = new Setter()
      s.key = 'k-setter'
      return s.go()
    }),
    route(post('/chained'), () => new Chained().add('a').add('b').go()),
    route(post('/delegate'), () => Outer.make().delegate.run('k-delegate')),
    route(post('/overriding'), () => new Overriding().run('k-overriding')),
    route(post('/with-init'), () => new WithInit().ready),
    route(post('/factory'), ({ query }) => Factory.create(query.b ? 'b' : 'a').run('k-factory')),
    route(post('/callable'), () => (new Callable() as unknown as typeof save)('k-callable')),
    route(post('/mixed'), () => new Mixed().mixed()),
    route(post('/private'), () => new Private().open()),
    route(post('/private-static'), () => Private.bump()),
    route(post('/handler'), new Handler().handle),
    route(post('/bound'), new Bound().handle),
    route(post('/object-this'), () => handlers.obj.handle()),
    route(post('/lazy'), () => Lazy.one.go()),
    route(post('/accessor'), () => new Accessor().go()),
    route(post('/computed'), () => new Computed().dynamic()),
    route(post('/use-case'), () => new UseCase(adapter).execute()),
    route(post('/registry'), () => Registry.run('k-registry')),
    route(post('/timer'), () => new Timer().start()),
    route(post('/error'), async () => {
      try {
        throw new Err('x')
      } catch (error) {
        if (error instanceof Err) return error.save()
        throw error
      }
    }),
    route(post('/namespace'), () => new Space.Thing().go()),
    route(post('/proxied'), () => decorate(new Inner()).run('k-proxied')),
    route(post('/iterates'), () => new Iterates().all()),
    route(post('/anonymous'), () =>
      new (class extends Inner {
        go() {
          return this.run('k-anonymous')
        }
      })().go(),
    ),
    route(post('/prototype'), () => Inner.prototype.run.call({}, 'k-prototype')),
    route(post('/create'), () => Object.create(Inner.prototype).run('k-create')),
  ),
)
