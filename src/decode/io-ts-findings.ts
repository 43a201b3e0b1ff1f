import { expectedOf, isLiteral, oneOf } from './expected.ts'
import { choose, type Finding, type Place } from './finding.ts'
import { type ContextEntry, type IoTsCodec, isRecord, type ValidationError } from './io-ts.ts'
import { tagValues } from './tags.ts'

/** What was found at one step into a value, and further in. */
interface Step {
  readonly codec: IoTsCodec
  readonly actual: unknown
  readonly errors: Array<ValidationError>
  readonly inside: Map<string, Step>
}

const stepOf = ({ actual, type }: ContextEntry): Step => ({
  // The type of a context is the codec itself; its declared type says less.
  codec: type as IoTsCodec,
  actual,
  errors: [],
  inside: new Map(),
})

/** Codecs that io-ts decodes the inside of with others. */
const CONTAINERS = new Set(
  ['Array', 'Dictionary', 'Interface', 'Partial', 'ReadonlyArray', 'Strict', 'Tuple'].map(
    (each) => `${each}Type`,
  ),
)
const WRAPPERS = new Set(['ExactType', 'ReadonlyType', 'RecursiveType', 'RefinementType'])

/** The codec that puts its parts into the context: those around it do not. */
const core = (codec: IoTsCodec): IoTsCodec =>
  codec.type !== undefined && WRAPPERS.has(codec._tag ?? '') ? core(codec.type) : codec

const own = (step: Step, place: Place): ReadonlyArray<Finding> => {
  const codec = core(step.codec)
  const { tag, types = [] } = codec
  return step.errors.map(({ message, value }) => {
    const values = tag !== undefined && isRecord(value) ? tagValues(types, tag) : undefined
    // None of the members has what is in the field that tells them apart.
    if (tag !== undefined && values !== undefined && isRecord(value))
      return { place: [...place, tag], expected: oneOf(values), received: value[tag], isLiteral: true }
    return {
      place,
      expected: expectedOf(step.codec),
      received: value,
      note: message,
      isLiteral: isLiteral(codec),
    }
  })
}

const walk = (step: Step, place: Place): ReadonlyArray<Finding> => {
  const { _tag: tag = '' } = core(step.codec)
  const isChoice = tag === 'UnionType' || tag === 'IntersectionType'
  const inside = [...step.inside].map(([key, each]) => {
    // A member of a union is no step into the value. Inside a codec that hides what it is made of, the value tells.
    const isStep = CONTAINERS.has(tag) || (!isChoice && !Object.is(each.actual, step.actual))
    const name = Array.isArray(step.actual) ? Number(key) : key
    return walk(each, isStep ? [...place, name] : place)
  })
  const found = own(step, place)
  if (tag !== 'UnionType' || inside.length < 2) return [...found, ...inside.flat()]
  const none = { place, expected: expectedOf(step.codec), received: step.actual }
  return choose(inside, { ...none, isLiteral: isLiteral(core(step.codec)) })
}

/** What io-ts's errors say of a value that is at a place, each thing at its own. */
export const ioTsFindings = (
  errors: ReadonlyArray<ValidationError>,
  place: Place,
): ReadonlyArray<Finding> => {
  let root: Step | undefined
  for (const error of errors) {
    const [first, ...rest] = error.context
    if (first === undefined) continue
    root ??= stepOf(first)
    let step = root
    for (const entry of rest) {
      const next = step.inside.get(entry.key) ?? stepOf(entry)
      step.inside.set(entry.key, next)
      step = next
    }
    step.errors.push(error)
  }
  return root === undefined ? [] : walk(root, place)
}
