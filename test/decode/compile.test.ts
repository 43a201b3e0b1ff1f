import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BuildOptions, build } from 'esbuild'
import * as fc from 'fast-check'
import * as t from 'io-ts'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { describe as documented, list, optional, withDefault } from '../../src/codec/index.ts'
import { compile, compilers } from '../../src/decode/compile.ts'
import { genuine } from '../../src/decode/genuine.ts'
import { isMeant } from '../../src/decode/missable.ts'
import { INVALID } from '../../src/decode/part.ts'
import { aCodec } from './codecs.ts'
import { aValue, valueFor } from './values.ts'

const RUNS = Number(process.env.FUZZ_RUNS ?? 4_000)

type Outcome = { readonly right: unknown } | { readonly left: true } | { readonly thrown: unknown }

const attempt = (decode: () => Outcome): Outcome => {
  try {
    return decode()
  } catch (thrown) {
    return { thrown: String(thrown) }
  }
}

const byIoTs = (codec: t.Type<unknown>, value: unknown): Outcome => {
  const result = codec.decode(value)
  return result._tag === 'Left' ? { left: true } : { right: result.right }
}

/** As a request is decoded: what is `INVALID` is asked of the codec itself. */
const asRequestsAre = (codec: t.Type<unknown>, value: unknown): Outcome => {
  try {
    const made = compile(codec)(value)
    return made === INVALID ? byIoTs(codec, value) : { right: made }
  } catch {
    return byIoTs(codec, value)
  }
}

/** Every own property with its descriptor, so that nothing hides behind equality. */
const describeAll = (value: unknown, seen = new Map<unknown, number>()): unknown => {
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? '-0' : value
  const known = seen.get(value)
  if (known !== undefined) return { known }
  seen.set(value, seen.size)
  const prototype = Object.getPrototypeOf(value)
  return {
    prototype:
      prototype === Object.prototype || prototype === Array.prototype
        ? typeof value
        : describeAll(prototype, seen),
    properties: Reflect.ownKeys(value).map((key) => {
      const descriptor = Object.getOwnPropertyDescriptor(value, key)
      return [key, descriptor?.enumerable, descriptor?.get ?? describeAll(descriptor?.value, seen)]
    }),
  }
}

/** What both come to, which must be the same. */
const sameByBoth = (codec: t.Mixed, value: unknown): Outcome => {
  const expected = attempt(() => byIoTs(codec, value))
  const actual = attempt(() => asRequestsAre(codec, value))
  expect(Object.keys(actual)).toEqual(Object.keys(expected))
  if ('thrown' in expected) expect(actual).toEqual(expected)
  if ('right' in expected && 'right' in actual) {
    expect(Object.is(actual.right, value)).toBe(Object.is(expected.right, value))
    expect(describeAll(actual.right)).toEqual(describeAll(expected.right))
  }
  return expected
}

const isFast = (codec: t.Mixed, value: unknown): boolean => {
  try {
    return compile(codec)(value) !== INVALID
  } catch {
    return false
  }
}

const aCase = aCodec.chain((codec) => fc.tuple(fc.constant(codec), fc.oneof(valueFor(codec, aValue), aValue)))

describe('a compiled decoder', () => {
  test('decodes what io-ts decodes, to the same, and throws what it throws', () => {
    const seen = { right: 0, left: 0, thrown: 0, fast: 0 }
    fc.assert(
      fc.property(aCase, ([codec, value]) => {
        const expected = sameByBoth(codec, value)
        if ('right' in expected) seen.fast += isFast(codec, value) ? 1 : 0
        seen[Object.keys(expected)[0] as 'right'] += 1
      }),
      { numRuns: RUNS },
    )
    // None of it is for show: there were enough of each.
    expect(seen.right).toBeGreaterThan(RUNS / 10)
    expect(seen.left).toBeGreaterThan(RUNS / 10)
    expect(seen.thrown).toBeGreaterThan(0)
    expect(seen.fast).toBe(seen.right)
  })
})

