import { paramNames, parsePath } from './path.ts'
import type { Declaration } from './routes.ts'

/** The names that a codec reads, as far as io-ts's own combinators say. */
const namesIn = (codec: unknown): ReadonlyArray<string> => {
  if (typeof codec !== 'object' || codec === null || !('_tag' in codec)) return []
  if ('props' in codec && typeof codec.props === 'object' && codec.props !== null)
    return Object.keys(codec.props)
  if (codec._tag === 'IntersectionType' && 'types' in codec && Array.isArray(codec.types))
    return codec.types.flatMap(namesIn)
  return (codec._tag === 'ExactType' || codec._tag === 'ReadonlyType') && 'type' in codec
    ? namesIn(codec.type)
    : []
}

const mistakesOf = ({ contract, methods, path }: Declaration): ReadonlyArray<string> => {
  const where = `'${methods.join('|')} ${path}'`
  const known = paramNames(parsePath(path))
  const has = known.length === 0 ? 'none' : known.map((name) => `'${name}'`).join(', ')
  return [
    ...namesIn(contract.params)
      .filter((name) => !known.includes(name))
      .map((name) => `${where} decodes the parameter '${name}', which its path does not have: it has ${has}`),
    ...namesIn(contract.headers)
      .filter((name) => name !== name.toLowerCase())
      .map(
        (name) =>
          `${where} decodes the header '${name}', but names are lower-case here: '${name.toLowerCase()}'`,
      ),
  ]
}

/**
 * Refuses contracts that no request could meet, all at once.
 *
 * @throws TypeError that names the routes and what to change.
 */
export const assertContracts = (list: ReadonlyArray<Declaration>): void => {
  const mistakes = list.flatMap(mistakesOf)
  if (mistakes.length > 0) throw new TypeError(`calix(…): ${mistakes.join('; ')}`)
}
