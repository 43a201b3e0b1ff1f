import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { bundledClient } from './bundle.ts'

const BUDGET = 3000

it(`is less than ${BUDGET} bytes, minified and compressed`, async () => {
  const code = await bundledClient()
  const { length } = gzipSync(code, { level: 9 })
  console.log(`calix/client: ${code.length} bytes minified, ${length} compressed, of ${BUDGET}`)
  expect(code).toContain('export{')
  expect(length).toBeLessThan(BUDGET)
})
