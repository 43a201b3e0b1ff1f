import { expect } from 'vitest'
import type { Answer, Call, Caller } from './caller.ts'

/** Expects an answer of JSON, with its exact text. */
export const expectJson = async (
  call: Caller,
  [method, target, init]: readonly [method: string, target: string, init?: Call],
  status: number,
  text: string,
): Promise<Answer> => {
  const answer = await call(method, target, init)
  expect(answer).toMatchObject({ status, text })
  expect(answer.headers['content-type']).toBe('application/json')
  return answer
}