describe('a thorough decoder', () => {
  test('does all that io-ts does, also with what is invalid', () => {
    const seen = { right: 0, left: 0, thrown: 0 }
    fc.assert(
      fc.property(aCase, ([codec, value]) => {
        // What is no codec of io-ts's own is decoded by itself.
        fc.pre(genuine(codec) !== -1 || isMeant(codec))
        const expected = attempt(() => byIoTs(codec, value))
        const actual = attempt(() => {
          const made = compilers.thorough(codec)(value)
          return made === INVALID ? { left: true } : { right: made }
        })
        expect(describeAll(actual)).toEqual(describeAll(expected))
        seen[Object.keys(expected)[0] as 'right'] += 1
      }),
      { numRuns: RUNS },
    )
    expect(Math.min(seen.right, seen.left)).toBeGreaterThan(RUNS / 10)
    expect(seen.thrown).toBeGreaterThan(0)
  })
})

/** What chance seldom makes. */
const EDGES: ReadonlyArray<readonly [string, t.Mixed, ReadonlyArray<unknown>]> = [
  [
    'NaN, which is no value like itself',
    t.type({ a: t.number, b: t.unknown }),
    [
      { a: Number.NaN, b: 1 },
      { a: 1, b: Number.NaN },
    ],
  ],
  [
    'NaN in lists',
    t.tuple([t.number, t.array(t.any)]),
    [
      [Number.NaN, []],
      [1, [Number.NaN]],
    ],
  ],
  ['-0', t.literal(0), [0, -0]],
  ['-0 in a record', t.type({ a: t.union([t.literal(0), t.string]) }), [{ a: -0 }, { a: 0 }]],
  [
    'a field that is missing',
    t.type({ a: t.undefined, b: t.unknown }),
    [{}, { b: undefined }, { a: undefined, b: 1 }],
  ],
  ['a field that is inherited', t.type({ a: t.string }), [Object.create({ a: 'a' })]],
  ['what is left over', t.strict({ a: t.string }), [{ a: 'a', b: 1 }, JSON.parse('{"a":"a","__proto__":1}')]],
  [
    'a tag that two parts have',
    t.union([
      t.type({ k: t.literal('a'), j: t.literal('x') }),
      t.intersection([t.type({ k: t.literal('b'), j: t.literal('y') }), t.partial({ c: t.number })]),
    ]),
    [
      { k: 'a', j: 'x' },
      { k: 'b', j: 'y', c: 1 },
      { k: 'b', j: 'x' },
    ],
  ],
  [
    'a tag that contradicts itself',
    t.union([
      t.type({ k: t.literal('a') }),
      t.intersection([t.type({ k: t.literal('b') }), t.type({ k: t.literal('b'), c: t.number })]),
    ]),
    [{ k: 'b', c: 1 }, { k: 'b' }, { k: 'a' }],
  ],
  [
    'a tag that several have between them',
    t.union([
      t.type({ k: t.literal('a'), j: t.literal('x') }),
      t.union([
        t.type({ k: t.literal('b'), j: t.literal('x') }),
        t.union([t.type({ k: t.literal('c') }), t.strict({ k: t.literal('d'), a: t.number })]),
      ]),
    ]),
    [
      ...[{ k: 'a', j: 'x' }, { k: 'b', j: 'x' }, { k: 'b' }, { k: 'c', a: 1 }, { k: 'd', a: 1, b: 1 }],
      ...[{ k: 'd' }, { k: 'e' }, {}, { k: ['a'] }],
    ],
  ],
  [
    'a tag that two parts say together',
    t.union([
      t.type({ k: t.literal('a') }),
      t.intersection([
        t.union([t.type({ k: t.literal('b') }), t.type({ k: t.literal('c') })]),
        t.type({ k: t.literal('c'), a: t.number }),
      ]),
    ]),
    [{ k: 'a' }, { k: 'b', a: 1 }, { k: 'c', a: 1 }, { k: 'c' }],
  ],
  [
    'lists',
    t.type({ a: list(t.string), b: documented(list(withDefault(t.number, 1)), { title: 'b' }) }),
    [{}, { a: 'a', b: 1 }, { a: ['a', 'b'], b: [1, undefined] }, { a: [1], b: [] }, { a: [], b: ['x'] }],
  ],
  [
    'lists in a text',
    t.type({ a: list(t.string, { separator: ',' }) }),
    [{ a: 'a, b,,' }, { a: ['a,b', 'c'] }, { a: [1] }, { a: '' }, {}],
  ],
  [
    'a tuple that is too long, or too short',
    t.tuple([t.string, t.undefined]),
    [['a', undefined, 1], ['a'], [], ['a', 1]],
  ],
  ['no parts', t.intersection([] as unknown as [t.Mixed, t.Mixed]), [1, { a: 1 }]],
  ['no fields', t.type({}), [{}, [], null, new Date(0)]],
]

