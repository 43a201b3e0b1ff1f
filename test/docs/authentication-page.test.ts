import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { authSettings } from '../../cli/auth-file.ts'
import { calix, get, route } from '../../src/index.ts'
import { outlineOf } from '../../src/outline.ts'
import { ROOT } from './calix-local.ts'
import { fencesOf } from './fence.ts'

// What docs/authentication.md shows and no command of it asks for.

const PAGE = 'docs/authentication.md'
const text = readFileSync(join(ROOT, PAGE), 'utf8')

it('the settings on the page are what the local server takes, and all that it takes', () => {
  const settings =
    fencesOf(PAGE, text)
      .filter(({ language }) => language === 'json')
      .at(-1)?.text ?? ''
  const folder = mkdtempSync(join(tmpdir(), 'calix-docs-'))
  try {
    const file = join(folder, 'calix.local.json')
    writeFileSync(file, settings)
    const { apiKeys, mode } = authSettings(file, 'prod')
    expect({ apiKeys, mode }).toEqual({ apiKeys: {}, mode: 'strict' })
    const top = authSettings(file, 'dev')
    expect(Object.keys(top.apiKeys ?? {})).toEqual(['acme'])
    expect(top.jwks?.['https://login.example.com']).toBe(join(folder, 'test/jwks.json'))
    for (const name of [...Object.keys(JSON.parse(settings)), 'mode'])
      expect(text).toContain(`| \`${name}\` |`)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

it("a REST API's answers on the page are those that are deployed", () => {
  const { answers } = outlineOf(
    calix(
      {},
      route(get('/'), () => 'hello'),
    ),
  )
  const occasions = ['UNAUTHORIZED', 'ACCESS_DENIED', 'INVALID_API_KEY', 'INVALID_SIGNATURE']
  for (const occasion of [...occasions, 'MISSING_AUTHENTICATION_TOKEN']) {
    const answer = answers.find(({ type }) => type === occasion)
    const { Message } = JSON.parse(answer?.body ?? '{}')
    expect(text).toContain(`| ${answer?.status} \`${Message}\``)
  }
})
