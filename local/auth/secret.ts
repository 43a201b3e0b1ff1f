import { createHash, timingSafeEqual } from 'node:crypto'

/** A digest of a text that is not to be kept, or whose length is not to be seen. */
export const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Whether two secrets are one, in a time that says nothing of where they differ or of how long they are. */
export const isSameSecret = (one: string, other: string): boolean =>
  timingSafeEqual(digest(one), digest(other))
