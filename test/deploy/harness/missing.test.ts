import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { missingEmulator } from '../platform/emulator.ts'
import { plan } from '../platform/plan.ts'
import { missingPlatform } from '../platform/project.ts'

const script = join(import.meta.dirname, '../../../scripts/platform.mjs')

const empty = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'calix-missing-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('says how to get the emulator where there is none', () => {
  expect(missingEmulator(empty())).toMatch(
    /no moto_server in the PATH: install it with: pip install 'moto\[server\]'/,
  )
})

test('says how to get the platform where there is none', async () => {
  await expect(plan({ project: empty(), stage: 'dev' })).rejects.toThrow(/run 'node scripts\/platform\.mjs'/)
  const { status, stderr } = spawnSync(process.execPath, [script, empty()], { encoding: 'utf8' })
  expect(status).toBe(1)
  expect(stderr).toMatch(/'sst' is not installed\. Run 'npm ci'/)
})

const laid = missingPlatform()
if (laid !== undefined) console.log(`Laying the platform twice is not tried: ${laid}.`)

test.skipIf(laid !== undefined)('lays no platform where there is one', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  expect({ status, printed: stdout + stderr }).toEqual({ status: 0, printed: '' })
})
