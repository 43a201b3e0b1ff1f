import { existsSync } from 'node:fs'
import { calix, get, lambda, NotFoundError, post, route } from 'calix'
import * as t from 'io-ts'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serving } from './support/serving.ts'

const executablePath = '/usr/bin/chromium'
const isThere = existsSync(executablePath)
if (!isThere) console.log(`The documentation page is not tried: there is no ${executablePath}.`)

const app = calix(
  { name: 'The shop' },
  route(
    get('/cities/:city', {
      summary: 'The state of a city',
      tags: ['cities'],
      returns: t.type({ state: t.string }, 'State'),
      errors: [NotFoundError],
    }),
    ({ params }) => ({ state: `state of ${params.city}` }),
  ),
  route(post('/cities', { body: t.type({ name: t.string }), tags: ['cities'] }), () => null),
)

describe.skipIf(!isThere)('in a browser, the documentation page', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    })
  })
  afterAll(() => browser.close())

  test('shows the routes, sends requests, and asks no other machine for anything', async () => {
    const { errors, url } = await serving(lambda(app))
    const page = await browser.newPage()
    const foreign: Array<string> = []
    const complaints: Array<string> = []
    await page.route('**', (asked) => {
      const to = asked.request().url()
      if (to.startsWith(`${url}/`)) return asked.continue()
      foreign.push(to)
      return asked.abort()
    })
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => complaints.push(String(error)))

    await page.goto(`${url}/__calix`)
    expect(page.url()).toBe(`${url}/__calix/docs`)
    expect(await page.title()).toBe('The shop')
    await page.locator('[data-content-id="get-/cities/-city-"]').click()
    await page.locator('[data-pname="city"]').fill('são/paulo')
    await page.getByRole('button', { name: 'TRY' }).click()
    await page.getByText('state of são/paulo').first().waitFor()
    expect(await page.getByText('NotFoundError').count()).toBeGreaterThan(0)

    expect(foreign).toEqual([])
    expect(complaints).toEqual([])
    expect(errors).toEqual([])
  })
})
