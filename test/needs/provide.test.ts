import { calix, get, provide, route, use } from 'calix'
import { describe, expect, it } from 'vitest'

describe('what gives', () => {
  it('goes around routes, before an app takes them', () => {
    const app = calix(
      {},
      route(get('/'), () => 1),
    )
    const given = provide(() => ({ a: 1 }))
    // Types refuse it as well; this is for whoever has none.
    const wrap: (self: unknown) => unknown = use(given) as never
    expect(() => wrap(app)).toThrow(
      /^use\(provide\(…\)\) goes around routes and groups of routes, before calix\(…\)/,
    )
  })

  it('is a function of the request, and its options are known', () => {
    const none: unknown = { user: 1 }
    expect(() => provide(none as () => object)).toThrow(/^provide\(…\) takes a function of the request/)
    const odd: object = { error: [] }
    expect(() => provide(() => ({}), odd)).toThrow(/^provide\(…\).*'error'.*'errors'/)
  })
})
