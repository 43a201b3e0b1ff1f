// What decoding a body costs beside a check written by hand: `node --conditions=calix-source bench/decode.ts`
import { deepStrictEqual } from 'node:assert'
import * as t from 'io-ts/lib/index.js'
import { compile } from '../src/decode/compile.ts'
import { cases } from './events.ts'
import { ratio } from './ratio.ts'
import { table, times } from './table.ts'

const ROUNDS = 301
/** How long each contestant runs in a round, in decodings; a body of more parts takes fewer. */
const WORK = 6_000
const BUDGET = 1.5
/** Each is parsed by itself, as the bodies of requests are. */
const VALUES = 64

interface Body {
  readonly name: string
  readonly value: unknown
  readonly parts: number
  readonly codec: t.Mixed
  readonly byHand: (value: unknown) => unknown
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isTexts = (value: unknown): boolean =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

const posted = cases.find(({ name }) => name === 'POST JSON')
const user: unknown = JSON.parse(JSON.parse(posted?.event ?? 'null').body)
const order: unknown = {
  id: 'o-1',
  customer: {
    name: 'Ada',
    email: 'ada@example.com',
    address: { city: 'London', lines: ['1 High St', 'Flat 2'] },
  },
  items: Array.from({ length: 20 }, (_, i) => ({
    sku: `sku-${i}`,
    quantity: i + 1,
    price: 9.5,
    tags: ['a', 'b'],
  })),
  payment: { kind: 'card', last4: '4242' },
  note: null,
}

const isItem = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.sku === 'string' &&
  typeof value.quantity === 'number' &&
  Number.isInteger(value.quantity) &&
  typeof value.price === 'number' &&
  isTexts(value.tags)
const isAddress = (value: unknown): boolean =>
  isRecord(value) && typeof value.city === 'string' && isTexts(value.lines)
const isCustomer = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.name === 'string' &&
  (value.email === undefined || typeof value.email === 'string') &&
  isAddress(value.address)
const isPayment = (value: unknown): boolean =>
  isRecord(value) &&
  ((value.kind === 'card' && typeof value.last4 === 'string') ||
    (value.kind === 'invoice' && typeof value.days === 'number'))

const bodies: ReadonlyArray<Body> = [
  {
    name: 'POST JSON, its name',
    value: user,
    parts: 1,
    codec: t.type({ name: t.string }),
    byHand: (value) => (isRecord(value) && typeof value.name === 'string' ? value : undefined),
  },
  {
    name: 'POST JSON, all of it',
    value: user,
    parts: 4,
    codec: t.type({
      name: t.string,
      email: t.string,
      tags: t.array(t.string),
      address: t.type({ city: t.string }),
    }),
    byHand: (value) =>
      isRecord(value) &&
      typeof value.name === 'string' &&
      typeof value.email === 'string' &&
      isTexts(value.tags) &&
      isRecord(value.address) &&
      typeof value.address.city === 'string'
        ? value
        : undefined,
  },
  {
    name: 'an order of 20 items',
    value: order,
    parts: 40,
    codec: t.type({
      id: t.string,
      customer: t.intersection([
        t.type({ name: t.string, address: t.type({ city: t.string, lines: t.array(t.string) }) }),
        t.partial({ email: t.string }),
      ]),
      items: t.array(t.type({ sku: t.string, quantity: t.Int, price: t.number, tags: t.array(t.string) })),
      payment: t.union([
        t.type({ kind: t.literal('card'), last4: t.string }),
        t.type({ kind: t.literal('invoice'), days: t.number }),
      ]),
      note: t.union([t.string, t.null]),
    }),
    byHand: (value) =>
      isRecord(value) &&
      typeof value.id === 'string' &&
      isCustomer(value.customer) &&
      Array.isArray(value.items) &&
      value.items.every(isItem) &&
      isPayment(value.payment) &&
      (value.note === null || typeof value.note === 'string')
        ? value
        : undefined,
  },
]

/** Nanoseconds for each decoding; what it comes to is looked at, so that none of it is left out. */
const time = (decode: (value: unknown) => unknown, values: ReadonlyArray<unknown>, count: number): number => {
  const begin = process.hrtime.bigint()
  for (let i = 0; i < count; i += 1) {
    const value = values[i % VALUES]
    if (decode(value) !== value) throw new Error('it was not decoded')
  }
  return Number(process.hrtime.bigint() - begin) / count
}

const rows = bodies.map(({ byHand, codec, name, parts, value }) => {
  const compiled = compile(codec)
  const byIoTs = (each: unknown): unknown => {
    const result = codec.decode(each)
    return result._tag === 'Right' ? result.right : undefined
  }
  const contestants = [byHand, compiled, byIoTs]
  for (const decode of contestants) deepStrictEqual(decode(value), value)
  const count = Math.ceil(WORK / parts)
  const values = Array.from({ length: VALUES }, (): unknown => JSON.parse(JSON.stringify(value)))
  const samples = contestants.map((): Array<number> => [])
  for (let round = 0; round < ROUNDS; round += 1)
    contestants.forEach((decode, i) => {
      samples[i]?.push(time(decode, values, count))
    })
  // The first rounds warm up.
  const [hand = [], fast = [], slow = []] = samples.map((each) => each.slice(Math.floor(ROUNDS / 5)))
  return { name, hand, fast: ratio(fast, hand), slow: ratio(slow, hand) }
})

const middle = (samples: ReadonlyArray<number>): string =>
  `${samples.toSorted((a, b) => a - b)[Math.floor(samples.length / 2)]?.toFixed(0)} ns`

console.log(
  table(
    ['valid body', 'by hand', 'compiled', "io-ts's decode"],
    rows.map(({ fast, hand, name, slow }) => [name, middle(hand), times(fast), times(slow)]),
  ),
)
const isWithin = rows.slice(0, 2).every(({ fast }) => fast.value <= BUDGET)
console.log(`${isWithin ? 'within' : 'OVER'} the budget of ${BUDGET}× a check by hand for the POST body`)
if (!isWithin) process.exitCode = 1
