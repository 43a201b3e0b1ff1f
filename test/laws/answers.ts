import { calix, type Routes } from 'calix'
import { type Client, client } from 'calix/testing'
import type { Asked } from './table.ts'

/** What a caller sees of an answer. */
const answer = async (to: Client, { method, target }: Asked) => {
  const { status, headers, text } = await to.request(method, target)
  return { status, headers, text }
}

/** What an app of these routes answers: two values that answer alike are one behaviour. */
export const answers = (of: Routes, asked: ReadonlyArray<Asked>) => {
  const to = client(calix({}, of))
  return Promise.all(asked.map((each) => answer(to, each)))
}
