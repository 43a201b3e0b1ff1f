import type { AnyEntry, Entry } from './routes.ts'

/** What is said to be needed; that it may be anything says nothing. */
export type Needed<N> = unknown extends N ? never : N

/** What a Reader that is returned needs. */
type ReaderNeeds<R> = R extends (needs: infer N) => unknown ? Needed<N> : never

/** What a handler or a provider needs: by its second parameter, and by the Reader that it returns. */
export type Wanted<N, R> = Needed<N> | ReaderNeeds<R>

/**
 * What a route needs that nothing around it has given; several needs are a union, and `never` is nothing.
 *
 * @since 0.1.0
 * @example
 * type Missing = NeedsOf<TableOf<typeof listUsers>['GET /users']>
 */
export type NeedsOf<E extends AnyEntry> = Wanted<E['needs'], E['returns']>

/** What a handler returns once it has what it needs. */
type Ran<R> = R extends (needs: never) => infer Later ? () => Later : R

/** Several needs as all of them: each is met for itself. */
type All<Needs> = (Needs extends unknown ? (each: Needs) => void : never) extends (all: infer Every) => void
  ? Every
  : never

/** What of some needs is not given; what is given under the same name but of another type stays needed. */
type Missing<Needs, Gives> = {
  readonly [K in keyof Needs as K extends keyof Gives ? (Gives[K] extends Needs[K] ? never : K) : K]: Needs[K]
}

/** What is still needed once some of it is given; `never` is nothing. */
export type Unmet<Needs, Gives> = Needs extends unknown
  ? keyof Missing<Needs, Gives> extends never
    ? never
    : Missing<Needs, Gives>
  : never

/** What may be missing is a mistake only where it is given and of another type. */
type Wrong<Left, Gives> = [keyof Left & keyof Gives] extends [never] ? never : Left

/** The same without what need not be given. */
type Demanded<Needs, Gives> =
  Unmet<Needs, Gives> extends infer Left
    ? Left extends unknown
      ? Nothing extends Left
        ? Wrong<Left, Gives>
        : Left
      : never
    : never

/** An object with nothing in it. */
type Nothing = Readonly<Record<never, never>>

/** The names under which something is given that is not of the type that is needed. */
type Contradicted<Needs, Gives> = Needs extends unknown
  ? { [K in keyof Needs & keyof Gives]: Gives[K] extends Needs[K] ? never : K }[keyof Needs & keyof Gives]
  : never

/** Nothing where what is given is of the types that are needed; otherwise a demand that no routes meet. */
export type Agrees<Needs, Gives> = [Contradicted<Needs, Gives>] extends [never]
  ? unknown
  : {
      readonly error: `'${Contradicted<Needs, Gives> & string}' is given here, but not of the type that the handlers need`
    }

/** What stands around routes, in their entries: it meets needs, has its own, and may end in errors of its own. */
export type Surrounded<Each extends AnyEntry, Gives, Errors, Needs> = Each extends unknown
  ? Entry<
      Each['key'],
      Each['contract'],
      Ran<Each['returns']>,
      Each['errors'] | Errors,
      unknown extends Each['needs'] ? unknown : Unmet<NeedsOf<Each>, Gives> | Needs
    >
  : never

/** An entry's unmet needs, in words; of one that hides which route it is, that nothing is known. */
type Complaint<Each, Gives> = Each extends AnyEntry
  ? unknown extends Each['needs']
    ? 'What these routes need is not known: leave out the annotation that hides it, such as AnyRoutes'
    : [Demanded<NeedsOf<Each>, Gives>] extends [never]
      ? never
      : `'${keyof All<Demanded<NeedsOf<Each>, Gives>> & string}', which ${Each['key']} needs, is given by nothing around it: use(provide(…)), authorize(…) or the app's environment would`
  : never

/** A type that only what has Readers among it may be; one that has properties as well is missed where it is alone. */
type AnyReader = (needs: unknown) => never

/** Nothing where all that is needed is given; otherwise a demand that no routes meet, which names the need and the route. */
// Most apps' handlers need nothing, which is told of all of them at once.
export type Met<Each extends AnyEntry, Gives> = [Each['needs']] extends [never]
  ? AnyReader extends Each['returns']
    ? MetByEach<Each, Gives>
    : unknown
  : MetByEach<Each, Gives>

// Where something does not compile, what is needed is `any`: that has been said, and is not said here again.
type MetByEach<Each extends AnyEntry, Gives> = 0 extends 1 & Each['needs']
  ? unknown
  : [Complaint<Each, Gives>] extends [never]
    ? unknown
    : { readonly error: Complaint<Each, Gives> }
