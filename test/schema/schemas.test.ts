import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import {
  boolean,
  date,
  describe as described,
  integer,
  limited,
  list,
  number,
  oneOf,
  optional,
  uuid,
  withDefault,
} from '../../src/codec/index.ts'
import { jsonSchema } from '../../src/schema/document.ts'
import { parametersOf } from '../../src/schema/parameters.ts'
import { NoSchemaError, showProblem } from '../../src/schema/problem.ts'
import { jsonSchemas, type Schemas } from '../../src/schema/schemas.ts'

const REF = '#/components/schemas/'

const problemsOf = (schemas: Schemas): ReadonlyArray<string> => schemas.problems().map(showProblem)

describe('a schema', () => {
  it.each([
    [
      'an optional field is not required',
      t.type({ a: t.string, b: t.union([t.string, t.undefined]) }),
      {
        type: 'object',
        properties: { a: { type: 'string' }, b: { type: 'string' } },
        required: ['a'],
      },
    ],
    ['what is null is one of the types', t.union([t.string, t.null]), { type: ['string', 'null'] }],
    [
      'literals are an enumeration',
      t.union([t.literal('a'), t.literal('b')]),
      { type: 'string', enum: ['a', 'b'] },
    ],
    ['one literal is a constant', t.literal(1), { type: 'number', const: 1 }],
    [
      'an intersection of apart fields is one object',
      t.intersection([t.type({ a: t.Int }), t.partial({ b: t.Int })]),
      {
        type: 'object',
        properties: { a: { type: 'integer' }, b: { type: 'integer' } },
        required: ['a'],
      },
    ],
    [
      'an intersection of the same fields is all of them',
      t.intersection([t.type({ a: t.number }), t.type({ a: t.Int })]),
      {
        allOf: [
          { type: 'object', properties: { a: { type: 'number' } }, required: ['a'] },
          { type: 'object', properties: { a: { type: 'integer' } }, required: ['a'] },
        ],
      },
    ],
    [
      'limits are in it',
      limited(t.array(limited(t.string, { maxLength: 3, pattern: /^a/ })), { maxItems: 2 }),
      {
        type: 'array',
        items: { type: 'string', maxLength: 3, pattern: '^a' },
        maxItems: 2,
      },
    ],
    [
      'defaults are in it',
      withDefault(date, new Date(0)),
      {
        type: 'string',
        anyOf: [{ format: 'date-time' }, { format: 'date' }],
        default: '1970-01-01T00:00:00.000Z',
      },
    ],
    [
      'what is described is said',
      described(t.string, { title: 'T', description: 'D', examples: ['e'], deprecated: true }),
      {
        type: 'string',
        title: 'T',
        description: 'D',
        examples: ['e'],
        deprecated: true,
      },
    ],
    [
      'words do for a check',
      described(
        t.refinement(t.string, (text) => text !== ''),
        { description: 'Not empty.' },
      ),
      {
        type: 'string',
        description: 'Not empty.',
      },
    ],
    [
      'a field called __proto__ is a field',
      t.type({ ['__proto__']: t.string }),
      JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"}},"required":["__proto__"]}'),
    ],
  ])('%s', (_, codec: t.Mixed, expected) => {
    const { $schema, ...schema } = jsonSchema(codec)
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema')
    expect(schema).toEqual(expected)
  })

  it('says whether there may be none', () => {
    const schemas = jsonSchemas()
    const body = withDefault(t.string, 'x')
    expect(schemas.of(body, 'input', 'here')).toEqual({
      schema: { type: 'string', default: 'x' },
      isOptional: true,
    })
    expect(schemas.of(body, 'output', 'here')).toEqual({ schema: { type: 'string' }, isOptional: false })
    expect(schemas.of(t.undefined, 'output', 'here')).toEqual({ schema: { not: {} }, isOptional: true })
  })
})

