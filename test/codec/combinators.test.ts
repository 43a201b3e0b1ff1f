import * as E from 'fp-ts/Either'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import {
  date,
  describe as described,
  integer,
  limited,
  list,
  number,
  oneOf,
  optional,
  withDefault,
} from '../../src/codec/index.ts'

/** What a codec says is wrong, where. */
const wrong = (codec: t.Mixed, value: unknown): unknown =>
  E.fold<t.Errors, unknown, unknown>(
    (errors) =>
      errors.map(({ context }) => [context.map(({ key }) => key).join('.'), context.at(-1)?.type.name]),
    () => 'nothing',
  )(codec.decode(value))

describe('list', () => {
  it.each([
    [undefined, []],
    ['1', [1]],
    [
      ['1', '2'],
      [1, 2],
    ],
    [[], []],
  ])('reads %j, each value by itself', (value, expected) => {
    expect(list(integer).decode(value)).toEqual(E.right(expected))
  })

  it.each([
    [undefined, []],
    ['', []],
    ['1', [1]],
    ['1,2', [1, 2]],
    [' 1 ,\t2,, ', [1, 2]],
    [
      ['1,2', '3'],
      [1, 2, 3],
    ],
  ])('reads %j, the values in one text', (value, expected) => {
    expect(list(integer, { separator: ',' }).decode(value)).toEqual(E.right(expected))
  })

  it('says which item is wrong', () => {
    expect(wrong(t.type({ id: list(integer) }), { id: ['1', 'x', ''] })).toEqual([
      ['.id.1', 'integer'],
      ['.id.2', 'integer'],
    ])
    expect(wrong(t.type({ id: list(integer) }), { id: 'x' })).toEqual([['.id.0', 'integer']])
    expect(wrong(t.type({ id: list(integer, { separator: ',' }) }), { id: ['1,x', 'y'] })).toEqual([
      ['.id.1', 'integer'],
      ['.id.2', 'integer'],
    ])
    expect(wrong(list(integer), 7)).toEqual([['.0', 'integer']])
  })

  it('writes nothing that would arrive as another list', () => {
    const tags = list(t.string, { separator: ',' })
    expect(tags.encode(['a', 'b c'])).toBe('a,b c')
    for (const item of ['a,b', '', ' a', 'a\n']) {
      expect(tags.is([item])).toBe(false)
      expect(() => tags.encode(['fine', item])).toThrow(/^list\(…\): item 1 cannot be written between ','/)
    }
  })

  it('refuses a separator that separates nothing, and options that there are not', () => {
    expect(() => list(integer, { separator: '' })).toThrow('list(…): the separator is empty')
    const misspelt = { seperator: ',' }
    expect(() => list(integer, misspelt as object)).toThrow("did you mean 'separator'?")
  })
})

describe('optional', () => {
  it('takes what is missing, and says what it asks for otherwise', () => {
    const query = t.type({ page: optional(integer) })
    expect(query.decode({})).toEqual(E.right({}))
    expect(query.decode({ page: '2' })).toEqual(E.right({ page: 2 }))
    expect(wrong(query, { page: '' })).toEqual([['.page', 'integer']])
    expect(optional(t.type({ a: integer })).encode(undefined)).toBeUndefined()
    expect(wrong(t.type({ at: optional(t.union([integer, date])) }), { at: 'x' })).toEqual([
      ['.at.0', 'integer'],
      ['.at.1', 'date'],
    ])
  })
})

describe('withDefault', () => {
  it('has a value for what is missing, and none for what is wrong', () => {
    const query = t.type({ order: withDefault(oneOf('asc', 'desc'), 'asc') })
    expect(query.decode({})).toEqual(E.right({ order: 'asc' }))
    expect(query.decode({ order: 'desc' })).toEqual(E.right({ order: 'desc' }))
    expect(wrong(query, { order: '' })).toEqual([['.order', 'one of "asc", "desc"']])
    expect(wrong(query, { order: null })).toEqual([['.order', 'one of "asc", "desc"']])
  })

  it('gives each request a default of its own', () => {
    const tags = withDefault(t.array(t.string), ['new'])
    const first = tags.decode(undefined)
    if (E.isRight(first)) first.right.push('mine')
    expect(first).toEqual(E.right(['new', 'mine']))
    expect(tags.decode(undefined)).toEqual(E.right(['new']))
  })

  it('refuses a default that its codec does not take', () => {
    expect(() => withDefault(integer, 1.5)).toThrow(
      new TypeError('withDefault: the default is not what its codec takes, which is integer'),
    )
  })
})

