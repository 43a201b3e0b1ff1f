import { isCodec } from './decode/io-ts.ts'
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

const isStatus = (text: string): boolean => /^[1-5]\d\d$/.test(text)

/** What callers without a compiler may write where there is to be a codec. */
const shown = (value: unknown): string =>
  value === null || value === undefined
    ? String(value)
    : Array.isArray(value)
      ? 'a list'
      : `a ${typeof value}`

/** What is wrong with what a route says that it answers. */
const ofAnswers = (returns: unknown, where: string): ReadonlyArray<string> => {
  if (returns === undefined || isCodec(returns)) return []
  if (typeof returns !== 'object' || returns === null || Array.isArray(returns))
    return [
      `${where} returns ${shown(returns)}, which is no codec: give one, or one for each status, or leave it out`,
    ]
  const codecs = Object.entries(returns)
  if (codecs.length === 0)
    return [
      `${where} returns {}, which declares no answer: give a codec, or one for each status, or leave it out`,
    ]
  return codecs.flatMap(([key, codec]) => {
    if (!isStatus(key)) return [`${where} returns '${key}', which is no status: write one, such as 200`]
    return isCodec(codec)
      ? []
      : [
          `${where} returns ${shown(codec)} for ${key}, which is no codec: give one, such as t.undefined where there is no body`,
        ]
  })
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
    ...ofAnswers(contract.returns, where),
  ]
}

/**
 * Refuses contracts that no request could meet, or no answer, all at once.
 *
 * @throws TypeError that names the routes and what to change.
 */
export const assertContracts = (list: ReadonlyArray<Declaration>): void => {
  const mistakes = list.flatMap(mistakesOf)
  if (mistakes.length > 0) throw new TypeError(`calix(…): ${mistakes.join('; ')}`)
}
