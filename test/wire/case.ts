import { type App, type FailureLog, use } from 'calix'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Answer, type Door, type DoorName, doors, type Opened, type Sent } from './doors.ts'

/** What an answer must be. */
export interface Expected {
  readonly status: number
  /** Headers by lower-case name; `null` where there must be none. */
  readonly headers?: Readonly<Record<string, string | null>>
  /** The `set-cookie` lines; none when absent. */
  readonly cookies?: ReadonlyArray<string>
  readonly text?: string
  readonly json?: unknown
  readonly bytes?: Uint8Array
  readonly holds?: (answer: Answer) => void
  /** What the app's log is told, as `toEqual` compares; nothing when absent. */
  readonly logged?: ReadonlyArray<unknown>
}

/** One behaviour: a request and its answer, the same behind every door but for those named in `differs`. */
export interface Case {
  readonly name: string
  readonly request: Sent
  readonly expected: Expected
  readonly differs?: ReadonlyArray<Difference>
}

/** Where a door answers otherwise by its nature, and why. */
export interface Difference {
  readonly doors: ReadonlyArray<DoorName>
  readonly because: string
  readonly expected: Expected
}

/** What an app of a test is told of its failures by. */
export type Log = (failure: FailureLog) => void

/** 200 with JSON. */
export const ok = (json: unknown): Expected => ({
  status: 200,
  headers: { 'content-type': 'application/json' },
  json,
})

/** An error in the default shape. */
export const error = (status: number, code: string, message: string): Expected => ({
  status,
  headers: { 'content-type': 'application/json' },
  text: JSON.stringify({ Code: code, Message: message }),
})

/** The answer to whatever nobody meant, of which the log is told. */
export const unexpected = (...logged: ReadonlyArray<unknown>): Expected => ({
  ...error(500, 'InternalServerError', 'An internal server error occurred.'),
  logged,
})

/** Asserts that an answer is what it must be. */
export const check = (answer: Answer, expected: Expected, failures: ReadonlyArray<FailureLog>): void => {
  const { status, headers = {}, cookies = [], logged = [] } = expected
  expect({ status: answer.status, body: answer.status === status ? undefined : answer.text }).toEqual({
    status,
    body: undefined,
  })
  for (const [name, value] of Object.entries(headers))
    expect({ [name]: answer.headers.get(name) ?? null }).toEqual({ [name]: value })
  expect(answer.cookies).toEqual(cookies)
  if (expected.text !== undefined) expect(answer.text).toBe(expected.text)
  if ('json' in expected) expect(JSON.parse(answer.text)).toEqual(expected.json)
  if (expected.bytes !== undefined) expect([...answer.bytes]).toEqual([...expected.bytes])
  expected.holds?.(answer)
  expect(failures.map((each) => each.error)).toEqual(logged)
}

/** An app in middleware that does nothing, which is not to matter. */
export const wrapped =
  (appOf: (log: Log) => App) =>
  (log: Log): App =>
    use({ before: () => undefined, after: async () => undefined })(appOf(log))

/** Runs every case behind every door, each door with an app of its own. */
export const matrix = (
  title: string,
  appOf: (log: Log) => App,
  cases: ReadonlyArray<Case>,
  behind: ReadonlyArray<Door> = doors,
): void => {
  describe.each(behind)(`${title}, $name`, (door) => {
    const failures: Array<FailureLog> = []
    let opened: Opened | undefined
    beforeAll(async () => {
      opened = await door.open(appOf((failure) => failures.push(failure)))
    })
    afterAll(() => opened?.close())
    beforeEach(() => {
      failures.length = 0
    })
    for (const { name, request, expected, differs = [] } of cases) {
      const difference = differs.find((each) => each.doors.includes(door.name))
      test(difference === undefined ? name : `${name} (here not: ${difference.because})`, async () => {
        if (opened === undefined) throw new Error(`the door ${door.name} did not open`)
        check(await opened.send(request), difference?.expected ?? expected, failures)
      })
    }
  })
}
