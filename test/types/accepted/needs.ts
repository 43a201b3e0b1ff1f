import * as E from 'fp-ts/Either'
import { pipe } from 'fp-ts/function'
import * as R from 'fp-ts/Reader'
import * as RTE from 'fp-ts/ReaderTaskEither'
import * as TE from 'fp-ts/TaskEither'
import {
  type AnyApp,
  type App,
  authorize,
  calix,
  environment,
  get,
  iam,
  lambda,
  NotFoundError,
  post,
  prefix,
  provide,
  type Routes,
  route,
  routes,
  type TokenIdentity,
  UnauthorizedError,
  use,
} from '../../../src/index.ts'
import { client, fetchOf } from '../../../testing/index.ts'
import { type Alike, holds, type Needs, type Same } from './claim.ts'

// What a handler needs is what its second parameter or its Reader says; what is around it gives that, or the app does not
// compile.

interface User {
  readonly id: string
}
interface Database {
  readonly find: (id: string) => Promise<User | undefined>
}
interface Clock {
  readonly now: () => Date
}
interface Needed {
  readonly user: User
}
declare const db: Database
declare const clock: Clock

const plain = route(get('/plain'), () => 1)
holds<Same<Needs<typeof plain>, never>>()

const me = route(get('/me'), (_request, { user }: Needed) => user.id)
holds<Same<Needs<typeof me>, Needed>>()

const reading = route(
  get('/reading'),
  (): RTE.ReaderTaskEither<{ db: Database }, NotFoundError, string> => RTE.left(new NotFoundError()),
)
holds<Same<Needs<typeof reading>, { db: Database }>>()

const simpleReader = route(get('/simple'), () => R.asks(({ clock }: { clock: Clock }) => clock.now()))
holds<Same<Needs<typeof simpleReader>, { clock: Clock }>>()

const both = route(
  get('/both'),
  (_request, { user }: Needed): RTE.ReaderTaskEither<{ db: Database }, NotFoundError, string> =>
    RTE.right(user.id),
)
holds<Alike<Needs<typeof both>, Needed | { db: Database }>>()

// Providers give what is needed, whichever way they give it.
const now = provide(() => ({ clock }))
const later = provide(async () => ({ db }))
const user = provide(({ headers }) =>
  headers['x-user'] === undefined
    ? E.left(new UnauthorizedError())
    : E.right({ user: { id: headers['x-user'] } }),
)
const met = pipe(me, use(user))
holds<Same<Needs<typeof met>, never>>()
export const app: App = calix({}, met, plain)

// Several in one `use`, or one around the other; a need that is not met stays one.
const severalNeeds = pipe(routes(both, simpleReader), use(now, user))
holds<Alike<Needs<typeof severalNeeds>, { readonly db: Database }>>()
const allMet = pipe(severalNeeds, prefix('/v1'), use(later))
holds<Same<Needs<typeof allMet>, never>>()
export const appOfAll = calix({}, allMet)

// A provider may itself need what is around it: another provider, an authorizer or the environment.
const found = provide(
  (_request, { db, user }: { db: Database; user: User }): TE.TaskEither<NotFoundError, { account: User }> =>
    pipe(
      TE.fromTask(() => db.find(user.id)),
      TE.flatMap(TE.fromNullable(new NotFoundError())),
      TE.map((account) => ({ account })),
    ),
)
const account = route(get('/account'), (_request, { account }: { account: User }) => account.id)
export const inFound = pipe(account, use(found))
holds<Same<Needs<typeof inFound>, { db: Database; user: User }>>()
export const appOfProviders = calix({}, pipe(inFound, use(user, later)), pipe(me, use(user)))
const readingProvider = provide(() => R.asks(({ db }: { db: Database }) => ({ user: { id: String(db) } })))
const inReading = pipe(me, use(readingProvider))
holds<Same<Needs<typeof inReading>, { db: Database }>>()

// An authorizer around routes gives who calls.
const byIdentity = route(
  get('/arn'),
  (_request, { identity }: { identity: { userArn: string } }) => identity.userArn,
)
const authorized = pipe(routes(byIdentity, plain), authorize(iam()))
holds<Same<Needs<typeof authorized>, never>>()
const ofIdentity = provide((_request, { identity }: { identity: { userArn: string } }) => ({
  user: { id: identity.userArn },
}))
export const appOfIdentity = calix({}, pipe(me, use(ofIdentity), authorize(iam())))
const subject = route(
  get('/sub'),
  (_request, { identity }: { identity: Pick<TokenIdentity, 'claims'> }) => identity.claims,
)
holds<Same<Needs<typeof subject>, { identity: Pick<TokenIdentity, 'claims'> }>>()

// An app's environment gives what is left, and whoever starts the app gives the environment.
const environed = calix(
  { environment: environment<{ db: Database; clock: Clock }>() },
  reading,
  simpleReader,
  plain,
)
type GivenOf<A extends AnyApp> = A extends App<infer _Each, infer Given> ? Given : never
holds<Same<GivenOf<typeof environed>, { db: Database; clock: Clock }>>()
holds<Same<GivenOf<typeof appOfAll>, unknown>>()
export const handler = lambda(environed, { db, clock })
export const tested = client(environed, { environment: { db, clock } })
export const fetched = fetchOf(environed, { environment: { db, clock }, stage: 'prod' })
export const withoutOne = [lambda(app), client(app), client(app, { stage: 'prod' }), fetchOf(app)]
export const ofAnyApp = (some: AnyApp) => [lambda(some), lambda(some, { db }), client(some)]
export const ofApp = (some: App) => [lambda(some), client(some), fetchOf(some)]
export const ofHandler = [client(handler), client(async () => ({ statusCode: 200 })), fetchOf(handler)]

// More than is needed may be given, and what is given may be more than is needed.
export const more = calix(
  { environment: environment<{ user: User & { name: string }; db: Database }>() },
  me,
  reading,
)

// Routes whose handlers need nothing go wherever routes go.
export const taken: ReadonlyArray<Routes> = [plain, met, route(post('/'), () => 2)]
