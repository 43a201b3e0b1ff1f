import { afterAll, beforeAll, describe } from 'vitest'
import { answerSections } from './answer-sections.ts'
import type { Caller } from './caller.ts'
import { ways } from './ways.ts'

describe.each(ways)('the tutorial, by $name', ({ open, close }) => {
  let call: Caller

  beforeAll(async () => {
    call = await open()
  })
  afterAll(close)

  answerSections((...request) => call(...request))
})
