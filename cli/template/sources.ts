/** An app of one route. */
export const app = (name: string): string => `import { calix, get, lambda, route } from 'calix'

const index = route(get('/'), () => ({ hello: 'world' }))

export const app = calix({ name: '${name}' }, index)
export const handler = lambda(app)
`

/** What the route answers behind every gateway. */
export const APP_TEST = `import { client, gateways } from 'calix/testing'
import { describe, expect, it } from 'vitest'
import { app } from './app.ts'

describe.each(gateways)('behind $name', (gateway) => {
  const { get } = client(app, { gateway })

  it('says hello', async () => {
    const { json, status } = await get('/')
    expect([status, json]).toEqual([200, { hello: 'world' }])
  })
})
`

/** The deployment, for the SST command: imports stand inside, for SST reads the file before it runs it. */
export const sstConfig = (name: string): string => `/// <reference path="./.sst/platform/config.d.ts" />

export default $config({
  app: (input) => ({
    name: '${name}',
    home: 'aws',
    removal: input?.stage === 'prod' ? 'retain' : 'remove',
  }),
  async run() {
    const { deploy } = await import('calix/deploy')
    const { app } = await import('./app.ts')
    return deploy(app, 'app.handler')
  },
})
`
