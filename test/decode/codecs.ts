import * as fc from 'fast-check'
import * as t from 'io-ts'
import { describe, list, optional, withDefault } from '../../src/codec/index.ts'

/** Names that clash with what every object has, or with text that a program is made of. */
export const NAMES = [
  'a',
  'b',
  'kind',
  '__proto__',
  'constructor',
  'toString',
  '0',
  'length',
  '"];throw 1//',
  'é\u2028',
]

const aName = fc.constantFrom(...NAMES)
type Any = t.Mixed

/** A codec with functions of its own: it may change, refuse or throw. */
const custom = (name: string, decode: (value: unknown, fail: () => never) => unknown): Any =>
  new t.Type(
    name,
    (_: unknown): _ is unknown => true,
    (value, context) => {
      const failed = {}
      try {
        return t.success(
          decode(value, () => {
            throw failed
          }),
        )
      } catch (thrown) {
        if (thrown === failed) return t.failure(value, context)
        throw thrown
      }
    },
    t.identity,
  )

const trimmed = custom('trimmed', (value, fail) => (typeof value === 'string' ? value.trim() : fail()))
const wrapped = custom('wrapped', (value) => ({ value }))
const nothing = custom('nothing', () => undefined)
const fallback = custom('fallback', (value) => (value === undefined ? 'x' : value))
const touchy = custom('touchy', (value, fail) => {
  if (value === null) throw new RangeError('touched')
  return typeof value === 'object' ? value : fail()
})
const notANumber = custom('nan', () => Number.NaN)

/** A copy with another `validate`, as libraries on top of io-ts make it: the tag stays. */
const overridden = (codec: Any): Any => {
  const validate: Any['validate'] = (value, context) =>
    value === 'x' ? t.success('X') : codec.validate(value, context)
  const copy: Any = Object.assign(Object.create(Object.getPrototypeOf(codec)), codec, {
    validate,
    decode: (value: unknown) => validate(value, [{ key: '', type: codec, actual: value }]),
  })
  return copy
}

class Subclass extends t.InterfaceType<t.Props> {
  constructor(props: t.Props) {
    const codec = t.type(props)
    super(
      'Subclass',
      codec.is,
      (value, context) => {
        const result = codec.validate(value, context)
        return result._tag === 'Right' ? t.success({ ...(result.right as object), seen: true }) : result
      },
      codec.encode,
      props,
    )
  }
}

const leaf: fc.Arbitrary<Any> = fc.oneof(
  fc.constantFrom<Any>(
    ...[
      t.null,
      t.undefined,
      t.void,
      t.unknown,
      t.any,
      t.string,
      t.number,
      t.bigint,
      t.boolean,
      t.UnknownArray,
    ],
    ...[t.UnknownRecord, t.Function, t.object, t.Int, t.Integer],
    ...[trimmed, wrapped, nothing, fallback, touchy, notANumber, overridden(t.string)],
    ...[
      t.string.pipe(trimmed),
      t.never as unknown as Any,
      t.literal(0),
      t.literal('a'),
      t.literal(true),
      t.keyof({ a: 1, b: 1, toString: 1 }),
    ],
  ),
  aName.map((name) => t.literal(name)),
)

const dictionary = <A>(value: fc.Arbitrary<A>): fc.Arbitrary<Record<string, A>> =>
  fc.array(fc.tuple(aName, value), { maxLength: 4 }).map((all) => Object.fromEntries(all))

const named = (maybe: boolean): [string] | [] => (maybe ? ['Named'] : [])

/** io-ts itself cannot make some unions, such as one told apart by a field of the name `toString`. */
const unionOf = (all: ReadonlyArray<Any>): Any => {
  try {
    return t.union(all as unknown as [Any, Any])
  } catch {
    return t.string
  }
}

