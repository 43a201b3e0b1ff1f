import type { Part } from 'calix'
import type { Drawing, Head, Id, Jar, Search } from './things.ts'

type Path = ReadonlyArray<string | number>

/** A request as a caller might write it, without any codec. */
export interface Raw {
  readonly params: typeof Id._O
  readonly query: Readonly<Record<keyof typeof Search._O, string | ReadonlyArray<string>>>
  readonly headers: Readonly<Record<keyof typeof Head._O, string>>
  readonly cookies: Readonly<Record<keyof typeof Jar._O, string>>
}

export const VALID: Raw = {
  params: { id: '7c9e6679-7425-40de-944b-e07fc1f90ae7', kind: 'cat', name: 'Tom' },
  query: {
    ...{ page: '2', size: '10', ratio: '0.5', exact: 'true', order: 'desc', since: '2026-01-31' },
    owner: ['7c9e6679-7425-40de-944b-e07fc1f90ae7', '7c9e6679-7425-40de-944b-e07fc1f90ae8'],
    ...{ label: ['a', 'b'], days: '2026-01-31,2026-02-01', text: 'x' },
  },
  headers: { 'x-count': '3', 'x-until': '2026-01-31T10:00:00Z', 'x-flags': 'true,false', 'x-note': 'n' },
  cookies: { visits: '1', theme: 'dark' },
}

/** One thing to make wrong: what is in its place, and what is then said of it. */
export interface Mutation {
  readonly in: Part
  readonly name: string
  /** What makes it wrong; left out where that is `undefined`. */
  readonly wrong: ReadonlyArray<unknown>
  readonly path: Path
  readonly expected: string
}

const of =
  (part: Part) =>
  (name: string, expected: string, wrong: ReadonlyArray<unknown>, path: Path = [name]): Mutation => ({
    ...{ in: part, name, wrong, path, expected },
  })

const [params, query, headers, cookies, body] = [
  of('params'),
  of('query'),
  of('headers'),
  of('cookies'),
  of('body'),
]

const NO_INTEGER = ['', 'x', '1.5', '0x10', '01', '+1', '1e3', '9007199254740993', ' 1', 'NaN']
const NO_DATE = ['', 'x', '2026-02-30', '2026-13-01', '2026-01-31T25:00:00Z', '1970', '0']
const NO_UUID = ['', 'x', '7c9e6679742540de944be07fc1f90ae7', '7c9e6679-7425-40de-944b-e07fc1f90aeg']
const UUID = '7c9e6679-7425-40de-944b-e07fc1f90ae7'

/** What cannot be sent without a body, each at its own place. */
export const mutations: ReadonlyArray<Mutation> = [
  params('id', 'uuid', NO_UUID.slice(1)),
  params('kind', 'one of "cat", "dog"', ['x', 'Cat', 'cat ', 'toString']),
  query('page', 'integer', NO_INTEGER),
  query('size', 'integer from 1 to 100', ['0', '101', '-1', ...NO_INTEGER]),
  query('ratio', 'number', [undefined, '', 'x', '.5', '0x1', 'Infinity', 'NaN', '1e999', ' 1']),
  query('exact', 'boolean', [undefined, '', 'x', 'TRUE', 'yes', 'null']),
  query('order', 'one of "asc", "desc"', ['', 'up', 'ASC', '__proto__']),
  query('since', 'date', NO_DATE),
  query('owner', 'uuid', NO_UUID, ['owner', 0]),
  query(
    'owner',
    'uuid',
    NO_UUID.map((each) => [UUID, each]),
    ['owner', 1],
  ),
  query(
    'days',
    'date',
    NO_DATE.slice(1).map((each) => `2026-01-31,${each}`),
    ['days', 1],
  ),
  query('text', 'string', [undefined]),
  headers('x-count', 'integer', [undefined, ...NO_INTEGER.filter((each) => each === each.trim())]),
  headers('x-until', 'date', NO_DATE),
  headers('x-flags', 'boolean', ['yes', 'TRUE', 'x,true'], ['x-flags', 0]),
  headers('x-flags', 'boolean', ['true, false, no'], ['x-flags', 2]),
  cookies('visits', 'integer', [undefined, 'x', '1.5', '-', '1e3']),
  cookies('theme', 'one of "light", "dark"', ['', 'x', 'LIGHT']),
]

/** Where one value is asked for, a second is one too many; a gateway that hands on the last alone hides it. */
export const repetitions: ReadonlyArray<Mutation> = [
  query('page', 'integer', [['1', '2']]),
  query('exact', 'boolean', [['true', 'true']]),
  query('text', 'string', [['a', 'b']]),
  query('since', 'date', [['2026-01-31', '2026-02-01']]),
]

export const DRAWING: typeof Drawing._O = {
  tree: { label: 'a', at: undefined, leaves: [{ label: 'b', at: '2026-01-31', leaves: [] }] },
  shapes: [
    { shape: 'circle', radius: 1 },
    { shape: 'square', side: 2, tilted: true },
  ],
  either: null,
  pair: ['a', '2026-01-31'],
  counts: { a: 1 },
  both: { a: 'a' },
  owner: UUID,
}

const NO_TEXT = [undefined, null, 1, true, [], {}]
const NO_NUMBER = [undefined, null, '1', true, [], {}]

/** The same for a body: the name is that of the field, and the place may be inside it. */
export const bodyMutations: ReadonlyArray<Mutation> = [
  body(
    'tree',
    'string',
    [1, null, {}].map((label) => ({ label, leaves: [] })),
    ['tree', 'label'],
  ),
  body(
    'tree',
    'date',
    ['x', 1, null].map((at) => ({ label: 'a', leaves: [{ label: 'b', at, leaves: [] }] })),
    ['tree', 'leaves', 0, 'at'],
  ),
  body(
    'tree',
    'array',
    [undefined, null, {}].map((leaves) => ({ label: 'a', leaves })),
    ['tree', 'leaves'],
  ),
  body(
    'shapes',
    'number',
    NO_NUMBER.map((radius) => [{ shape: 'circle', radius }]),
    ['shapes', 0, 'radius'],
  ),
  body(
    'shapes',
    'one of "circle", "square"',
    ['x', 1, null].map((shape) => [{ shape: 'circle', radius: 1 }, { shape }]),
    ['shapes', 1, 'shape'],
  ),
  body('pair', 'date', [['a', 'x'], ['a']], ['pair', 1]),
  body(
    'counts',
    'number',
    [null, '1'].map((a) => ({ a })),
    ['counts', 'a'],
  ),
  body(
    'both',
    'string',
    NO_TEXT.map((a) => ({ a })),
    ['both', 'a'],
  ),
  body('both', 'date', [{ a: 'a', b: 'x' }], ['both', 'b']),
  body('owner', 'uuid', [undefined, ...NO_UUID, 1, null]),
]
