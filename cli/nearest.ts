/** How many letters must be added, left out or replaced to make one word of another (Levenshtein's distance). */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1]
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1)
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

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
