import type { Outline } from '../src/outline.ts'

/** A path that can be tried without more: one that anybody may GET, without parameters if there is one; `/` otherwise. */
export const pathToTry = ({ routes }: Outline): string => {
  const open = routes.filter(
    ({ guard, methods }) => guard === undefined && (methods.includes('GET') || methods.includes('ANY')),
  )
  const plain = open.filter(({ path }) => !/\/[:*]/.test(path))
  const [shortest] = plain.toSorted((a, b) => a.path.length - b.path.length)
  return shortest?.path ?? '/'
}