describe('names', () => {
  const Address = t.type({ city: t.string }, 'Address')
  const User = described(t.type({ home: Address, work: t.union([Address, t.null]) }), { name: 'User' })

  it('are referred to, and defined once', () => {
    const schemas = jsonSchemas()
    expect(schemas.of(t.array(User), 'output', 'GET /users')).toEqual({
      schema: { type: 'array', items: { $ref: `${REF}User` } },
      isOptional: false,
    })
    expect(schemas.of(User, 'input', 'POST /users body').schema).toEqual({ $ref: `${REF}User` })
    expect(schemas.named()).toEqual({
      Address: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
      User: {
        type: 'object',
        properties: {
          home: { $ref: `${REF}Address` },
          work: { anyOf: [{ $ref: `${REF}Address` }, { type: 'null' }] },
        },
        required: ['home', 'work'],
      },
    })
    expect(schemas.problems()).toEqual([])
  })

  it('are those that an author gave, not those that io-ts makes', () => {
    const schemas = jsonSchemas()
    const codecs = [
      ...[t.string, t.Int, t.literal('a'), t.literal(1), t.keyof({ a: null }), t.array(t.string), t.type({})],
      ...[
        t.partial({}),
        t.strict({ a: t.string }),
        t.readonly(t.type({})),
        t.tuple([t.string]),
        t.UnknownRecord,
      ],
      ...[t.record(t.string, t.string), t.union([t.string, t.number]), integer, list(integer), uuid],
      ...[
        limited(t.string, {}),
        optional(integer),
        t.readonlyArray(t.string),
        t.exact(t.partial({ a: t.string })),
      ],
    ]
    for (const codec of codecs) schemas.of(codec as t.Mixed, 'input', codec.name)
    expect(schemas.problems()).toEqual([])
    expect(schemas.named()).toEqual({})
  })

  it('hold recursion, also between two', () => {
    interface Folder {
      readonly items: ReadonlyArray<Folder | Link>
    }
    interface Link {
      readonly to: Folder
    }
    const Folder: t.Type<Folder> = t.recursion('Folder', () =>
      t.type({ items: t.readonlyArray(t.union([Folder, Link])) }),
    )
    const Link: t.Type<Link> = t.recursion('A link', () => t.type({ to: Folder }))
    expect(jsonSchema(t.array(Link))).toEqual({
      $schema: expect.any(String),
      type: 'array',
      items: { $ref: '#/$defs/A_link' },
      $defs: {
        A_link: { type: 'object', properties: { to: { $ref: '#/$defs/Folder' } }, required: ['to'] },
        Folder: {
          type: 'object',
          properties: {
            items: {
              type: 'array',
              items: { anyOf: [{ $ref: '#/$defs/Folder' }, { $ref: '#/$defs/A_link' }] },
            },
          },
          required: ['items'],
        },
      },
    })
  })

  const Event = t.type({ at: date, size: withDefault(t.number, 1) }, 'Event')
  const Log = t.type({ events: t.array(Event) }, 'Log')

  it('tell apart what is read from what is written, where they differ', () => {
    const draft = jsonSchemas()
    const build = (schemas: Schemas) => ({
      written: schemas.of(Log, 'output', 'GET /log').schema,
      read: schemas.of(Log, 'input', 'POST /log body').schema,
    })
    build(draft)
    const schemas = jsonSchemas({ uses: draft.uses() })
    expect(build(schemas)).toEqual({ written: { $ref: `${REF}Log` }, read: { $ref: `${REF}LogInput` } })
    expect(Object.keys(schemas.named())).toEqual(['Event', 'EventInput', 'Log', 'LogInput'])
    expect(schemas.named().LogInput?.properties?.events?.items).toEqual({ $ref: `${REF}EventInput` })
    expect(schemas.named().EventInput?.required).toEqual(['at'])
    expect(schemas.named().Event?.required).toEqual(['at', 'size'])
  })

  it('are plain where a codec is only read', () => {
    const draft = jsonSchemas()
    draft.of(Log, 'input', 'POST /log body')
    const schemas = jsonSchemas({ uses: draft.uses() })
    expect(schemas.of(Log, 'input', 'POST /log body').schema).toEqual({ $ref: `${REF}Log` })
    expect(Object.keys(schemas.named())).toEqual(['Event', 'Log'])
  })

  it('of two codecs that differ are a problem that names both places', () => {
    const schemas = jsonSchemas()
    schemas.of(Address, 'input', 'POST /users body')
    schemas.of(t.type({ city: t.string }, 'Address'), 'input', 'the same again')
    expect(schemas.problems()).toEqual([])
    schemas.of(t.type({ to: t.type({ street: t.string }, 'Address') }), 'input', 'POST /orders body')
    expect(problemsOf(schemas)).toEqual([
      "POST /orders body at to: another codec than in POST /users body has the name 'Address'; rename one, or give it a name by describe(codec, { name: … })",
    ])
  })
})

