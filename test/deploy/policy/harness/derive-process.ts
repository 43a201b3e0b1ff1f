// A process that derives what it is told to, so that a hang or a crash ends nothing but itself.
import { derive } from '../../../../deploy/policy/derive.ts'
import type { Answer, Question } from './deriving.ts'

const answerTo = ({ entry, options }: Question): Answer => {
  try {
    const { always, authorizers, routes, unresolved } = derive(entry, options)
    return { derived: { always, authorizers: [...authorizers], routes: [...routes], unresolved } }
  } catch (error) {
    if (!(error instanceof Error)) return { error: { name: typeof error, message: String(error), stack: '' } }
    return { error: { name: error.name, message: error.message, stack: error.stack ?? '' } }
  }
}

process.on('message', (question: Question) => process.send?.(answerTo(question)))
