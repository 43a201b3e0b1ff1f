import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Caller } from './caller.ts'
import { routingSections } from './routing-sections.ts'
import { ways } from './ways.ts'

describe.each(ways)('the tutorial, by $name', ({ open, close }) => {
  let call: Caller

  beforeAll(async () => {
    call = await open()
  })
  afterAll(close)

  routingSections((...request) => call(...request))
})

describe.each(ways)('the tutorial in debug, by $name', ({ open, close }) => {
  afterAll(close)

  it('an unexpected throw is answered with its stack trace, in lines of TypeScript', async () => {
    const call = await open({ DEBUG: '1' })
    const { status, headers, text } = await call('GET', '/cities/seattle/population')
    expect(status).toBe(500)
    expect(headers['content-type']).toMatch(/^text\/plain/)
    expect(text).toMatch(/^Error: The census of seattle is lost\n/)
    expect(text).toMatch(/at census \(.*examples\/tutorial\/population\.ts:4:9\)/)
    // An error that is meant stays what it is.
    expect(await call('GET', '/cities/vancouver')).toMatchObject({
      status: 400,
      headers: { 'content-type': 'application/json' },
    })
  })
})