describe('a description without a name', () => {
  const User = t.type({ name: t.string }, 'User')
  const object = { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] }
  const Email = t.refinement(t.string, (text) => text.includes('@'), 'Email')
  const ref = (name: string) => ({ $ref: `#/$defs/${name}` })

  it.each([
    ['a schema', { schema: { type: 'string', format: 'email' } }, { type: 'string', format: 'email' }],
    ['words for a check', { description: 'With an @.' }, { type: 'string', description: 'With an @.' }],
  ])('leaves the codec its name, which is defined by it: %s', (_, about, definition) => {
    const Described = described(Email, about)
    const schema = jsonSchema(t.type({ a: Described, b: t.array(Described), c: described(Email, about) }))
    expect(schema.properties).toEqual({
      a: ref('Email'),
      b: { type: 'array', items: ref('Email') },
      c: ref('Email'),
    })
    expect(schema.$defs).toEqual({ Email: definition })
  })

  it('is said once, where the name is', () => {
    const Owner = described(User, { description: 'Who owns it.' })
    const schema = jsonSchema(t.type({ a: Owner, b: t.array(Owner) }))
    expect(schema.properties).toEqual({ a: ref('User'), b: { type: 'array', items: ref('User') } })
    expect(schema.$defs).toEqual({ User: { ...object, description: 'Who owns it.' } })
  })

  it('is said at its place where others say something else, or nothing', () => {
    const Owner = described(User, { description: 'Who owns it.' })
    const Reader = described(User, { title: 'Reader' })
    for (const [other, shown] of [
      [Reader, { ...ref('User'), title: 'Reader' }],
      [User, ref('User')],
    ] as const) {
      const schema = jsonSchema(t.type({ a: Owner, b: other }))
      expect(schema.properties).toEqual({ a: { ...ref('User'), description: 'Who owns it.' }, b: shown })
      expect(schema.$defs).toEqual({ User: object })
    }
  })

  it('of what holds itself is said at its place', () => {
    interface Node {
      readonly next: Node | null
    }
    const Node: t.Type<Node> = t.recursion('Node', () => t.type({ next: t.union([Node, t.null]) }))
    expect(jsonSchema(described(Node, { title: 'The first' }))).toMatchObject({
      ...ref('Node'),
      title: 'The first',
      $defs: { Node: { type: 'object' } },
    })
  })

  it('is that of a parameter too', () => {
    const query = t.type({
      by: described(t.keyof({ a: null, b: null }, 'Order'), { description: 'How to sort.' }),
    })
    const draft = jsonSchemas()
    parametersOf(draft, query, 'GET / query')
    expect(parametersOf(jsonSchemas({ uses: draft.uses() }), query, 'GET / query')).toMatchObject([
      { name: 'by', description: 'How to sort.' },
    ])
  })
})