describe('what is compiled', () => {
  it.each(EDGES)('decodes as io-ts does: %s', (_, codec, values) => {
    for (const value of values) sameByBoth(codec, value)
  })

  const User = t.type({ name: t.string })

  it('is made once for a codec', () => {
    expect(compile(User)).toBe(compile(User))
  })

  it.each<readonly [string, t.Mixed]>([
    ['a codec of io-ts', User],
    ['one that is described', documented(User, { name: 'User' })],
    ['a copy', Object.assign(Object.create(Object.getPrototypeOf(User)), User)],
  ])('%s is', (_, codec) => {
    expect(genuine(codec)).toBeGreaterThanOrEqual(0)
  })

  const replaced = (validate: t.Mixed['validate']): t.Mixed =>
    Object.assign(Object.create(Object.getPrototypeOf(User)), User, { validate })
  class Renamed extends t.InterfaceType<t.Props> {
    override decode: t.Type<unknown>['decode'] = () => t.success('renamed')
  }
  it.each<readonly [string, t.Mixed]>([
    ['one without a tag', t.string.pipe(t.string)],
    [
      'one that validates more',
      replaced((value, context) => {
        const result = User.validate(value, context)
        return result._tag === 'Right' && result.right.name === '' ? t.failure(value, context) : result
      }),
    ],
    [
      'one that validates and changes',
      replaced((value, context) => {
        const result = User.validate(value, context)
        return result._tag === 'Left' ? result : t.success({ name: result.right.name.trim() })
      }),
    ],
    ['a subclass that decodes', new Renamed('User', User.is, User.validate, User.encode, User.props)],
    [
      'what may be missing and decodes in another way',
      Object.assign(optional(t.string), { decode: () => t.success('replaced') }),
    ],
    [
      'what has a default and decodes in another way',
      Object.assign(withDefault(t.string, 'a'), { decode: () => t.success('replaced') }),
    ],
    [
      'a list that decodes in another way',
      Object.assign(list(t.string), { decode: () => t.success('replaced') }),
    ],
    ['a tag that io-ts does not have', Object.assign(t.string.pipe(t.string), { _tag: 'toString' })],
  ])('%s is not: its own functions are called', (_, codec) => {
    expect(genuine(codec)).toBe(-1)
    for (const value of [{ name: 'Ada' }, { name: '' }, { name: ' a ' }, 'x', 1])
      expect(asRequestsAre(codec, value)).toEqual(byIoTs(codec, value))
  })

  it('gets nothing of a codec into the program but text in quotes', () => {
    const name = '"];globalThis.calixWasHere=true;//\u2028\n'
    const codec = t.union([
      t.type({ [name]: t.literal(name), kind: t.literal('a'), '`${1}`': t.keyof({ [name]: 1 }) }),
      t.type({ kind: t.literal(name) }),
    ])
    const value = { [name]: name, kind: 'a', '`${1}`': name }
    expect(compile(codec)(value)).toBe(value)
    expect(compile(codec)({ kind: name })).toEqual({ kind: name })
    expect('calixWasHere' in globalThis).toBe(false)
  })
})

