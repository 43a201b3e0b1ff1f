export const memoize = (f) => {
  const known = new Map()
  return (key) => {
    if (!known.has(key)) known.set(key, f(key))
    return known.get(key)
  }
}
export const retry = async (f, { times }) => {
  for (let i = 1; ; i++) {
    try {
      return await f()
    } catch (error) {
      if (i === times) throw error
    }
  }
}
export default () => (f) => f()
