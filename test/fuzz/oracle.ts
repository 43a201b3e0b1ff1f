import { gunzipSync, inflateSync } from 'node:zlib'
import { NotHttpEventError } from 'calix'
import type { Gateway } from 'calix/testing'
import type { Plan, Subject } from './app.ts'
import { senderOf } from './event.ts'
import { SECRET } from './result.ts'

const UNSENDABLE = /[\r\n\0]/

/** The text of an answer's body, whatever it is encoded in; a hook may have lied about that. */
const textOf = (body: Uint8Array, coding: string | undefined): string => {
  try {
    if (coding === 'gzip') return gunzipSync(body).toString()
    if (coding === 'deflate') return inflateSync(body).toString()
  } catch {
    // What is not in the coding that it claims is looked at as it is.
  }
  return Buffer.from(body).toString()
}

/** What is wrong with a result, as a caller of the gateway would come to know it; nothing when all is well. */
const faultOf = (gateway: Gateway, result: unknown, mayTell: boolean): string | undefined => {
  const refusal = gateway.refusal(result)
  if (refusal !== undefined) return `${gateway.name} refuses the result: ${refusal}`
  const { headers, body } = gateway.answer(result)
  for (const [name, value] of headers)
    if (UNSENDABLE.test(name) || UNSENDABLE.test(value))
      return `the header ${JSON.stringify(name)} breaks the wire`
  if (mayTell) return undefined
  const coding = headers.find(([name]) => name === 'content-encoding')?.[1]
  const told = [JSON.stringify(headers), body.length === 0 ? '' : textOf(body, coding)]
  return told.some((each) => each.includes(SECRET)) ? 'the answer tells what an error held' : undefined
}

/** Runs a case; gives what is wrong with how it ended, which is to be nothing. */
export const trial = async (
  subject: Subject,
  event: Readonly<Record<string, unknown>>,
  plan: Omit<Plan, 'ran'>,
): Promise<string | undefined> => {
  let runs = 0
  const ran = (): void => {
    runs += 1
  }
  const gateway = senderOf(event)
  const context = { plan: { ...plan, ran } satisfies Plan }
  const [how, result] = await subject.handler(event, context).then(
    (value: unknown) => ['answered', value] as const,
    // The reason may be a value that throws when it is looked at, which no report could print.
    (reason: unknown) => ['rejected', isNotHttp(reason)] as const,
  )
  if (gateway !== undefined) {
    if (how === 'rejected') return 'the handler rejected'
    return runs > 1 ? 'the handler ran twice' : faultOf(gateway, result, subject.debug)
  }
  if (runs > 0) return 'a handler ran for an event that is no HTTP request'
  // What an app's own hooks make of such an event is theirs.
  if (subject.hooksApp) return undefined
  if (how === 'answered') return 'an event that is no HTTP request was answered'
  return result === true ? undefined : 'the rejection of an event that is no HTTP request has another class'
}

const isNotHttp = (reason: unknown): boolean => {
  try {
    return reason instanceof NotHttpEventError
  } catch {
    return false
  }
}