/** Any codec of io-ts, with others in it. */
export const aCodec: fc.Arbitrary<Any> = fc.letrec<{ codec: Any; props: Any }>((tie) => {
  const codec = tie('codec')
  const two = fc.tuple(codec, codec)
  const recordLike = fc.oneof(
    { depthSize: 'small' },
    fc.tuple(dictionary(codec), fc.boolean()).map(([props, is]): Any => t.type(props, ...named(is))),
    dictionary(codec).map((props): Any => t.partial(props)),
    fc
      .tuple(dictionary(codec), dictionary(codec))
      .map(([a, b]): Any => t.intersection([t.type(a), t.partial(b)])),
  )
  return {
    props: recordLike,
    codec: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      tie('props'),
      tie('props').map((of): Any => t.exact(of as t.TypeC<t.Props>)),
      dictionary(codec).map((props): Any => t.strict(props)),
      codec.map((of): Any => t.array(of)),
      codec.map((of): Any => t.readonlyArray(of, 'Items')),
      codec.map((of): Any => t.readonly(of)),
      fc.array(codec, { maxLength: 3 }).map((all): Any => t.tuple(all as [Any])),
      fc.array(codec, { minLength: 1, maxLength: 4 }).map((all): Any => unionOf(all)),
      fc.array(codec, { maxLength: 3 }).map((all): Any => t.intersection(all as unknown as [Any, Any])),
      // The same codec in several places.
      codec.map((of): Any => t.type({ a: of, b: of, kind: t.array(of) })),
      fc
        .tuple(two, two, fc.boolean())
        .map(
          ([[a, b], [c, d], isExact]): Any =>
            t.union([
              t.type({ kind: t.literal('a'), a, b }),
              t.intersection([t.type({ kind: t.literal(0), b: c }), t.partial({ a: d })]),
              isExact
                ? t.strict({ kind: t.literal('b'), a })
                : t.readonly(t.type({ kind: t.literal('b'), a })),
            ]),
        ),
      // Told apart in a way that only io-ts follows.
      codec.map(
        (a): Any =>
          t.union([
            t.type({ kind: t.literal('a'), a }),
            t.union([t.type({ kind: t.literal('b'), a }), t.type({ kind: t.literal('c') })]),
          ]),
      ),
      codec.map((of): Any => t.record(t.string, of)),
      codec.map((of): Any => t.record(t.keyof({ a: 1, ['__proto__']: 1, toString: 1 }), of)),
      codec.map((of): Any => t.record(t.union([t.literal('a'), t.literal('b')]), of)),
      two.map(([domain, of]): Any => t.record(domain as t.Mixed, of)),
      codec.map((of): Any => t.record(t.union([trimmed, t.string]) as unknown as t.StringC, of)),
      codec.map((of): Any => t.refinement(of, (value) => value !== 'b' && value !== 1)),
      codec.map(
        (of): Any =>
          t.brand(
            of,
            (value): value is t.Branded<unknown, { readonly Known: symbol }> => {
              if (value === 'a') throw new TypeError('refused')
              return value !== undefined
            },
            'Known',
          ),
      ),
      codec.map((of): Any => {
        const self: Any = t.recursion('Tree', () => t.union([t.type({ a: self, b: of }), t.null]))
        return self
      }),
      // Its members ask for the same inside, and nothing tells them apart beforehand.
      two.map(([of, other]): Any => {
        const self: Any = t.recursion('Choice', () =>
          t.union([t.type({ a: self, b: of }), t.strict({ a: self, kind: other }), t.partial({ a: self })]),
        )
        return self
      }),
      two.map(([of, other]): Any => {
        const self: Any = t.recursion('Both', () =>
          t.intersection([t.partial({ a: self, b: of }), t.partial({ a: self, b: other })]),
        )
        return self
      }),
      codec.map((of): Any => {
        const self: Any = t.recursion('List', () => t.partial({ a: t.array(self), b: of, kind: self }))
        return self
      }),
      // Told apart by what others say, and by what is defined by itself.
      two.map(([a, b]): Any => {
        const one: Any = t.recursion('One', () => t.type({ kind: t.literal('a'), a: t.union([self, b]) }))
        const other: Any = t.recursion('Other', () =>
          t.intersection([t.type({ kind: t.literal('b') }), t.partial({ kind: t.literal('b'), b: self })]),
        )
        const self: Any = t.recursion('Tagged', () =>
          t.union([t.union([one, t.union([other, t.type({ kind: t.literal('c'), a })])]), t.array(a)]),
        )
        return self
      }),
      fc.tuple(aName, aName, aName, codec).map(([a, b, c, of]): Any => {
        const kind = (value: string) => t.type({ kind: t.literal(value), a: of })
        return unionOf([
          unionOf([kind(a), t.intersection([kind(b), t.partial({ b: of })])]),
          t.intersection([unionOf([kind(b), kind(c)]), kind(c)]),
          t.strict({ kind: t.literal('a'), a: of }),
        ])
      }),
      codec.map((of): Any => optional(of)),
      codec.map((of): Any => describe(optional(of), { title: 'a' })),
      codec.map((of): Any => list(of)),
      codec.map((of): Any => describe(list(of, { separator: ' ' }), { title: 'b' })),
      codec.map((of): Any => overridden(list(of))),
      codec.map((of): Any => withDefault(t.union([t.UnknownRecord, of]) as Any, { b: 'a' })),
      codec.map((of): Any => overridden(optional(of))),
      codec.map(overridden),
      dictionary(codec).map((props): Any => new Subclass(props as t.Props) as unknown as Any),
    ),
  }
}).codec
