import { calix, patch, post, put, route } from 'calix'
import { type Case, error, type Log, ok } from './case.ts'

const kindOf = (body: unknown): string => (body === null ? 'null' : typeof body)

/** An app that answers with what it makes of a body. */
export const appOf = (log: Log) =>
  calix(
    { log },
    route(post('/echo'), ({ body }) => ({ kind: kindOf(body), body: body ?? null })),
    route(put('/echo'), ({ body }) => body),
    route(patch('/kind'), ({ body }) => kindOf(body)),
    route(post('/kind'), ({ body }) => kindOf(body)),
    route(post('/raw'), ({ rawBody }) => rawBody),
    route(post('/both'), ({ body, rawBody }) => ({ body, raw: new TextDecoder().decode(rawBody) })),
    route(post('/unread'), () => 'not read'),
    route(post('/twice'), (request) => {
      const messages = [1, 2].map(() => {
        try {
          return kindOf(request.body)
        } catch (thrown) {
          return thrown instanceof Error ? thrown.message : 'no error'
        }
      })
      return messages
    }),
    route(post('/size'), ({ rawBody, body }) => ({ bytes: rawBody.length, kind: kindOf(body) })),
    route(post('/fields'), ({ body }) =>
      typeof body === 'object' && body !== null ? Object.keys(body).length : 0,
    ),
    route(post('/polluted'), ({ body }) => ({
      harmless: !('polluted' in {}),
      own: Object.keys(Object(body)),
    })),
  )

export const typed = (
  target: string,
  type: string | undefined,
  body: string | Uint8Array,
  ...more: ReadonlyArray<readonly [string, string]>
): Case['request'] => ({
  method: 'POST',
  target,
  headers: [...(type === undefined ? [] : [['content-type', type] as const]), ...more],
  body,
})

export const JSON_TYPE = 'application/json'
export const FORM = 'application/x-www-form-urlencoded'

export const json = (body: string | Uint8Array, ...more: ReadonlyArray<readonly [string, string]>) =>
  typed('/echo', JSON_TYPE, body, ...more)
export const form = (body: string) => typed('/echo', FORM, body)

export const parsed = (body: unknown) => ok({ kind: kindOf(body), body })
export const nothing = ok({ kind: 'undefined', body: null })
export const malformed = error(400, 'BadRequestError', 'BadRequestError: Error Parsing JSON')
