import { nearest } from '../src/nearest.ts'

/** ` Did you mean …?`, or nothing. */
export const didYouMean = (word: string, known: ReadonlyArray<string>): string => {
  const meant = nearest(word, known)
  return meant === undefined ? '' : ` Did you mean ${meant}?`
}
