import type { Codec } from './codec.ts'
import { hidesFields } from './decode/declared.ts'
import { isIoTs } from './decode/io-ts.ts'
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

/** What is wrong with what a route says that it answers. */
const ofAnswers = ({ returns, strip }: Declaration['contract'], where: string): ReadonlyArray<string> => {
  if (returns === undefined) return []
  const isOne = isIoTs(returns) || '~standard' in returns
  const codecs: ReadonlyArray<readonly [string, Codec]> = isOne
    ? [['returns', returns as Codec]]
    : Object.entries(returns).map(([status, codec]) => [`returns ${status}`, codec] as const)
  if (codecs.length === 0)
    return [
      `${where} returns {}, which declares no answer: give a codec, or one for each status, or leave it out`,
    ]
  const keys = isOne ? [] : Object.keys(returns).filter((key) => !isStatus(key))
  return [
    ...keys.map((key) => `${where} returns '${key}', which is no status: write one, such as 200`),
    ...codecs
      .filter(([, codec]) => strip === true && isIoTs(codec) && hidesFields(codec))
      .map(
        ([name]) =>
          `${where} is to strip what it ${name}, but that codec does not say which fields it has: write it with t.type, t.strict and the like, or leave 'strip' out`,
      ),
  ]
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
    ...ofAnswers(contract, where),
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
