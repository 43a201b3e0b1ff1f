// @ts-nocheck Enums and namespaces are what this is about, and the repository's own configuration refuses them.
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { calix, get, route } from 'calix'

const s3 = new S3Client({})
const send = async (): Promise<string> => {
  await s3.send(new GetObjectCommand({ Bucket: 'photos', Key: 'cat.jpg' }))
  return 'sent'
}

class Put {
  declare load: () => Promise<string>
}
Put.prototype.load = () => send()

class MixedIn {
  declare load: () => Promise<string>
}
Object.assign(MixedIn.prototype, { load: () => send() })

const key: string = JSON.parse('"load"')
class Computed {
  [key]() {
    return send()
  }
}

const replacing = (target: new () => { load(): Promise<string> }): any =>
  class extends target {
    override load() {
      return send()
    }
  }
@replacing
class Replaced {
  load() {
    return Promise.resolve('not replaced')
  }
}

const loaded: Promise<string>[] = []
const sending = (_: undefined, __: object) => (initial: number) => {
  loaded.push(send())
  return initial
}
class Decorated {
  @sending count = 1
}

class Started {
  static load: () => Promise<string>
  static {
    var own = send
    Started.load = () => own()
  }
}

enum Kind {
  Sent,
  Other,
}
const byKind: Readonly<Record<string, () => Promise<string>>> = {
  Sent: send,
  Other: () => Promise.resolve('other'),
}

namespace Outer.Inner {
  export const load = () => send()
}

namespace Merged {
  export const load = () => send()
}
namespace Merged {
  export const go = () => load()
}

namespace Variable {
  var own = send
  export const load = () => own()
}

import aliased = Outer.Inner.load

const optional = ({ params }: { readonly params: Readonly<Record<string, string>> }) => params['id'] ?? send()

export const app = calix(
  {},
  route(get('/alias'), () => aliased()),
  route(get('/class-decorator'), () => new Replaced().load()),
  route(get('/computed'), () => (new Computed() as unknown as Put)[key as 'load']()),
  route(get('/dotted'), () => Outer.Inner.load()),
  route(get('/enum'), () => byKind[Kind[Kind.Sent] ?? '']?.() ?? 'none'),
  route(get('/field-decorator'), async () => {
    const { count } = new Decorated()
    await Promise.all(loaded)
    return count
  }),
  route(get('/merged'), () => Merged.go()),
  route(get('/mixed-in'), () => new MixedIn().load()),
  route(get('/of/:id'), optional),
  route(get('/optional'), optional),
  route(get('/put'), () => new Put().load()),
  route(get('/static-block'), () => Started.load()),
  route(get('/variable'), () => Variable.load()),
)
