import type { FailureLog, InlineMiddleware } from 'calix'
import * as t from 'io-ts'

/** A record of what ran, in order, and what leaves its mark in it. */
export const trail = () => {
  const steps: Array<string> = []
  const logged: Array<FailureLog> = []

  const step = <A>(name: string, value: A): A => {
    steps.push(name)
    return value
  }

  const layer = (name: string, early?: object): InlineMiddleware => ({
    before: () => step(`${name}.before`, early),
    after: () => step(`${name}.after`, undefined),
  })

  /** A codec that takes `ok` alone. */
  const codec = (name: string): t.Type<string, string> =>
    new t.Type(
      name,
      (value): value is string => value === 'ok',
      (value, context) => step(name, value === 'ok' ? t.success('ok') : t.failure(value, context)),
      String,
    )

  return { steps, logged, log: (failure: FailureLog) => void logged.push(failure), step, layer, codec }
}
