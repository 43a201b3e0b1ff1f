import { type Path, parsePath } from '../path.ts'

/** The texts of a path that has no parameters. */
export const literalsOf = (path: Path): ReadonlyArray<string> =>
  parsePath(path).flatMap((segment) => (segment.kind === 'literal' ? [segment.text] : []))

const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}

/** A request's path without the segments that a gateway puts before it; itself where they are not there. */
export const withoutPrefix = (
  path: string,
  prefix: ReadonlyArray<string> | undefined,
  isEncoded: boolean,
): string => {
  if (prefix === undefined || prefix.length === 0) return path
  const segments = path.split('/')
  const starts = prefix.every((text, index) => {
    const segment = segments[index + 1]
    return segment !== undefined && (isEncoded ? decode(segment) : segment) === text
  })
  return starts ? `/${segments.slice(prefix.length + 1).join('/')}` : path
}

/** The path without a gateway's stage, which is its first segment where it is there. */
export const withoutStage = (path: string, stage: string | undefined): string => {
  if (stage === undefined || stage === '' || stage === '$default' || !path.startsWith(`/${stage}`))
    return path
  const remainder = path.slice(stage.length + 1)
  return remainder === '' ? '/' : remainder.startsWith('/') ? remainder : path
}
