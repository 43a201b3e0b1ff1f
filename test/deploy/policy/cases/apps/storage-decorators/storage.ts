export interface Storage {
  read(key: string): Promise<Uint8Array | undefined>
  write(key: string, value: Uint8Array): Promise<void>
}

export type Wrap = (inner: Storage) => Storage

export const compose = (inner: Storage, ...wraps: ReadonlyArray<Wrap>): Storage =>
  wraps.reduceRight((storage, wrap) => wrap(storage), inner)
