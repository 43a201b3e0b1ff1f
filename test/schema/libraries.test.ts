import { toJsonSchema, toStandardJsonSchema } from '@valibot/to-json-schema'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { scope, type } from 'arktype'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { describe as described } from '../../src/codec/index.ts'
import type { Codec } from '../../src/codec.ts'
import { jsonSchema } from '../../src/schema/document.ts'
import { parametersOf } from '../../src/schema/parameters.ts'
import { showProblem } from '../../src/schema/problem.ts'
import { jsonSchemas } from '../../src/schema/schemas.ts'

const valibot = v.object({ name: v.pipe(v.string(), v.minLength(1)), age: v.optional(v.number()) })

const USERS: ReadonlyArray<readonly [string, Codec]> = [
  ['zod', z.object({ name: z.string().min(1), age: z.number().optional() })],
  ['arktype', type({ name: 'string > 0', 'age?': 'number' })],
  ['valibot, converted', described(valibot, { schema: toJsonSchema(valibot) })],
  ['valibot, as Standard JSON Schema', toStandardJsonSchema(valibot)],
]

describe.each(USERS)('a schema of %s', (_, User) => {
  it('is what its library says, in the same words', () => {
    expect(jsonSchema(User)).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: { name: { type: 'string', minLength: 1 }, age: { type: 'number' } },
      required: ['name'],
    })
    expect(jsonSchema(User, 'output')).toEqual(jsonSchema(User, 'input'))
  })

  it('gives parameters', () => {
    expect(parametersOf(jsonSchemas(), User, 'GET / query')).toEqual([
      { name: 'name', schema: { type: 'string', minLength: 1 }, isRequired: true, isList: false },
      { name: 'age', schema: { type: 'number' }, isRequired: false, isList: false },
    ])
  })

  it('has the name that a description gives it', () => {
    const schemas = jsonSchemas()
    const Named = described(User, { name: 'User', description: 'Who may log in.' })
    expect(schemas.of(Named, 'input', 'here').schema).toEqual({ $ref: '#/components/schemas/User' })
    expect(schemas.of(Named, 'output', 'there').schema).toEqual({ $ref: '#/components/schemas/User' })
    expect(schemas.named().User).toMatchObject({ type: 'object', description: 'Who may log in.' })
  })
})

const ZodTree = z.object({
  value: z.string(),
  get kids() {
    return z.array(ZodTree)
  },
})
interface Tree {
  readonly value: string
  readonly kids: ReadonlyArray<Tree>
}
const ValibotTree: v.GenericSchema<Tree> = v.object({
  value: v.string(),
  kids: v.array(v.lazy(() => ValibotTree)),
})

const TREES: ReadonlyArray<readonly [string, Codec]> = [
  ['zod', ZodTree],
  ['zod, inside another', z.object({ tree: ZodTree })],
  ['zod, with a name of its own', z.object({ tree: ZodTree.meta({ id: 'ZodTree' }) })],
  ['arktype', scope({ Tree: { value: 'string', kids: 'Tree[]' } }).export().Tree],
  ['valibot', described(ValibotTree, { schema: toJsonSchema(ValibotTree) })],
]

describe.each(TREES)('recursion in %s', (name, Tree) => {
  it('is referred to where the document has its definitions', () => {
    const schema = jsonSchema(Tree)
    // A codec with a name of its own is another than the one that it holds.
    expect(Object.keys(schema.$defs ?? {})).toHaveLength(name.includes('own') ? 2 : 1)
    const validate = new Ajv2020({ strict: true }).compile(schema)
    const tree = { value: 'a', kids: [{ value: 'b', kids: [] }] }
    const wrong = { value: 'a', kids: [{ value: 'b', kids: [1] }] }
    const isInside = /inside|own/.test(name)
    expect(validate(isInside ? { tree } : tree)).toBe(true)
    expect(validate(isInside ? { tree: wrong } : wrong)).toBe(false)
  })
})

describe('definitions of a library', () => {
  const City = z.object({ name: z.string() }).meta({ id: 'City' })

  it('are shared by name', () => {
    const schemas = jsonSchemas()
    schemas.of(z.object({ from: City }), 'input', 'POST /a body')
    schemas.of(z.array(City), 'input', 'POST /b body')
    expect(schemas.problems()).toEqual([])
    expect(Object.keys(schemas.named())).toEqual(['City'])
  })

  it('of one name that differ are a problem', () => {
    const other = { $ref: '#/$defs/City', $defs: { City: { type: 'string' } } }
    const schemas = jsonSchemas()
    schemas.of(z.object({ from: City }), 'input', 'POST /a body')
    schemas.of(described(v.string(), { schema: other }), 'input', 'POST /b body')
    expect(schemas.problems().map(showProblem)).toEqual([
      "POST /b body: another codec than in POST /a body has the name 'City'; rename one, or give it a name by describe(codec, { name: … })",
    ])
  })

  it('that are not there are a problem', () => {
    const schemas = jsonSchemas()
    schemas.of(described(v.string(), { schema: { $ref: '#/$defs/City' } }), 'input', 'POST /a body')
    expect(schemas.problems().map(showProblem)).toEqual([
      "POST /a body: its schema refers to '#/$defs/City', which is neither '#' nor in its '$defs'",
    ])
  })

  it('are followed only where there is a schema', () => {
    const schema = {
      type: 'object',
      properties: { $ref: { const: { $ref: '#/$defs/City' } } },
      default: { $ref: '#' },
    }
    expect(jsonSchema(described(v.any(), { schema }))).toEqual({ $schema: expect.any(String), ...schema })
  })

  it('of an older dialect are put into the words of this one', () => {
    const schema = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      ...{ items: [{ $ref: '#/definitions/Word' }], additionalItems: false },
      definitions: { Word: { type: 'string' } },
    }
    expect(jsonSchema(described(v.any(), { schema }))).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      ...{ prefixItems: [{ $ref: '#/$defs/Word' }], items: false },
      $defs: { Word: { type: 'string' } },
    })
  })
})

describe('what a library cannot say', () => {
  it.each<readonly [string, Codec, string]>([
    [
      'zod',
      z.object({ at: z.date() }),
      'zod cannot say its JSON Schema (Date cannot be represented in JSON Schema)',
    ],
    [
      'arktype',
      type({ at: 'Date' }),
      'arktype cannot say its JSON Schema (JSON Schema has no word for it (date))',
    ],
    ['valibot', valibot, 'a schema of valibot does not say its JSON Schema'],
  ])('is a problem: %s', (_, codec, message) => {
    const schemas = jsonSchemas()
    expect(schemas.of(codec, 'input', 'POST / body').schema).toEqual({})
    expect(schemas.problems()).toEqual([
      {
        where: 'POST / body',
        path: [],
        codec: 'a Standard Schema',
        message: expect.stringContaining(message),
      },
    ])
    expect(schemas.problems()[0]?.message).toContain('describe(codec, { schema: … })')
  })

  it('is no undefined, which JSON does not have', () => {
    expect(jsonSchema(type({ a: 'string | undefined' })).properties?.a).toEqual({
      anyOf: [{ type: 'string' }, { not: {} }],
    })
  })

  it('says whether there may be none', () => {
    const isOptional = (codec: Codec): boolean => jsonSchemas().of(codec, 'input', 'here').isOptional
    expect(isOptional(z.string().optional())).toBe(true)
    expect(isOptional(z.string())).toBe(false)
    expect(isOptional(z.unknown().refine(async () => true))).toBe(false)
  })
})
