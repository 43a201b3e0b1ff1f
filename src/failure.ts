import { type HttpError, UnexpectedError } from './error.ts'
import { isPromiseLike } from './result.ts'

/**
 * A failure that the app did not mean, as the log is told of it.
 *
 * @since 0.1.0
 */
export interface FailureLog {
  /** What was thrown, returned or rejected with. */
  readonly error: unknown
  /** Where: `GET /cities/:city`, or the method and path where no route matched. */
  readonly where: string
}

const toConsole = ({ error, where }: FailureLog): void => {
  try {
    console.error('%s', where, error)
  } catch {
    // Printing calls into the value (its getters, its custom inspection), which may throw as well.
    console.error('%s failed with a value that cannot be printed', where)
  }
}

/** A caller's text as one line of a log: its line breaks and escapes must not look like the log's. */
const onOneLine = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, encodeURIComponent)

/** Tells the log of an error that the app did not mean to answer with: those of 500 and above. */
export const logFailure = (
  error: HttpError,
  where: () => string,
  log: ((failure: FailureLog) => void) | undefined = toConsole,
): void => {
  if (error.status < 500) return
  const failure = { error: error instanceof UnexpectedError ? error.cause : error, where: onOneLine(where()) }
  const complain = (reason: unknown): void => {
    toConsole(failure)
    toConsole({ error: reason, where: 'calix: the log option failed' })
  }
  try {
    const logged: unknown = log(failure)
    // Nobody waits for a log that takes its time, but a rejection of it must not end the process.
    if (isPromiseLike(logged)) Promise.resolve(logged).catch(complain)
  } catch (reason) {
    complain(reason)
  }
}

/** The most causes that a trace goes through: a cause may be made up as it is asked for. */
const MOST_CAUSES = 10

/** A thrown value's stack and its causes', as far as it lets itself be read. */
export const traceOf = (thrown: unknown): string => {
  const seen = new Set<unknown>()
  const lines: Array<string> = []
  try {
    for (
      let each = thrown;
      each !== undefined && !seen.has(each) && seen.size < MOST_CAUSES;
      each = each instanceof Error ? each.cause : undefined
    ) {
      seen.add(each)
      lines.push(
        `${lines.length === 0 ? '' : 'Caused by: '}${each instanceof Error ? (each.stack ?? each.message) : String(each)}`,
      )
    }
  } catch {
    lines.push('a value that cannot be printed')
  }
  return lines.join('\n')
}
