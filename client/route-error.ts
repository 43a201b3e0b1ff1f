import type { Issue } from '../src/issue.ts'
import { type Answer, RouteError } from './error.ts'

const isText = (value: unknown): value is string => typeof value === 'string'

const isIssue = (value: unknown): value is Issue => {
  // A field that is not there reads as `undefined`, of whatever was parsed.
  const { in: part, path, expected, message } = (value ?? {}) as Readonly<Record<string, unknown>>
  return [part, expected, message].every(isText) && Array.isArray(path)
}

const issuesIn = (value: unknown): ReadonlyArray<Issue> => (Array.isArray(value) ? value.filter(isIssue) : [])

/**
 * The error that an answer says, in either shape that calix has: its own, or problem details (RFC 9457) with a `code`.
 * `undefined` when it says none.
 */
export const routeErrorOf = (answer: Answer): RouteError | undefined => {
  const { body, headers, status } = answer
  if (status < 400) return undefined
  // Whatever was parsed: a text, a number or bytes have none of these fields.
  const said = (body ?? {}) as Readonly<Record<string, unknown>>
  const { Code, Message, code, detail } = said
  if (isText(Code) && isText(Message)) {
    // `codeAndMessage` repeats the code before the message, and in the place of an empty one.
    const text = `${Message}: `.startsWith(`${Code}: `) ? Message.slice(Code.length + 2) : Message
    return new RouteError(status, Code, text, issuesIn(said.Issues), answer)
  }
  if (isText(code) && headers['content-type']?.includes('problem+json'))
    return new RouteError(status, code, isText(detail) ? detail : '', issuesIn(said.issues), answer)
  return undefined
}
