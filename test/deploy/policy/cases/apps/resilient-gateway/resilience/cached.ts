interface Entry<A> {
  readonly value: Promise<A>
  readonly expires: number
}

export function cached<Args extends ReadonlyArray<string>, A>(
  load: (...args: Args) => Promise<A>,
  { ttlMs, key = (...args: Args) => args.join('|') }: { ttlMs: number; key?: (...args: Args) => string },
): (...args: Args) => Promise<A> {
  const entries = new Map<string, Entry<A>>()
  return (...args) => {
    const at = key(...args)
    const entry = entries.get(at)
    if (entry && entry.expires > Date.now()) return entry.value
    const value = load(...args)
    entries.set(at, { value, expires: Date.now() + ttlMs })
    value.catch(() => entries.delete(at))
    return value
  }
}
