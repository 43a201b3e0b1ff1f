const decode = (segment: string): string => {
  try {
    return decodeURIComponent(segment).replaceAll('%', '%25').replaceAll('/', '%2F')
  } catch {
    return segment
  }
}

/**
 * A path as decisions about it read it: each segment decoded for itself, but for a slash or a percent sign inside one, so
 * that no segment passes for two and no two paths for one.
 */
export const decodeSegments = (path: string, isEncoded: boolean): string =>
  isEncoded && path.includes('%') ? path.split('/').map(decode).join('/') : path

/**
 * The same without the trailing `/` that the router leaves out. Policies and grants are evaluated on it: of two spellings
 * of one path they cannot allow just one.
 */
export const canonicalPath = (path: string, isEncoded: boolean): string =>
  decodeSegments(path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path, isEncoded)
