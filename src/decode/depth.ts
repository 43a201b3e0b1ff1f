/** Deeper than what people send, and less deep than where a stack ends that says what is wrong with it. */
const MOST = 50

/** Whether a value is nested so deeply that a stack may not hold what goes through it. */
export const isDeep = (value: unknown): boolean => {
  let level: ReadonlyArray<unknown> = [value]
  for (let depth = 0; depth <= MOST; depth += 1) {
    const next: Array<unknown> = []
    for (const each of level)
      if (typeof each === 'object' && each !== null)
        for (const inside of Object.values(each)) next.push(inside)
    if (next.length === 0) return false
    level = next
  }
  return true
}