describe('what has no schema', () => {
  const Money = new t.Type<number, string>(
    'Money',
    t.number.is,
    (_, context) => t.failure(0, context),
    String,
  )
  const Even = t.refinement(t.number, (value) => value % 2 === 0, 'Even')

  it('is a problem that names the codec and its place, all of them at once', () => {
    const body = t.type({
      price: Money,
      lines: t.array(t.type({ count: Even })),
      big: t.bigint,
      by: t.record(Money as never, t.string),
    })
    const schemas = jsonSchemas()
    schemas.of(body, 'input', 'POST /orders body')
    expect(problemsOf(schemas)).toEqual([
      "POST /orders body at price: 'Money' does not say what is on the wire; do so by describe(codec, { schema: … })",
      "POST /orders body at lines[].count: 'Even' has a check of its own, which no schema says: use limited(…), or describe(codec, { schema: … }), or describe(codec, { description: … }) where words will do",
      "POST /orders body at big: 'bigint' does not say what is on the wire; do so by describe(codec, { schema: … })",
      "POST /orders body at by.(names): 'Money' does not say what is on the wire; do so by describe(codec, { schema: … })",
      "POST /orders body at by: no schema says which names 'Money' takes; use t.string or limited(t.string, { pattern })",
    ])
    expect(schemas.problems()[0]).toMatchObject({
      where: 'POST /orders body',
      path: ['price'],
      codec: 'Money',
    })
    expect(() => jsonSchema(body)).toThrow(NoSchemaError)
  })

  it('has one when it is described', () => {
    const schema = { type: 'string', pattern: '^[0-9]+ EUR$' }
    expect(jsonSchema(t.type({ price: described(Money, { schema }) }))).toMatchObject({
      properties: { price: { $ref: '#/$defs/Money' } },
      $defs: { Money: schema },
    })
    const nameless = t.string.pipe(Money as t.Type<number, string, string>)
    expect(jsonSchema(t.type({ price: described(nameless, { schema }) })).properties).toEqual({
      price: schema,
    })
  })

  it('is what takes no text, in a record of texts', () => {
    const schemas = jsonSchemas()
    const query = t.type({
      a: t.number,
      b: t.array(t.string),
      c: t.type({}),
      d: t.literal(1),
      e: t.union([t.string, t.null]),
    })
    parametersOf(schemas, query, 'GET / query')
    expect(problemsOf(schemas)).toEqual([
      "GET / query at a: io-ts's 'number' takes no text; use one for texts, as number or boolean of calix/codec",
      "GET / query at b: 'Array<string>' takes no value that comes once; use list(…) of calix/codec",
      'GET / query at c: a text is no object; declare its fields by themselves',
      "GET / query at d: io-ts's '1' takes no text; use one for texts, as number or boolean of calix/codec",
      "GET / query at e: io-ts's 'null' takes no text; use one for texts, as number or boolean of calix/codec",
    ])
  })

  it('is what is no record of texts', () => {
    const schemas = jsonSchemas()
    expect(parametersOf(schemas, integer, 'GET / query')).toEqual([])
    expect(parametersOf(schemas, t.record(t.string, t.string), 'GET /a query')).toEqual([])
    expect(problemsOf(schemas)).toEqual([
      "GET / query: 'integer' is no record of texts; use t.type({ … })",
      'GET /a query: it declares no fields by name; use t.type({ … })',
    ])
  })

  it('is a list in one text, or a limit of a number in one, in JSON', () => {
    const schemas = jsonSchemas()
    schemas.of(
      t.type({ a: list(integer, { separator: ',' }), b: limited(number, { minimum: 1 }) }),
      'input',
      'body',
    )
    expect(problemsOf(schemas)).toEqual([
      'body at a: a list in one text has no schema in JSON; use t.array(…) there',
      'body at b: limits of a number in a text have no schema in JSON; use limited(t.number, …)',
    ])
  })
})

describe('parameters', () => {
  const SAFE = { minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }

  it('are the fields of a record, with what their texts stand for', () => {
    const query = t.exact(
      t.intersection([
        t.type({
          page: withDefault(limited(integer, { minimum: 1 }), 1),
          order: described(withDefault(oneOf('asc', 'desc'), 'asc'), {
            description: 'Which way.',
            deprecated: true,
          }),
          id: list(integer),
          days: limited(list(date, { separator: ',' }), { minItems: 1 }),
          all: boolean,
        }),
        t.partial({ name: t.string }),
      ]),
    )
    const schemas = jsonSchemas()
    const day = { type: 'string', anyOf: [{ format: 'date-time' }, { format: 'date' }] }
    expect(parametersOf(schemas, query, 'GET / query')).toEqual([
      {
        name: 'page',
        schema: { type: 'integer', ...SAFE, minimum: 1, default: 1 },
        ...{ isRequired: false, isList: false },
      },
      {
        name: 'order',
        schema: { type: 'string', enum: ['asc', 'desc'], default: 'asc' },
        ...{ isRequired: false, isList: false, description: 'Which way.', deprecated: true },
      },
      {
        name: 'id',
        schema: { type: 'array', items: { type: 'integer', ...SAFE } },
        ...{ isRequired: false, isList: true },
      },
      {
        name: 'days',
        schema: { type: 'array', items: day, minItems: 1 },
        ...{ isRequired: true, isList: true, separator: ',' },
      },
      { name: 'all', schema: { type: 'boolean' }, isRequired: true, isList: false },
      { name: 'name', schema: { type: 'string' }, isRequired: false, isList: false },
    ])
    expect(schemas.problems()).toEqual([])
  })

  it('of one name in both parts of an intersection have to meet both', () => {
    const query = t.intersection([
      t.type({ a: t.string }),
      t.partial({ a: limited(t.string, { maxLength: 3 }) }),
    ])
    expect(parametersOf(jsonSchemas(), query, 'GET / query')).toEqual([
      {
        name: 'a',
        schema: { allOf: [{ type: 'string' }, { type: 'string', maxLength: 3 }] },
        isRequired: true,
        isList: false,
      },
    ])
  })
})
