import { type Atom, literalTexts, textOf, union, unionOf, type Value } from './value.ts'

/**
 * A value or what is in its place when it is not set. A variable of the environment that is not known keeps its default
 * with it: it is what the source says of the variable.
 */
export const withDefault = (value: Value, other: Value): Value => {
  const defaults = literalTexts(other)
  const withIt = unionOf(
    value.map((atom): Value => [defaults === undefined ? atom : remembering(atom, defaults)]),
  )
  const remembered = withIt.some((atom) => atom.kind === 'text' && atom.parts.some(isDefaulted))
  return remembered && withIt.length === 1 ? withIt : union(withIt, other)
}

const isDefaulted = (
  part: string | { readonly kind: string; readonly otherwise?: ReadonlyArray<string> },
): boolean => typeof part === 'object' && part.otherwise !== undefined

const remembering = (atom: Atom, otherwise: ReadonlyArray<string>): Atom => {
  if (atom.kind !== 'text' || atom.parts.length !== 1) return atom
  const [only] = atom.parts
  return typeof only === 'object' && only.kind === 'environment' ? textOf([{ ...only, otherwise }]) : atom
}
