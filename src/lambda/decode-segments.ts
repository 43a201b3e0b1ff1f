const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment).replaceAll('/', '%2F')
  } catch {
    return segment
  }
}

/**
 * A path as decisions about it read it: each segment decoded for itself, with a slash inside one still encoded, so that no
 * segment passes for two.
 */
export const decodeSegments = (path: string, isEncoded: boolean): string =>
  isEncoded && path.includes('%') ? path.split('/').map(decode).join('/') : path
