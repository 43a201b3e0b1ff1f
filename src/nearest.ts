import { distance } from './distance.ts'

/** A word without what people mix up: case, and the signs between words. */
const plain = (word: string): string => word.toLowerCase().replaceAll(/[-_\s]/g, '')

/** How far one word is from another; a part of it, as `timeout` of `lambdaTimeout`, is near. */
const far = (word: string, known: string): number => {
  const [a, b] = [plain(word), plain(known)]
  const letters = distance(a, b)
  const isPart = a.length > 3 && b.includes(a)
  // What differs in case alone is nearer than what differs in a letter, and farther than what is the same.
  return (isPart ? Math.min(letters, 1 + letters / 100) : letters) + (word === known ? 0 : 0.5)
}

/** The known word that was probably meant; none when all are far off. */
export const nearest = (word: string, known: ReadonlyArray<string>): string | undefined => {
  // A word of any length may come from a file, and the distance to it costs its length.
  if (word.length > 100) return undefined
  const [best] = known
    .map((each) => ({ each, far: far(word, each) }))
    .filter((each) => each.far <= Math.max(2.5, plain(word).length / 2))
    .sort((a, b) => a.far - b.far)
  return best?.each
}
