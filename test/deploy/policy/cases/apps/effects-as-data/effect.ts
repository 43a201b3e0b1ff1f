export type Effect =
  | { readonly kind: 'put-row'; readonly table: string; readonly row: Readonly<Record<string, string>> }
  | { readonly kind: 'put-file'; readonly bucket: string; readonly key: string; readonly text: string }
  | { readonly kind: 'notify'; readonly topic: string; readonly text: string }

export interface Decision<A> {
  readonly answer: A
  readonly effects: ReadonlyArray<Effect>
}

export const putRow = (table: string, row: Readonly<Record<string, string>>): Effect => ({
  kind: 'put-row',
  table,
  row,
})
export const putFile = (bucket: string, key: string, text: string): Effect => ({
  kind: 'put-file',
  bucket,
  key,
  text,
})
export const notify = (topic: string, text: string): Effect => ({ kind: 'notify', topic, text })
