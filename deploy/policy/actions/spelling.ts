import { choices, type Hole, type Known } from '../known.ts'

/** A value of an input as it stands in an ARN. */
export interface Spelling {
  /** With `*` for what only running decides and `${…}` for what deployment knows. */
  readonly text: string
  /** Variables of the environment whose value was not told. */
  readonly variables: ReadonlyArray<string>
  /** Whether it is an ARN by itself: by its literal start, or as the property of a link that says so. */
  readonly isArn: boolean
}

/** `text` where the source says nothing. */
export const UNSAID: Spelling = { text: '*', variables: [], isArn: false }

// Lambda sets these to the function's own region: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
const OWN_REGION = new Set(['AWS_REGION', 'AWS_DEFAULT_REGION'])

const holeText = (hole: Hole): string => {
  switch (hole.kind) {
    case 'run-time':
      return '*'
    case 'environment':
      return OWN_REGION.has(hole.name) ? `\${AWS::Region}` : '*'
    case 'link':
      return `\${Resource.${hole.name}.${hole.property}}`
  }
}

// IAM reads `${…}` in a resource as a policy variable, so a literal one must not reach it as it is.
const literalText = (literal: string): string => literal.replace(/\$\{(?!Resource\.|AWS::)[^}]*\}?/g, '*')

/** One `*` where several meet. */
export const collapsed = (text: string): string => text.replace(/\*{2,}/g, '*')

const colonsIn = (text: string): number => text.replaceAll('AWS::', '').split(':').length - 1

/** Whether a text is an ARN by itself: it has five colons before its resource. */
export const isArnText = (text: string): boolean =>
  text.startsWith('arn:') && colonsIn(text) >= 5 && !text.endsWith(':')

// What only running decides may be several parts of an ARN, and IAM wants to see each: `arn:aws:sns:*` is written in full.
const inFull = (text: string): string => {
  if (!text.startsWith('arn:') || !text.includes('*')) return text
  const missing = 5 - colonsIn(text)
  return missing > 0 ? text.replace('*', `*${':*'.repeat(missing)}`) : text
}

const spelledText = (parts: ReadonlyArray<string | Hole>): Spelling => {
  const text = inFull(
    collapsed(parts.map((part) => (typeof part === 'string' ? literalText(part) : holeText(part))).join('')),
  )
  const [only] = parts
  const isLinkedArn =
    parts.length === 1 && typeof only === 'object' && only.kind === 'link' && /arn$/i.test(only.property)
  return {
    text,
    variables: parts.flatMap((part) =>
      typeof part === 'object' && part.kind === 'environment' && !OWN_REGION.has(part.name)
        ? [part.name]
        : [],
    ),
    isArn: isLinkedArn || isArnText(text),
  }
}

/** Whether a value says that the field is not there. */
const isAbsent = (known: Known): boolean =>
  known.kind === 'literal' && (known.value === undefined || known.value === null || known.value === false)

/** What a value may be in an ARN, each once; none when it is said to be absent. */
export const spellings = (known: Known): ReadonlyArray<Spelling> => {
  const spelled = choices(known)
    .filter((each) => !isAbsent(each))
    .map((each): Spelling => {
      if (each.kind === 'text') return spelledText(each.parts)
      return each.kind === 'literal' ? { ...UNSAID, text: String(each.value) } : UNSAID
    })
  return [...new Map(spelled.map((each) => [`${each.text}\n${each.variables}`, each])).values()]
}

/** The same of a value or of each item of a list. */
export const valuesOf = (known: Known): ReadonlyArray<Spelling> =>
  choices(known).flatMap((each) =>
    each.kind === 'list'
      ? [...each.items.flatMap(spellings), ...(each.isOpen ? [UNSAID] : [])]
      : spellings(each),
  )

/** The same for what is a field's name in a record, such as the tables of a batch. */
export const spelledName = (name: string): Spelling => spelledText([name])

/** Whether nothing of it is decided. */
export const isOpen = ({ text }: Spelling): boolean => text === '*' || text === ''
