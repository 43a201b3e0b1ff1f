import { nearest } from '../../src/nearest.ts'

/** `: did you mean …?`, or what there is instead. */
export const didYouMean = (word: string, known: ReadonlyArray<string>): string => {
  const meant = nearest(word, known)
  if (meant !== undefined) return `: did you mean '${meant}'?`
  const some = known.slice(0, 8).map((each) => `'${each}'`)
  const more = known.length > some.length ? ` and ${known.length - some.length} more` : ''
  return known.length === 0 ? ': there are none' : `: there are ${some.join(', ')}${more}`
}
