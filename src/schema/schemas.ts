import { isIoType } from '../codec/io-type.ts'
import { meaningOf } from '../codec/meaning.ts'
import type { Codec } from '../codec.ts'
import { ioSchema } from './io.ts'
import type { JsonSchema } from './json-schema.ts'
import { annotations, describedSchema, meantSchema } from './meant.ts'
import { mayBeMissing } from './missing.ts'
import { identityOf, nameOf, SUFFIXES, type Uses, VIEWS, wordsFor } from './names.ts'
import type { Problem } from './problem.ts'
import { standardSchema } from './standard.ts'
import { tagged } from './tagged.ts'
import type { Site, View } from './view.ts'
import type { Writer } from './writer.ts'

/** The schema of a codec, and whether there may be none of it. */
export interface Written {
  readonly schema: JsonSchema
  /** Whether `undefined` decodes, or may be sent. */
  readonly isOptional: boolean
}

/** The schemas of one document, which share what is named. */
export interface Schemas {
  /**
   * The schema of a codec, and `{}` where it has none: `problems` tells.
   *
   * @param where what a message calls the place: `POST /users body`
   */
  readonly of: (codec: Codec, view: View, where: string) => Written
  /** The schema of what is inside a codec that is not a part of the document by itself. */
  readonly at: (codec: Codec, site: Site) => Written
  /** Notes a mistake that only the reader of a codec can see. */
  readonly fail: Writer['fail']
  /** What is named, by name; to be read when all is written. */
  readonly named: () => { readonly [name: string]: JsonSchema }
  /** All that went wrong. */
  readonly problems: () => ReadonlyArray<Problem>
  /** How the named codecs were looked at: with it, another document of the same codecs has the shortest names. */
  readonly uses: () => Uses
}

/** What a document can choose. */
export interface SchemasOptions {
  /** What stands before a name in a reference; `#/components/schemas/` when absent. */
  readonly prefix?: string
  /** What a first writing of the document has told about its codecs. Without it, `output` has the plain names. */
  readonly uses?: Uses
}

interface Definition {
  /** What tells whether another of the same name is the same. */
  readonly mark: () => string
  readonly where: string
  schema: JsonSchema | undefined
}

/** A name for a codec that is looked at so. */
type Naming = (codec: Codec, name: string, view: View) => string

/** Whether some words, of all that is said of the codecs of a name, are the only ones; it is told of them. */
type Wording = (name: string, words: string) => boolean

const shown = (codec: Codec): string => (isIoType(codec) ? codec.name.slice(0, 80) : 'a Standard Schema')

const writing = (
  prefix: string,
  naming: Naming,
  markOf: (codec: Codec, view: View) => string,
  isSole: Wording,
) => {
  const definitions = new Map<string, Definition>()
  const problems: Array<Problem> = []

  const fail: Writer['fail'] = (codec, { where, path }, message) => {
    problems.push({ where, path, codec: shown(codec), message })
    return {}
  }

  const refer = (
    name: string,
    isGiven: boolean,
    codec: Codec | undefined,
    site: Site,
    mark: () => string,
    make: () => JsonSchema,
  ): JsonSchema => {
    const before = definitions.get(name)
    if (before === undefined) {
      const made: Definition = { mark, where: site.where, schema: undefined }
      definitions.set(name, made)
      made.schema = make()
    } else if (before.mark() !== mark()) {
      if (!isGiven) return refer(nextName(name), isGiven, codec, site, mark, make)
      problems.push({
        where: site.where,
        path: site.path,
        codec: name,
        message: `another codec than in ${before.where} has the name '${name}'; rename one, or give it a name by describe(codec, { name: … })`,
      })
    }
    return { $ref: `${prefix}${name}` }
  }

  const writeOut: Writer['writeOut'] = (codec, site) => {
    const meaning = meaningOf(codec)
    if (!isIoType(codec)) {
      if (meaning?.kind === 'described') return describedSchema(meaning, site, writer)
      return '~standard' in codec
        ? standardSchema(codec, site, writer)
        : fail(codec, site, 'it is no codec: neither of io-ts nor a Standard Schema')
    }
    if (meaning !== undefined) return meantSchema(codec, meaning, site, writer)
    const type = tagged(codec)
    const name = `'${shown(codec)}'`
    return (
      (type === undefined ? undefined : ioSchema(type, site, writer)) ??
      fail(
        codec,
        site,
        type?._tag === 'RefinementType'
          ? `${name} has a check of its own, which no schema says: use limited(…), or describe(codec, { schema: … }), or describe(codec, { description: … }) where words will do`
          : `${name} does not say what is on the wire; do so by describe(codec, { schema: … })`,
      )
    )
  }

  /** A reference to a codec, which is defined by another where that is described. */
  const named = (codec: Codec, name: string, site: Site, by: Codec, said: JsonSchema = {}): JsonSchema => {
    const mark = () => markOf(codec, site.view)
    const make = () => ({ ...writeOut(by, site), ...said })
    return refer(naming(codec, name, site.view), true, codec, site, mark, make)
  }

  const writer: Writer = {
    fail,
    writeOut,
    write: (codec, site) => {
      const words = wordsFor(codec)
      if (words !== undefined) {
        const { described, name } = words
        const said = annotations(described.about)
        const inner = described.codec
        if (!isSole(name, JSON.stringify(said))) return { ...named(inner, name, site, inner), ...said }
        return named(codec, name, site, inner, said)
      }
      const name = nameOf(codec)
      if (name === undefined) return writeOut(codec, site)
      isSole(name, '')
      return named(codec, name, site, codec)
    },
    define: (name, isGiven, site, mark, make) => refer(name, isGiven, undefined, site, () => mark, make),
  }
  return { writer, definitions, problems }
}

