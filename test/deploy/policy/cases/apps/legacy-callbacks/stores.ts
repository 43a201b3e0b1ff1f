// @ts-nocheck What it imports is JavaScript of before types.
import { promisify } from 'node:util'
import { create, plain } from './lib/versioned-store.js'
import waterfall from './lib/waterfall.js'

const articles = create('legacy-articles')
const drafts = plain('legacy-drafts')

export const readDraft = promisify(drafts.get).bind(drafts)

export const publish = (id: string): Promise<string> =>
  new Promise((resolve, reject) => {
    waterfall(
      [
        (next) => drafts.get(id, next),
        (text, next) => articles.put(id, text ?? '', (error) => next(error, text)),
      ],
      (error, text) => (error ? reject(error) : resolve(text)),
    )
  })
