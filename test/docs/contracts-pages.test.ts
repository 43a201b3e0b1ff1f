import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { ClientErrorKind, RouteError } from '../../client/index.ts'
import * as codec from '../../src/codec/index.ts'
import { CONTRACT } from '../../src/contract.ts'
import { ROOT } from './calix-local.ts'

// What docs/contracts.md, docs/openapi.md and docs/client.md list is compared with what there is.

const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8')

/** The first cells of a section's tables that are a name in code, or begin with a call of one. */
const namesOf = (page: string, heading: string): ReadonlyArray<string> => {
  const [, section = ''] = read(page).split(`## ${heading}\n`)
  const rows = section.split(/^##+ /m)[0] ?? ''
  return [...rows.matchAll(/^\| (`[^|]*?) +\|/gm)]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`(\w[\w-]*)/g)])
    .map(([, name = '']) => name)
}

it('the page has every name that a contract may have', () => {
  const page = read('docs/contracts.md')
  expect(CONTRACT.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  const parts = ['params', 'query', 'headers', 'cookies', 'body']
  expect(namesOf('docs/contracts.md', 'The parts')).toEqual(parts)
})

it('the page has every codec, and no other', () => {
  const names = new Set(namesOf('docs/contracts.md', 'Codecs for texts'))
  expect([...names].toSorted()).toEqual(Object.keys(codec).toSorted())
})

/** Everything that `describe` takes: the compiler sees to it. */
const ABOUT: Required<codec.About> = {
  ...{ name: 'Id', title: 'An id', description: 'An id.', examples: [], deprecated: true, schema: {} },
}

it('the page has what can be said of a codec, and nothing else', () => {
  expect(namesOf('docs/openapi.md', 'Describing a codec').toSorted()).toEqual(Object.keys(ABOUT).toSorted())
  expect(() => codec.describe(codec.uuid, ABOUT)).not.toThrow()
})

/** Every kind of a call's `Left`: the compiler sees to it. */
const KINDS: Readonly<Record<ClientErrorKind | RouteError['kind'], true>> = {
  ...{ route: true, 'invalid-input': true, headers: true, network: true, aborted: true },
  ...{ unreadable: true, 'unexpected-answer': true },
}

it('the page has every way in which a call fails', () => {
  const [, ...columns] = namesOf('docs/client.md', 'When it fails')
  expect(columns.toSorted()).toEqual(Object.keys(KINDS).toSorted())
})
