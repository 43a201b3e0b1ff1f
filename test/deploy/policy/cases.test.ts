import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { __Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Derivation } from '../../../deploy/policy/derivation.ts'
import type { Permission } from '../../../deploy/policy/permission.ts'
import { actionsOf, all, covers, resourcesOf, type Where } from './harness/derived.ts'
import { derivedOf, deriving } from './harness/deriving.ts'
import { casesOf, entryOf, installation, type PlacedCase, placeOf, topics } from './harness/folder.ts'
import { type NotRan, type RanCase, run } from './harness/ran.ts'

// Each case is an app, read and run: what is derived from its source has to be what its author expects, and what it
// really calls. Neither side knows of the other.

const suite = await Promise.all(topics().map(async (topic) => ({ topic, cases: await casesOf(topic) })))
const installed = installation()
const { derive, end } = deriving()
afterAll(() => {
  end()
  rmSync(installed, { recursive: true, force: true })
})

/** Where the cases run: a region that a client has of its own is another. */
const RUNNING: Where = { region: 'ap-northeast-3', account: '123456789012' }

const sorted = (texts: Iterable<string>): ReadonlyArray<string> => [...new Set(texts)].sort()

/** What of `wanted` is on no line, or in no sentence, that was reported. */
const unreported = (
  { definition: { unresolved: wanted = [] } }: PlacedCase,
  folder: string,
  reported: Derivation['unresolved'],
): ReadonlyArray<unknown> =>
  wanted.filter(({ file, on, says }) => {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n')
    return !reported.some(
      (each) => each.file === file && each.why.includes(says) && lines[each.line - 1]?.includes(on),
    )
  })

/** What ran and was not derived: an action, or one of its resources. */
const missing = (
  ran: ReadonlyArray<Permission>,
  derived: ReadonlyArray<Permission>,
  links: PlacedCase['definition']['links'],
): ReadonlyArray<string> => {
  const granted = resourcesOf(derived, links, RUNNING)
  return Object.entries(resourcesOf(ran, links, RUNNING)).flatMap(([action, arns]) =>
    arns
      .filter((arn) => !(granted[action] ?? []).some((resource) => covers(resource, arn)))
      .map((arn) => `${action} on ${arn}`),
  )
}

/** What was derived and did not run: an action on a resource that nothing touched. */
const unused = (
  ran: ReadonlyArray<Permission>,
  derived: ReadonlyArray<Permission>,
  links: PlacedCase['definition']['links'],
): ReadonlyArray<string> => {
  const touched = resourcesOf(ran, links, RUNNING)
  return Object.entries(resourcesOf(derived, links, RUNNING)).flatMap(([action, resources]) =>
    resources
      .filter((resource) => !(touched[action] ?? []).some((arn) => covers(resource, arn)))
      .map((resource) => `${action} on ${resource}`),
  )
}

type Named<A> = Iterable<readonly [name: string, of: A]>

const actionsByName = (all: Named<{ readonly permissions: ReadonlyArray<Permission> }>) =>
  Object.fromEntries([...all].map(([name, { permissions }]) => [name, actionsOf(permissions)]))

const expectedOf = (all: Named<{ readonly actions: ReadonlyArray<string> }>) =>
  Object.fromEntries([...all].map(([name, { actions }]) => [name, actions]))

const { devDependencies }: { readonly devDependencies: object } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8'),
)
const clients = Object.keys(devDependencies).filter((name) => name.startsWith('@aws-sdk/client-'))

it.each(clients)('every client of %s is one that is recorded', async (name) => {
  const sdk: Readonly<Record<string, unknown>> = await import(name)
  const made = Object.entries(sdk).filter(
    ([each, value]) => /^[A-Z]\w+Client$/.test(each) && typeof value === 'function',
  )
  expect(made.length).toBeGreaterThan(0)
  for (const [, value] of made) expect(Object(value).prototype).toBeInstanceOf(__Client)
})

it('is a suite of more than a hundred cases', () => {
  expect(suite.flatMap(({ cases }) => cases).length).toBeGreaterThan(100)
})

