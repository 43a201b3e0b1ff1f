import { distance } from '../src/distance.ts'

/** The known word that was probably meant; none when all are far off. */
const nearest = (word: string, known: ReadonlyArray<string>): string | undefined => {
  const [best] = known
    .map((each) => ({ each, far: distance(word.toLowerCase(), each.toLowerCase()) }))
    .filter(({ far }) => far <= Math.max(2, word.length / 2))
    .sort((a, b) => a.far - b.far)
  return best?.each
}

/** ` Did you mean …?`, or nothing. */
export const didYouMean = (word: string, known: ReadonlyArray<string>): string => {
  const meant = nearest(word, known)
  return meant === undefined ? '' : ` Did you mean ${meant}?`
}
