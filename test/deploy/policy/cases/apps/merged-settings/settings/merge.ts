const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const merge = <A>(base: A, over: unknown): A => {
  if (!isRecord(base) || !isRecord(over)) return (over === undefined ? base : over) as A
  const merged: Record<string, unknown> = { ...base }
  for (const key of Object.keys(over)) merged[key] = merge(merged[key], over[key])
  return merged as A
}
