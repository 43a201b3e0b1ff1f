import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate, zstdDecompress } from 'node:zlib'

const DECODERS = new Map<string, (body: Uint8Array) => Promise<Uint8Array>>([
  ['gzip', promisify(gunzip)],
  ['x-gzip', promisify(gunzip)],
  ['deflate', promisify(inflate)],
  ['br', promisify(brotliDecompress)],
  ['zstd', promisify(zstdDecompress)],
])

/**
 * A body without its `content-encoding`, as `fetch` hands it on; as it is where the coding is not known.
 *
 * @throws Error when the body is not in that coding
 */
export const decompressed = async (
  body: Uint8Array,
  coding: string | undefined,
): Promise<Uint8Array<ArrayBuffer>> => {
  const decode = DECODERS.get(coding?.trim().toLowerCase() ?? '')
  return new Uint8Array(decode === undefined ? body : await decode(body))
}
