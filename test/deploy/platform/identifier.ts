import { createHash } from 'node:crypto'

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** An identifier as AWS draws them, but the same one for the same seed: plans can be compared. */
export const identifier = (seed: string, length: number): string => {
  const digest = createHash('sha512').update(seed).digest()
  return Array.from({ length }, (_, index) => ALPHABET[(digest[index] ?? 0) % ALPHABET.length]).join('')
}

/** Bytes that are the same for the same seed. */
export const bytes = (seed: string, length: number): Buffer => {
  const blocks: Buffer[] = []
  for (let have = 0; have < length; have += 64) {
    blocks.push(createHash('sha512').update(`${seed}#${have}`).digest())
  }
  return Buffer.concat(blocks).subarray(0, length)
}
