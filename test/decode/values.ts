import * as fc from 'fast-check'
import { NAMES } from './codecs.ts'

const aName = fc.constantFrom(...NAMES)

class Point {
  a = 1
  readonly #b = 'b'
  get b(): string {
    return this.#b
  }
}

/** Values that no JSON text is, made anew for each use. */
const odd: fc.Arbitrary<unknown> = fc
  .constantFrom<() => unknown>(
    () => new Point(),
    () => new Date(0),
    () => new Map([['a', 1]]),
    () => Object.assign(Object.create(null), { a: 'a', b: 1 }),
    () => Object.create({ a: 'inherited', kind: 'a' }),
    // biome-ignore lint/suspicious/noSparseArray: that is the point
    () => [1, , 'a'],
    () => Object.assign(['a'], { a: 1 }),
    () => ({
      a: 'a',
      get b(): unknown {
        throw new SyntaxError('read')
      },
    }),
    () => ({
      kind: 'a',
      get a(): unknown {
        return 'got'
      },
    }),
    () => Object.defineProperty({ a: 1 }, 'b', { value: 'hidden' }),
    () => ({ [Symbol.iterator]: 1, a: ' a ' }),
    () => new Proxy({ a: 'a', b: 2, kind: 'b' }, {}),
    () =>
      new Proxy(
        { a: 'a', kind: 'a' },
        { get: (target, name) => (name === 'b' ? 'made' : Reflect.get(target, name)) },
      ),
    () => () => 1,
    () => Symbol('s'),
    () => JSON.parse('{"__proto__": {"a": 1}, "a": " x "}'),
    () => JSON.parse('{"constructor": null, "toString": "a", "length": 0}'),
    () => new String('a'),
  )
  .map((make) => make())

/** Arbitrary and hostile values, with the names that the codecs have. */
export const aValue: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(...[undefined, null, 0, -0, 1, 1.5, Number.NaN, true, false, 2n]),
    fc.constantFrom(...['', 'a', 'b', 'c', ' a ', 'x', ...NAMES]),
    odd,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(aName, tie('value')), { maxLength: 5 }).map((all) => Object.fromEntries(all)),
    fc
      .tuple(fc.constantFrom('a', 'b', 'c', 0), tie('value'), tie('value'))
      .map(([kind, a, b]) => ({ kind, a, b })),
  ),
})).value

/** Values that a codec is likely to decode, and to be changed a little: made from the codec's own structure. */
export interface Structure {
  readonly name?: string
  readonly _tag?: string
  readonly type?: Structure
  readonly types?: ReadonlyArray<Structure>
  readonly props?: { readonly [name: string]: Structure }
  readonly value?: unknown
  readonly keys?: object
  readonly codomain?: Structure
}

/** Objects as one, where they can be. */
const together = (all: ReadonlyArray<unknown>): unknown => {
  if (!all.every((each) => typeof each === 'object' && each !== null)) return all.at(-1)
  try {
    return Object.assign({}, ...all)
  } catch {
    return all[0]
  }
}

export const valueFor = (
  codec: Structure,
  noise: fc.Arbitrary<unknown>,
  depth = 4,
): fc.Arbitrary<unknown> => {
  const { _tag: tag, codomain, keys, props, type, types = [], value } = codec
  const inner = (of: Structure): fc.Arbitrary<unknown> =>
    depth <= 0
      ? fc.constantFrom(null, undefined, 'a')
      : fc.oneof(
          { weight: 12, arbitrary: fc.constant(0).chain(() => valueFor(of, noise, depth - 1)) },
          { weight: 1, arbitrary: noise },
        )
  const fields = (of: { readonly [name: string]: Structure }): fc.Arbitrary<object> =>
    fc
      .tuple(
        ...Object.entries(of).map(([name, each]) => inner(each).map((made) => [name, made] as const)),
        fc.constantFrom(['extra', 1] as const, ['b', 'more'] as const, ['a', undefined] as const),
      )
      .chain((all) => fc.subarray(all, { minLength: Math.max(0, all.length - 1) }))
      .map((all) => Object.fromEntries(all))
  if (props !== undefined) return fields(props)
  switch (tag) {
    case 'StringType':
      return fc.constantFrom('a', ' b ', '')
    case 'NumberType':
      return fc.constantFrom(0, 1, -0, Number.NaN, 1.5)
    case 'BooleanType':
      return fc.boolean()
    case 'BigIntType':
      return fc.constant(1n)
    case 'LiteralType':
      return fc.constant(value)
    case 'KeyofType':
      return fc.constantFrom(...Object.keys(keys ?? { a: 1 }))
    case 'UndefinedType':
    case 'VoidType':
      return fc.constant(undefined)
    case 'NullType':
      return fc.constant(null)
    case 'ArrayType':
    case 'ReadonlyArrayType':
      return fc.array(inner(type ?? {}), { maxLength: 3 })
    case 'TupleType':
      return fc.tuple(...types.map(inner)).chain((all) => fc.constantFrom(all, [...all, 1], all.slice(1)))
    case 'UnionType':
      return fc.oneof(...types.map(inner))
    case 'IntersectionType':
      return fc.tuple(...types.map(inner)).map(together)
    case 'DictionaryType':
      return fc
        .array(fc.tuple(fc.constantFrom('a', 'b', 'toString', ' a '), inner(codomain ?? {})), {
          maxLength: 3,
        })
        .map((all) => Object.fromEntries(all))
    default:
      return type === undefined ? noise : inner(type)
  }
}
