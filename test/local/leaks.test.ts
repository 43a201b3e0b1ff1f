import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

test('50 reloads leave no worker, timer, listener or file behind', () => {
  const script = join(import.meta.dirname, '../../bench/reloads.ts')
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--conditions=calix-source', script, '50'],
    {
      encoding: 'utf8',
    },
  )
  console.log(stdout)
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^heap: \d+ KB before, \d+ KB after, -?\d+ KB growth$/m)
}, 60_000)
