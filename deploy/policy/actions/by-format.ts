import type { SdkCall } from '../sdk-call.ts'
import { bareFieldOf, endingFieldOf, fieldOf, isArnField, resourceField } from './field-name.ts'
import { collapsed, type Spelling, valuesOf } from './spelling.ts'
import { gapsOf, OWN_ACCOUNT, regionsOf, type Target, together, unsaid } from './target.ts'

/** The name that an ARN ends with. */
const nameIn = (arn: string): string => {
  const resource = arn.split(':').slice(5).join(':')
  return resource === '' ? '*' : (resource.split(/[/:]/).at(-1) ?? '*')
}

const PLACES = new Set(['Partition', 'Region', 'Account'])

const placed = (format: string, region: string): string =>
  format
    .replaceAll('{Partition}', `\${AWS::Partition}`)
    .replaceAll('{Region}', region)
    .replaceAll('{Account}', OWN_ACCOUNT)

// What is left of a format after its fields are in place; `${…}` are placeholders of ours.
const anyOf = (format: string): string => collapsed(format.replace(/(?<!\$)\{\w+\}/g, '*'))

const variablesOf = (format: string): ReadonlyArray<string> =>
  [...format.matchAll(/\{(\w+)\}/g)]
    .map(([, variable = '']) => variable)
    .filter((variable) => !PLACES.has(variable))

/** Whether a format is of one resource alone. */
export const isWhole = (format: string): boolean => variablesOf(format).length === 0

/** Every resource of a type. */
export const everyOf = (call: SdkCall, format: string): ReadonlyArray<string> =>
  regionsOf(call).map((region) => anyOf(placed(format, region.text)))

// The slash that a path begins with is in the format already, and so is the type: `/hostedzone/Z` is Route 53's own
// way to write an id.
const filled = (format: string, variable: string, text: string): string =>
  format.replace(new RegExp(`((?:[\\w-]*/)?)(?<!\\$)\\{${variable}\\}`), (_, type: string) => {
    if (text === '' || text === '/') return `${type}*`
    if (type === '') return text
    const name = text.replace(/^\//, '')
    return text.startsWith('/') && name.startsWith(type) ? name : type + name
  })

/** What stands in the place of a variable. A name is no id, though a field may take either. */
const inPlaceOf = (variable: string, field: string, text: string): string =>
  (/id$/i.test(variable) && /names?$/i.test(field)) || (/name$/i.test(variable) && /ids?$/i.test(field))
    ? '*'
    : text

/** Every resource of a type that is in what the input names: every table of a database. */
export const partlyNamed = (call: SdkCall, format: string): ReadonlyArray<string> =>
  variablesOf(format)
    .slice(0, -1)
    .reduce<ReadonlyArray<string>>(
      (formats, variable) => {
        const field = fieldOf(call.input, variable, variable)
        const values = field === undefined ? [] : valuesOf(field.value)
        return values.length === 0
          ? formats
          : formats.flatMap((each) =>
              values.map(({ text, isArn }) =>
                filled(each, variable, isArn ? nameIn(text) : inPlaceOf(variable, field?.name ?? '', text)),
              ),
            )
      },
      regionsOf(call).map(({ text }) => placed(format, text)),
    )
    .map(anyOf)

/** ARNs in an input that have the format: `agentRuntimeArn` names a runtime, whatever the field is called. */
const arnsLike = ({ input }: SdkCall, format: string): ReadonlyArray<string> => {
  if (input.kind !== 'record') return []
  const pattern = new RegExp(
    `^${format
      .replaceAll('{Partition}', '[^:]+')
      .replaceAll(/\{(?:Region|Account)\}/g, '[^:]*')
      .replaceAll(/\{\w+\}/g, '[^/:]+')}$`,
  )
  return [...input.fields.values()]
    .flatMap(valuesOf)
    .map(({ text }) => text)
    .filter((text) => text.startsWith('arn:') && pattern.test(text.replaceAll('AWS::', '')))
}

/** What the field for any resource names, `ResourceArn`, when that is an ARN. */
export const findByArn = (call: SdkCall): Target | undefined => {
  const field = resourceField(call.input)
  const arns = field === undefined ? [] : valuesOf(field.value).filter(({ isArn }) => isArn)
  return arns.length === 0 ? undefined : { arns: arns.map(({ text }) => text), gaps: [] }
}

/**
 * The resources of a type that an input names, by the format of their ARNs.
 *
 * @param format `arn:{Partition}:ecs:{Region}:{Account}:service/{ClusterName}/{ServiceName}`
 * @param isOnly whether it is the only type in question, so that a field whose name ends as the variable's does is meant
 * @returns `undefined` when the input names none.
 */
export const findByFormat = (
  call: SdkCall,
  type: string,
  format: string,
  isOnly: boolean,
): Target | undefined => {
  const { input } = call
  const variables = variablesOf(format)
  const last = variables.at(-1)
  if (last === undefined) return undefined
  const own =
    fieldOf(input, last, type) ??
    (isOnly ? endingFieldOf(input, last, type) : undefined) ??
    bareFieldOf(input, type, call.operation)
  const literal =
    own === undefined || !valuesOf(own.value).some(({ isArn }) => isArn) ? arnsLike(call, format) : []
  if (literal.length > 0) return { arns: literal, gaps: [] }
  if (own === undefined) return findByArn(call)

  let formats: ReadonlyArray<string> = regionsOf(call).map(({ text }) => placed(format, text))
  const gaps: Array<string> = []
  const used = new Set<string>()
  for (const parent of isArnField(own.name) ? [] : variables.slice(0, -1)) {
    const field = fieldOf(input, parent, parent)
    if (field === undefined) {
      gaps.push(unsaid(call, parent))
      continue
    }
    const values = valuesOf(field.value)
    used.add(field.name)
    gaps.push(...values.flatMap((value) => gapsOf(call, field.name, value)))
    formats = formats.flatMap((each) =>
      values.map(({ text, isArn }) =>
        filled(each, parent, isArn ? nameIn(text) : inPlaceOf(parent, field.name, text)),
      ),
    )
  }
  const ofOne = (value: Spelling): Target => {
    if (value.isArn) return { arns: [value.text], gaps: gapsOf(call, own.name, value) }
    const text = inPlaceOf(last, own.name, value.text)
    // The id of a tenant, whose name is in its ARN as well, narrows nothing.
    const idGaps = used.has(own.name) ? [] : [unsaid(call, type)]
    const why = text === value.text ? gapsOf(call, own.name, value) : idGaps
    return { arns: formats.map((each) => anyOf(filled(each, last, text))), gaps: [...gaps, ...why] }
  }
  return together(valuesOf(own.value).map(ofOne))
}