describe.each(suite)('$topic', ({ topic, cases }) => {
  let ran: ReadonlyMap<string, RanCase | NotRan>
  beforeAll(async () => {
    ran = await run(topic, cases, installed)
  }, 300_000)

  describe.each(cases)('$name: $definition.about', (each) => {
    const { definition } = each
    const expected = Object.entries(definition.routes)
    const authorizers = Object.entries(definition.authorizers ?? {})
    let derived: Derivation
    let folder: string
    beforeAll(async () => {
      folder = placeOf(each, installed, 'derived')
      const { environment } = definition
      const answer = await derive(entryOf(folder, definition), {
        root: folder,
        ...(environment === undefined ? {} : { environment }),
      })
      derived = derivedOf(answer)
    })
    const ranCase = (): RanCase => {
      const found = ran.get(each.name)
      if (found === undefined || 'error' in found) throw new Error(found?.error ?? `${each.name} did not run`)
      return found
    }

    it('derives what is expected, route by route', () => {
      const derivedActions = (all: ReadonlyMap<string, ReadonlyArray<Permission>>) =>
        actionsByName([...all].map(([name, permissions]) => [name, { permissions }]))
      expect(derivedActions(derived.routes)).toEqual(expectedOf(expected))
      expect(actionsOf(derived.always)).toEqual(definition.always ?? [])
      expect(derivedActions(derived.authorizers)).toEqual(expectedOf(authorizers))
    })

    it('derives what is expected of the whole app, on which resources', () => {
      expect(resourcesOf(all(derived), definition.links)).toEqual(definition.resources)
    })

    it('reports what is expected, with file and line', () => {
      const { unresolved } = derived
      const counted = { missing: unreported(each, folder, unresolved), count: unresolved.length }
      expect({ ...counted, unresolved }).toEqual({
        missing: [],
        count: definition.unresolved?.length ?? 0,
        unresolved,
      })
    })

    it('expects what runs', () => {
      const { authorizers: asked, keys, routes, start, statuses } = ranCase()
      expect(sorted(keys)).toEqual(sorted(expected.map(([key]) => key)))
      expect(actionsByName(Object.entries(routes))).toEqual(
        Object.fromEntries(
          expected.map(([key, { actions, beyond = {}, notRun = {} }]) => [
            key,
            sorted([...actions.filter((action) => !(action in notRun)), ...Object.keys(beyond)]),
          ]),
        ),
      )
      expect(actionsByName(Object.entries(asked))).toEqual(expectedOf(authorizers))
      expect(definition.always ?? []).toEqual(expect.arrayContaining([...actionsOf(start.permissions)]))
      const failed = expected.filter(
        ([key, { fails }]) => fails === undefined && statuses[key]?.some((status) => status >= 500),
      )
      expect(failed.map(([key]) => key)).toEqual([])
    })

    it('derives all that runs, on the resources that it runs on', () => {
      const { authorizers: asked, routes, start } = ranCase()
      const pairs = [
        ...Object.entries(routes).map(([key, each]) => [key, each, derived.routes.get(key)] as const),
        ...Object.entries(asked).map(([name, each]) => [name, each, derived.authorizers.get(name)] as const),
        ['start', start, derived.always] as const,
      ]
      const lacking = pairs.flatMap(([name, { permissions }, needs = []]) => {
        const beyond = Object.keys(definition.routes[name]?.beyond ?? {})
        const mine = permissions.filter(({ action }) => !beyond.includes(action))
        return missing(mine, needs, definition.links).map((each) => `${name} lacks ${each}`)
      })
      expect(lacking).toEqual([])
    })

    it('derives, route by route, nothing on a resource that is not touched', () => {
      const { routes } = ranCase()
      const idle = Object.entries(routes).flatMap(([name, { permissions }]) => {
        const { notRun = {} } = definition.routes[name] ?? {}
        const isKnown = (each: string): boolean => Object.keys(notRun).some((known) => each.startsWith(known))
        return unused(permissions, derived.routes.get(name) ?? [], definition.links)
          .filter((each) => !isKnown(each))
          .map((each) => `${name} does nothing with ${each}`)
      })
      expect(idle).toEqual([])
    })
  })
})
