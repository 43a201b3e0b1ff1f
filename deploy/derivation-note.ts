import type { DerivedFunction } from './derived-function.ts'
import { type LinkPermissions, undecided, unusedLinks } from './link-permissions.ts'
import type { Unresolved } from './policy/derivation.ts'

/** How many lines of one sort a deployment prints. */
const MOST = 10

const limited = (lines: ReadonlyArray<string>, more: string): ReadonlyArray<string> =>
  lines.length <= MOST ? lines : [...lines.slice(0, MOST), `  … and ${lines.length - MOST} more: ${more}`]

const listed = (names: ReadonlyArray<string>): string => {
  const shown = names.slice(0, MOST)
  const rest = names.length - shown.length
  return rest === 0 ? shown.join(', ') : `${shown.join(', ')} and ${rest} more`
}

const lineOf = ({ file, line, why, routes }: Unresolved): string =>
  `  ${file}:${line}: ${why}${routes.length === 0 ? '' : ` (${listed(routes)})`}`

const unique = (lines: ReadonlyArray<string>): ReadonlyArray<string> => [...new Set(lines)]

const unresolvedNotes = (functions: ReadonlyArray<DerivedFunction>): ReadonlyArray<string> => {
  const lines = unique(functions.flatMap(({ unresolved }) => unresolved.map(lineOf)))
  const files = unique(functions.filter((each) => each.unresolved.length > 0).map(({ file }) => file))
  if (lines.length === 0) return []
  return [
    `autogenPolicy: the source leaves open what the policy depends on, in ${lines.length === 1 ? 'one place' : `${lines.length} places`}:`,
    ...limited(lines, files.map((file) => `npx calix policy ${file}`).join(', ')),
  ]
}

const unseenNotes = (functions: ReadonlyArray<DerivedFunction>): ReadonlyArray<string> =>
  [...Map.groupBy(functions, ({ file }) => file)].flatMap(([file, all]) => {
    const unseen = unique(all.flatMap((each) => each.unseen))
    return unseen.length === 0
      ? []
      : [
          `autogenPolicy: ${file} is not seen to have ${listed(unseen)}: what they need may be missing, unless a grants(…) says it`,
        ]
  })

const linkNotes = (
  functions: ReadonlyArray<DerivedFunction>,
  components: ReadonlyArray<object>,
): ReadonlyArray<string> => {
  const unused = unusedLinks(components, functions)
  const doubtful = undecided(functions)
  return [
    ...(doubtful.length > 0 && components.length > 0
      ? [`linkPermissions: for that reason ${listed(doubtful)} may do all that SST grants with links`]
      : []),
    ...(unused.length > 0 && functions.length > 0
      ? [
          `linkPermissions: the source is not seen to use ${listed(unused)}: what SST grants with it is allowed all the same`,
        ]
      : []),
  ]
}

/** What a deployment says of the policies that are derived, a line each. */
export const derivationNotes = (
  functions: ReadonlyArray<DerivedFunction>,
  mode: LinkPermissions,
  components: ReadonlyArray<object>,
): ReadonlyArray<string> => [
  ...unresolvedNotes(functions),
  ...unseenNotes(functions),
  ...(mode === 'auto' ? linkNotes(functions, components) : []),
]
