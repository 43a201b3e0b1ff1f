/** At most so many at a time. */
export const limited = (most: number) => {
  let running = 0
  const queue: Array<() => void> = []
  const release = () => {
    running -= 1
    queue.shift()?.()
  }
  return async <A>(work: () => Promise<A>): Promise<A> => {
    if (running >= most) await new Promise<void>((resolve) => queue.push(resolve))
    running += 1
    return work().finally(release)
  }
}