/** A program that says how it decodes: it has calix's decoder and io-ts in it, built as apps are. */
const PROGRAM = `
import * as t from 'io-ts'
import { compile } from './src/decode/compile.ts'
import { genuine } from './src/decode/genuine.ts'
import { INVALID } from './src/decode/part.ts'
const R = t.recursion('R', () => t.type({ a: t.union([R, t.null]) }))
const codecs = [
  t.null, t.undefined, t.void, t.unknown, t.any, t.string, t.number, t.bigint, t.boolean, t.UnknownArray, t.UnknownRecord,
  t.literal('a'), t.keyof({ a: 1 }), t.Int, R, t.array(t.string), t.readonlyArray(t.string), t.type({ a: t.string }),
  t.partial({ a: t.string }), t.record(t.keyof({ a: 1 }), t.string), t.record(t.string, t.string),
  t.union([t.string, t.type({ a: t.number })]), t.tuple([t.string]), t.strict({ a: t.string }),
  t.union([t.type({ k: t.literal('a') }), t.type({ k: t.literal('b') })]),
  t.intersection([t.type({ a: t.string }), t.type({ b: t.string })]), t.readonly(t.array(t.string)),
]
const values = [null, undefined, 'a', 1, 1n, true, ['a'], { a: 'a' }, { a: null }, { k: 'b' }, { a: 'a', b: 'b' }, { a: 1 }]
const own = codecs.filter((codec) => genuine(codec) >= 0).length
const wrong = codecs.flatMap((codec) => values.map((value) => [codec, value])).filter(([codec, value]) => {
  const expected = codec.decode(value)
  const actual = compile(codec)(value)
  return expected._tag === 'Left' ? actual !== INVALID : actual !== expected.right && JSON.stringify(actual) !== JSON.stringify(expected.right)
})
let canGenerate = true
try { new Function('') } catch { canGenerate = false }
console.log(JSON.stringify({ codecs: codecs.length, own, wrong: wrong.length, canGenerate }))
`

describe('in a bundle', () => {
  const root = join(import.meta.dirname, '../..')
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'calix-decode-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const run = async (options: BuildOptions, ...flags: ReadonlyArray<string>): Promise<unknown> => {
    const outfile = join(folder, 'program.mjs')
    await build({
      stdin: { contents: PROGRAM, resolveDir: root, loader: 'ts' },
      ...{ bundle: true, platform: 'node', format: 'esm', target: 'es2022', outfile, logLevel: 'silent' },
      ...options,
    })
    const { status, stderr, stdout } = spawnSync(process.execPath, [...flags, outfile], { encoding: 'utf8' })
    if (status !== 0) throw new Error(stderr)
    return JSON.parse(stdout)
  }
  const all = { codecs: 27, own: 27, wrong: 0, canGenerate: true }

  it.each<readonly [string, BuildOptions]>([
    ['as it is written', { mainFields: ['module', 'main'] }],
    ['minified', { mainFields: ['module', 'main'], minify: true }],
    ['of CommonJS', { mainFields: ['main'] }],
    ['of CommonJS, minified', { mainFields: ['main'], minify: true }],
    ['for an older engine', { mainFields: ['module', 'main'], minify: true, target: 'es2017' }],
  ])('%s, the codecs of io-ts are known', async (_, options) => {
    expect(await run(options)).toEqual(all)
  })

  it('that may not make code from text, io-ts itself decodes', async () => {
    const forbidden = '--disallow-code-generation-from-strings'
    expect(await run({ mainFields: ['module', 'main'] }, forbidden)).toEqual({ ...all, canGenerate: false })
  })

  it('io-ts is there only where the app brings it', async () => {
    const outfile = join(folder, 'alone.mjs')
    await build({
      stdin: {
        contents: `export { decoder } from './src/decode/decode.ts'; export { answerCheck } from './src/decode/answer.ts'`,
        resolveDir: root,
        loader: 'ts',
      },
      ...{ bundle: true, platform: 'node', format: 'esm', target: 'es2022', outfile, minify: true },
      conditions: ['calix-source'],
    })
    const text = readFileSync(outfile, 'utf8')
    expect(text).not.toContain('istanbul')
    expect(text).not.toContain('no codec found to encode')
    expect(text.length).toBeLessThan(40_000)
  })
})
