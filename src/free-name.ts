/** A name that is not taken: `id`, `id2`, … */
export const freeName = (name: string, taken: ReadonlySet<string>): string => {
  let free = name
  for (let count = 2; taken.has(free); count++) free = `${name}${count}`
  return free
}
