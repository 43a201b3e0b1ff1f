import type { StandardIssue } from '../codec.ts'

/** What validators say of an issue, by the names that they have for it. */
interface Details {
  readonly code?: unknown
  readonly data?: unknown
  readonly expected?: unknown
  readonly input?: unknown
  readonly kind?: unknown
  readonly origin?: unknown
  readonly proto?: unknown
  readonly type?: unknown
}

/** Whether an issue says of a text that a list was expected, and nothing else. */
const isOfList = (vendor: string, issue: StandardIssue & Details, text: string): boolean => {
  const { code, data, expected, input = text, kind, proto, type } = issue
  // What a schema made of the text, and then took for no list, is another thing.
  if (vendor === 'zod') return code === 'invalid_type' && expected === 'array' && input === text
  if (vendor === 'valibot') return kind === 'schema' && type === 'array' && input === text
  return vendor === 'arktype' && code === 'proto' && proto === Array && data === text
}

/** Whether an issue is of the length that a list is to have, which zod looks for in a text as well. */
const isOfLength = (vendor: string, { code, origin }: StandardIssue & Details): boolean =>
  vendor === 'zod' && origin === 'string' && (code === 'too_small' || code === 'too_big')

const keyOf = ({ path = [] }: StandardIssue): unknown => {
  const [step] = path
  return typeof step === 'object' ? step.key : step
}

/**
 * The names of a query that have a text, of which a schema says that it expected a list there, and says nothing else; of
 * validators that tell. `others` are the issues of all other names.
 */
export const listIssues = (
  vendor: string,
  issues: ReadonlyArray<StandardIssue>,
  query: { readonly [name: string]: unknown },
): { readonly names: ReadonlySet<string>; readonly others: ReadonlyArray<StandardIssue> } => {
  const names = new Set<string>()
  const refused = new Set<unknown>()
  for (const issue of issues) {
    const name = keyOf(issue)
    const text = typeof name === 'string' && Object.hasOwn(query, name) ? query[name] : undefined
    if (typeof name === 'string' && typeof text === 'string' && issue.path?.length === 1) {
      if (isOfList(vendor, issue, text)) names.add(name)
      else if (!isOfLength(vendor, issue)) refused.add(name)
    } else refused.add(name)
  }
  const isLone = (name: unknown): name is string =>
    typeof name === 'string' && names.has(name) && !refused.has(name)
  return {
    names: new Set([...names].filter(isLone)),
    others: issues.filter((issue) => !isLone(keyOf(issue))),
  }
}