describe('limited', () => {
  it.each([
    {
      name: 'integer from 1 to 100',
      codec: limited(integer, { minimum: 1, maximum: 100 }),
      ...{ takes: ['1', '100'], refuses: ['0', '101', 'x'] },
    },
    {
      name: 'integer of at least 1',
      codec: limited(integer, { minimum: 1 }),
      ...{ takes: ['1'], refuses: ['0', '-1'] },
    },
    {
      name: 'number above 0 below 1',
      codec: limited(number, { exclusiveMinimum: 0, exclusiveMaximum: 1 }),
      ...{ takes: ['0.5'], refuses: ['0', '1', '-1'] },
    },
    {
      name: 'number of at most 0',
      codec: limited(t.number, { maximum: 0 }),
      ...{ takes: [0, -1e300], refuses: [1, Number.NaN, '1'] },
    },
    {
      name: 'string of 1 to 2 characters',
      codec: limited(t.string, { minLength: 1, maxLength: 2 }),
      ...{ takes: ['a', '😀😀'], refuses: ['', 'abc', '😀😀😀'] },
    },
    {
      name: 'string that matches ^[a-z]+$',
      codec: limited(t.string, { pattern: /^[a-z]+$/ }),
      ...{ takes: ['abc'], refuses: ['', 'ABC', 'a\n'] },
    },
    {
      name: 'list of integer of 1 to 2 items',
      codec: limited(list(integer), { minItems: 1, maxItems: 2 }),
      ...{ takes: ['1', ['1', '2']], refuses: [undefined, [], ['1', '2', '3']] },
    },
    {
      name: 'array of at least 1 items',
      codec: limited(t.array(t.type({ a: t.string })), { minItems: 1 }),
      ...{ takes: [[{ a: '' }]], refuses: [[], [{}]] },
    },
    {
      name: 'optional integer of at least 1',
      codec: limited(optional(integer), { minimum: 1 }),
      ...{ takes: [undefined, '1'], refuses: ['0'] },
    },
    {
      name: 'integer of at least 1 of at most 3',
      codec: limited(limited(integer, { minimum: 1 }), { maximum: 3 }),
      ...{ takes: ['1', '3'], refuses: ['0', '4'] },
    },
  ])('$name', ({ name, codec, takes, refuses }) => {
    const isTaken = (value: unknown): boolean => codec.validate(value, [])._tag === 'Right'
    expect(codec.name).toBe(name)
    for (const value of takes) expect([value, isTaken(value)]).toEqual([value, true])
    for (const value of refuses) expect([value, isTaken(value)]).toEqual([value, false])
  })

  it('refuses limits that there are not, and flags that a schema cannot have', () => {
    const misspelt = { minimun: 1 }
    expect(() => limited(integer, misspelt as object)).toThrow("did you mean 'minimum'?")
    expect(() => limited(t.string, { pattern: /a/i })).toThrow(
      'limited(…): a schema has no place for the flags of /a/i',
    )
    // Only what the flag `u` takes is a pattern everywhere.
    expect(() => limited(t.string, { pattern: /a{/ })).toThrow(SyntaxError)
  })
})

describe('describe', () => {
  const User = t.type({ name: t.string })

  it('gives a codec of the same kind that decodes the same, and leaves the given one as it was', () => {
    const before = Reflect.ownKeys(User)
    const Person = described(User, { name: 'Person', description: 'Who may log in.' })
    expect(Reflect.ownKeys(User)).toEqual(before)
    expect(User.name).toBe('{ name: string }')
    expect(Person._tag).toBe('InterfaceType')
    expect(Person.props).toBe(User.props)
    expect(Person.decode({ name: 'Ada' })).toEqual(E.right({ name: 'Ada' }))
    expect(wrong(Person, 1)).toEqual([['', 'Person']])
    expect(wrong(t.strict({ who: Person }), { who: {} })).toEqual([['.who.name', 'string']])
    expect(t.exact(Person).decode({ name: 'Ada', age: 1 })).toEqual(E.right({ name: 'Ada' }))
  })

  it('refuses what it cannot say, and names that nothing can refer to', () => {
    const misspelt = { titel: 'User' }
    expect(() => described(User, misspelt as object)).toThrow("did you mean 'title'?")
    expect(() => described(User, { name: 'A user' })).toThrow("describe(…): 'A user' is no name")
  })
})
