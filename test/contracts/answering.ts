import { type AppOptions, calix, del, get, lambda, NotFoundError, post, response, route } from 'calix'
import { date, integer, list, optional } from 'calix/codec'
import { type Client, client } from 'calix/testing'
import * as E from 'fp-ts/Either'
import * as O from 'fp-ts/Option'
import * as TE from 'fp-ts/TaskEither'
import * as t from 'io-ts'
import * as z from 'zod'

/** What a handler says that it is, and is not: a cast somewhere in it, or data from elsewhere. */
export const claimed = <A>(value: unknown): A => value as A

/** `Some` of a text is the text, and `None` is null. */
const OptionOfText = new t.Type<O.Option<string>, string | null>(
  'OptionOfText',
  (value): value is O.Option<string> =>
    typeof value === 'object' &&
    value !== null &&
    '_tag' in value &&
    ['Some', 'None'].includes(String(value._tag)),
  (value, context) =>
    value === null
      ? t.success(O.none)
      : typeof value === 'string'
        ? t.success(O.some(value))
        : t.failure(value, context),
  O.toNullable,
)

export const User = t.type({
  name: t.string,
  born: date,
  nick: OptionOfText,
  tags: list(t.string, { separator: ',' }),
})
export const ada = {
  name: 'Ada',
  born: new Date('1815-12-10T00:00:00Z'),
  nick: O.some('Countess'),
  tags: ['a', 'b'],
}
export const WRITTEN = { name: 'Ada', born: '1815-12-10T00:00:00.000Z', nick: 'Countess', tags: 'a,b' }

export const Known = { returns: { 200: User, 201: t.string, 204: t.undefined } } as const
const later = z.object({ n: z.number() }).refine(async ({ n }) => n > 0, 'is not above 0')

export const appOf = (options: AppOptions) =>
  calix(
    options,
    route(get('/value', { returns: User }), () => ada),
    route(get('/promise', { returns: User }), async () => ada),
    route(get('/either', { returns: User }), () => E.right(ada)),
    route(get('/task-either', { returns: User }), () => TE.right(ada)),
    route(get('/response', { returns: User }), () =>
      response(ada, { status: 203, headers: { 'x-a': 'b' }, cookies: ['c=d'] }),
    ),
    route(get('/task-response', { returns: User }), () => TE.right(response(ada))),
    route(get('/wrong', { returns: User }), () => claimed<typeof ada>({ ...ada, name: 7, born: 'never' })),
    route(get('/wrong-later', { returns: User }), () => TE.right(claimed<typeof ada>(null))),
    route(get('/wrong-response', { returns: User }), () =>
      response(claimed<typeof ada>({ ...ada, born: 'x' })),
    ),
    route(get('/left', { returns: User }), () => E.left(new NotFoundError('nobody'))),
    route(get('/thrown', { returns: User }), (): typeof ada => {
      throw new NotFoundError('nobody')
    }),
    route(get('/moved', { returns: User }), () =>
      claimed<typeof ada>(response('elsewhere', { status: 302, headers: { location: '/value' } })),
    ),
    route(get('/map', Known), () => ada),
    route(post('/map', Known), () => response('made', { status: 201 })),
    route(del('/map', Known), () => response(undefined, { status: 204 })),
    route(get('/map/:status', Known), ({ params }) =>
      claimed<typeof ada>(response('odd', { status: Number(params.status) })),
    ),
    route(get('/web', { returns: User }), () =>
      claimed<typeof ada>(new Response('anything', { status: 200 })),
    ),
    route(get('/strip', { returns: t.type({ name: t.string, at: optional(date) }), strip: true }), () => ({
      ...{ name: 'Ada', at: undefined, hash: 'secret' },
    })),
    route(get('/text', { returns: t.string }), () => 'hello'),
    route(get('/nothing', { returns: t.undefined }), () => undefined),
    route(get('/schema/:n', { returns: later, params: t.type({ n: integer }) }), ({ params }) => params),
    route(
      get('/schema-strip/:n', { returns: later, params: t.type({ n: integer }), strip: true }),
      ({ params }) => ({
        ...params,
        hash: 'secret',
      }),
    ),
  )

/** Lambda itself marks no context. */
export const deployed = (options: AppOptions = {}): Client => {
  const handler = lambda(appOf(options))
  return client((event, { awsRequestId, getRemainingTimeInMillis }) =>
    handler(event, {
      ...(awsRequestId === undefined ? {} : { awsRequestId }),
      ...(getRemainingTimeInMillis === undefined ? {} : { getRemainingTimeInMillis }),
    }),
  )
}
