import { call, type Workflow } from './effects.ts'

export function* showLoan(id: string): Workflow<unknown> {
  const loan = yield call('load', id)
  return loan ?? { id, state: 'unknown' }
}

function* change(id: string, state: string): Workflow<string> {
  yield call('mark', id, state)
  return state
}

export function* extendLoan(id: string): Workflow<{ readonly state: string }> {
  const loan = yield call('load', id)
  if (loan === null) return { state: 'unknown' }
  const state = yield* change(id, 'extended')
  try {
    yield call('remind', id)
  } catch {
    yield* change(id, 'unreminded')
  }
  return { state }
}

export function* returnLoan(id: string): Workflow<{ readonly state: string }> {
  return { state: yield* change(id, 'returned') }
}
