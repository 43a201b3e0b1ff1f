import { Validator } from '@seriousme/openapi-schema-validator'
import type { App } from 'calix'
import { expect, test } from 'vitest'
import { app as tutorial } from '../../examples/tutorial/app.ts'
import { openapi } from '../../src/openapi/index.ts'
import { manyRoutes } from './many-routes.ts'

const documentOf = (app: App) => JSON.parse(JSON.stringify(openapi(app, { version: '1.0.0' })))

test.each([
  ['the tutorial', tutorial, 18],
  ['an app of a hundred routes', manyRoutes, 100],
])('%s has a document that is valid', async (_, app, least) => {
  expect(app.routes.list.length).toBeGreaterThanOrEqual(least)
  const validator = new Validator()
  const document = documentOf(app)
  expect(await validator.validate(document)).toEqual({ valid: true })
  expect(validator.version).toBe('3.1')
  // Every reference leads somewhere.
  expect(() => validator.resolveRefs()).not.toThrow()
})

test('what is not valid is found', async () => {
  const { paths, ...rest } = documentOf(tutorial)
  const broken = { ...rest, paths: { 'no-slash': Object.values(paths)[0] } }
  expect(await new Validator().validate(broken)).toMatchObject({ valid: false })
})
