import { calix, get, post, response, route } from 'calix'
import {
  boolean,
  date,
  integer,
  limited,
  list,
  number,
  oneOf,
  optional,
  uuid,
  withDefault,
} from 'calix/codec'
import * as t from 'io-ts'

export const Id = t.type({ id: uuid, kind: oneOf('cat', 'dog'), name: t.string })

export const Search = t.type({
  page: withDefault(integer, 1),
  size: optional(limited(integer, { minimum: 1, maximum: 100 })),
  ratio: number,
  exact: boolean,
  order: withDefault(oneOf('asc', 'desc'), 'asc'),
  since: optional(date),
  owner: list(uuid),
  label: list(t.string),
  days: list(date, { separator: ',' }),
  text: t.string,
})

/** Of the headers that every request has, none but these. */
export const Head = t.strict({
  'x-count': integer,
  'x-until': optional(date),
  'x-flags': list(boolean, { separator: ',' }),
  'x-note': withDefault(t.string, 'none'),
})

export const Jar = t.type({ visits: integer, theme: withDefault(oneOf('light', 'dark'), 'light') })

export interface Tree {
  readonly label: string
  readonly at: Date | undefined
  readonly leaves: ReadonlyArray<Tree>
}

export interface WrittenTree {
  readonly label: string
  readonly at: Date | string | undefined
  readonly leaves: ReadonlyArray<WrittenTree>
}

export const Tree: t.Type<Tree, WrittenTree> = t.recursion('Tree', () =>
  t.type({ label: t.string, at: optional(date), leaves: t.readonlyArray(Tree) }),
)

const Circle = t.type({ shape: t.literal('circle'), radius: t.number })
const Square = t.type({ shape: t.literal('square'), side: t.number, tilted: t.boolean })

export const Drawing = t.type(
  {
    tree: Tree,
    shapes: t.array(t.union([Circle, Square])),
    either: t.union([t.string, t.array(t.number), t.null]),
    pair: t.tuple([t.string, date]),
    counts: t.record(t.string, t.number),
    both: t.intersection([t.type({ a: t.string }), t.partial({ b: date })]),
    owner: uuid,
  },
  'Drawing',
)

/** What has reached the handlers, in order. */
export const arrived: Array<Readonly<Record<string, unknown>>> = []

const parts = route(
  get('/things/:kind/:id/:name', { params: Id, query: Search, headers: Head, cookies: Jar }),
  ({ cookies, headers, params, query }) => {
    arrived.push({ params, query, headers, cookies })
    return response('', { status: 204 })
  },
)

const bodies = route(
  post('/drawings/:n', { params: t.type({ n: integer }), body: Drawing }),
  ({ body, params }) => {
    arrived.push({ params, body })
    return response('', { status: 204 })
  },
)

/** Every part of a request but its body in one route, and the body in another. */
export const things = calix({}, parts, bodies)

export const thingsWith422 = calix({ invalidBodyStatus: 422 }, parts, bodies)
