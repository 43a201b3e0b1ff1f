import type { Codec } from '../codec.ts'
import { type Parameter, parametersOf as readParameters } from '../schema/parameters.ts'
import type { Schemas } from '../schema/schemas.ts'
import type { OpenApiParameter, ParameterPlace } from './document.ts'
import type { Operation } from './operations.ts'

/** Headers that are said elsewhere in a document: https://spec.openapis.org/oas/v3.1.1.html#fixed-fields-for-use-with-schema */
const SAID_ELSEWHERE = ['accept', 'content-type', 'authorization']

/** How a list is written: https://spec.openapis.org/oas/v3.1.1.html#style-values */
const STYLES: Readonly<Record<string, NonNullable<OpenApiParameter['style']>>> = {
  ',': 'form',
  ' ': 'spaceDelimited',
  '|': 'pipeDelimited',
}

const listStyle = (
  place: ParameterPlace,
  { isList, separator }: Parameter,
): Pick<OpenApiParameter, 'style' | 'explode'> => {
  if (!isList || (place !== 'query' && place !== 'cookie')) return {}
  if (separator === undefined) return { style: 'form', explode: true }
  return { style: STYLES[separator] ?? 'form', explode: false }
}

const documented = (place: ParameterPlace, parameter: Parameter): OpenApiParameter => {
  const { deprecated, description, isRequired, name, schema } = parameter
  return {
    name,
    in: place,
    ...(description === undefined ? {} : { description }),
    ...(isRequired || place === 'path' ? { required: true } : {}),
    ...(deprecated === true ? { deprecated } : {}),
    ...listStyle(place, parameter),
    schema,
  }
}

const REST =
  'The remainder of the path. It may have several segments: the slashes between them may be sent as they are or as %2F.'

const inPath = (
  { parameters, route, where }: Operation,
  schemas: Schemas,
  mistake: (text: string) => void,
): ReadonlyArray<OpenApiParameter> => {
  const { params } = route.contract
  const told = params === undefined ? [] : readParameters(schemas, params, `${where} params`)
  for (const { name } of told.filter((each) => each.isRequired))
    if (!parameters.some((each) => each.name === name))
      mistake(`${where} params: '${name}' is no parameter of the path: add ':${name}' to it, or leave it out`)
  return parameters.map(({ called, isRest, name }) => {
    const known = told.find((each) => each.name === name)
    const { description, ...rest } = documented('path', {
      ...(known ?? { isList: false, schema: { type: 'string', minLength: 1 } }),
      name: called,
      isRequired: true,
    })
    const texts = [...(description === undefined ? [] : [description]), ...(isRest ? [REST] : [])]
    return texts.length === 0 ? rest : { ...rest, description: texts.join(' ') }
  })
}

/**
 * All that a request to an operation may say beside its body: what stands in its path, and each property of the codecs
 * for query, headers and cookies.
 *
 * @param mistake told of what cannot be documented
 */
export const parametersOf = (
  operation: Operation,
  schemas: Schemas,
  mistake: (text: string) => void,
): ReadonlyArray<OpenApiParameter> => {
  const { route, where } = operation
  const { cookies, headers, query } = route.contract
  const of = (place: ParameterPlace, part: string, codec: Codec | undefined) =>
    codec === undefined
      ? []
      : readParameters(schemas, codec, `${where} ${part}`, place === 'query').map((each) =>
          documented(place, each),
        )
  return [
    ...inPath(operation, schemas, mistake),
    ...of('query', 'query', query),
    ...of('header', 'headers', headers).filter(({ name }) => !SAID_ELSEWHERE.includes(name.toLowerCase())),
    ...of('cookie', 'cookies', cookies),
  ]
}