const nextName = (name: string): string => name.replace(/\d*$/, (count) => String(Number(count || 1) + 1))

/**
 * The schemas of one document: JSON Schema 2020-12 of what codecs have on the wire.
 *
 * @since 0.1.0
 * @example
 * const schemas = jsonSchemas()
 * schemas.of(t.type({ id: t.Int }, 'User'), 'output', 'GET /me') // { schema: { $ref: '#/components/schemas/User' }, … }
 * schemas.named() // { User: { type: 'object', properties: { id: { type: 'integer' } }, required: ['id'] } }
 */
export const jsonSchemas = (options: SchemasOptions = {}): Schemas => {
  const { prefix = '#/components/schemas/', uses } = options
  const used = new Map<string, { readonly views: Set<View>; readonly words: Set<string> }>()
  const useOf = (name: string) => {
    const use = used.get(name) ?? { views: new Set(), words: new Set() }
    used.set(name, use)
    return use
  }
  const marks = new Map<Codec, Map<View, string>>()

  /** All that a codec's schema says, with plain names: what is alike has the same. */
  const markOf = (codec: Codec, view: View): string => {
    const identity = identityOf(codec)
    const known = marks.get(identity)?.get(view)
    if (known !== undefined) return known
    const { writer, definitions } = writing(
      '',
      (_, name) => name,
      () => '',
      () => false,
    )
    const schema = writer.writeOut(identity, { view, where: '', path: [], repeats: true })
    const below = [...definitions].map(([name, definition]) => [name, definition.schema])
    const mark = JSON.stringify([schema, below])
    marks.set(identity, (marks.get(identity) ?? new Map<View, string>()).set(view, mark))
    return mark
  }

  const naming: Naming = (codec, name, view) => {
    useOf(name).views.add(view)
    const views = new Set<View>([
      ...(uses === undefined ? ['output' as const] : (uses.get(name)?.views ?? [])),
      view,
    ])
    const order = VIEWS.filter((each) => views.has(each))
    const mark = markOf(codec, view)
    const first = order.find((each) => markOf(codec, each) === mark) ?? view
    return first === order[0] ? name : `${name}${SUFFIXES[first]}`
  }

  const isSole: Wording = (name, words) => {
    useOf(name).words.add(words)
    const all = uses?.get(name)?.words
    return all?.size === 1 && all.has(words)
  }

  const { writer, definitions, problems } = writing(prefix, naming, markOf, isSole)
  const at: Schemas['at'] = (codec, site) => ({
    schema: writer.write(codec, site),
    isOptional: mayBeMissing(codec, site.view),
  })
  return {
    at,
    of: (codec, view, where) => at(codec, { view, where, path: [] }),
    fail: writer.fail,
    named: () =>
      Object.fromEntries(
        [...definitions]
          .map(([name, { schema = {} }]) => [name, schema] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1)),
      ),
    problems: () => [...new Map(problems.map((each) => [JSON.stringify(each), each])).values()],
    uses: () => used,
  }
}
