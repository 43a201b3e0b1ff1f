import type { AnyApp } from '../../src/app.ts'
import { inspectThrown } from '../invoke.ts'
import type { Outcome } from '../runtime.ts'

/** What a document is to say beside the routes. */
export interface Description {
  /** The app's name when absent. */
  readonly title?: string
  readonly version: string
  readonly description?: string
}

/** An app's document, as JSON can hold it, or why there is none. */
export type Written =
  | { readonly tag: 'Document'; readonly document: unknown }
  | { readonly tag: 'Mistakes'; readonly mistakes: ReadonlyArray<string> }

const isOpenApiError = (error: unknown): error is { readonly mistakes: ReadonlyArray<string> } =>
  error instanceof Error && 'mistakes' in error && Array.isArray(error.mistakes)

const NO_APP = 'There is no app to document: the handler is not made by lambda(app).'

const write = async (app: AnyApp | undefined, description: Description): Promise<Written> => {
  if (app === undefined) return { tag: 'Mistakes', mistakes: [NO_APP] }
  // Only now: most versions of the code are never asked for their document.
  const { openapi } = await import('../../src/openapi/openapi.ts')
  try {
    return { tag: 'Document', document: openapi(app, description) }
  } catch (error) {
    if (isOpenApiError(error)) return { tag: 'Mistakes', mistakes: error.mistakes }
    throw error
  }
}

/** Writes an app's document where the app is: what is written goes over as JSON. Never rejects. */
export const writeDocument = async (app: AnyApp | undefined, description: Description): Promise<Outcome> => {
  try {
    return { tag: 'Returned', json: JSON.stringify(await write(app, description)) }
  } catch (error) {
    return { tag: 'Failed', reason: inspectThrown(error) }
  }
}

/** What came of writing a document. */
export const readWritten = (outcome: Outcome): Written => {
  if (outcome.tag !== 'Returned') return { tag: 'Mistakes', mistakes: [outcome.reason] }
  // It comes from `writeDocument`, at the other end of a thread.
  return JSON.parse(outcome.json) as Written
}
