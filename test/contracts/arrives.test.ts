import { lambda } from 'calix'
import { client } from 'calix/client'
import { fetchOf, type Gateway, gateways } from 'calix/testing'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serving } from '../local/support/serving.ts'
import { arrived, Drawing, Head, Id, Jar, Search, things } from './things.ts'
import { drawing, head, id, jar, search, small } from './values.ts'

const apiOf = (baseUrl: string, fetch?: typeof globalThis.fetch) =>
  client<typeof things>(baseUrl, fetch === undefined ? {} : { fetch })

type Api = ReturnType<typeof apiOf>

/** HTTP APIs hand paths over decoded, so that no app behind one can tell an encoded slash from one between segments. */
const decodesPaths = ({ name }: Gateway): boolean => name === 'http' || name === 'http-1.0'

/** A load balancer without multi-value headers hands on the last value of a name alone. */
const most = ({ name }: Gateway): number => (name === 'alb' ? 1 : 3)

const everyPart = (api: Api, hasSlash: boolean, most: number, numRuns: number) =>
  fc.assert(
    fc.asyncProperty(id(hasSlash), search(most), head, jar, async (params, query, headers, cookies) => {
      const sent = {
        params: Id.encode(params),
        query: Search.encode(query),
        headers: Head.encode(headers),
        cookies: Jar.encode(cookies),
      }
      await api.get('/things/:kind/:id/:name', sent).promise()
      expect(arrived.pop()).toEqual({ params, query, headers, cookies })
    }),
    { numRuns },
  )

const body = (api: Api, numRuns: number) =>
  fc.assert(
    fc.asyncProperty(small, drawing, async (params, body) => {
      await api.post('/drawings/:n', { params, body: Drawing.encode(body) }).promise()
      expect(arrived.pop()).toEqual({ params, body })
    }),
    { numRuns },
  )

describe.each(gateways)('behind $name, what the client sends arrives decoded equal:', (gateway) => {
  const api = apiOf('http://calix.test', fetchOf(things, { gateway }))

  it('parameters, query, headers and cookies, as their codecs encode them', () =>
    everyPart(api, !decodesPaths(gateway), most(gateway), 100))

  it('a body', () => body(api, 100))

  it('values as they are, which the client writes itself', () =>
    fc.assert(
      fc.asyncProperty(
        id(!decodesPaths(gateway)),
        search(most(gateway)),
        head,
        jar,
        small,
        drawing,
        async (params, query, headers, cookies, n, body) => {
          // What separates the items of a list is its codec's to know.
          const { days } = Search.encode(query)
          const flags = Head.encode(headers)['x-flags']
          const sent = {
            params,
            query: { ...query, days },
            headers: { ...headers, 'x-flags': flags },
            cookies,
          }
          await api.get('/things/:kind/:id/:name', sent).promise()
          expect(arrived.pop()).toEqual({ params, query, headers, cookies })
          await api.post('/drawings/:n', { params: n, body }).promise()
          expect(arrived.pop()).toEqual({ params: n, body })
        },
      ),
      { numRuns: 50 },
    ))

  it('what is left out is its default, none, or the empty list', async () => {
    await api
      .get('/things/:kind/:id/:name', {
        params: { kind: 'cat', id: '7c9e6679-7425-40de-944b-e07fc1f90ae7', name: 'Tom' },
        query: { ratio: -0.5, exact: false, text: '', owner: [], label: [], days: '' },
        headers: { 'x-count': 1, 'x-flags': '' },
        cookies: { visits: 0 },
      })
      .promise()
    expect(arrived.pop()).toEqual({
      params: { kind: 'cat', id: '7c9e6679-7425-40de-944b-e07fc1f90ae7', name: 'Tom' },
      query: {
        ...{ page: 1, size: undefined, ratio: -0.5, exact: false, order: 'asc', since: undefined },
        ...{ owner: [], label: [], days: [], text: '' },
      },
      headers: { 'x-count': 1, 'x-until': undefined, 'x-flags': [], 'x-note': 'none' },
      cookies: { visits: 0, theme: 'light' },
    })
  })
})

describe.each(['rest', 'http', '1.0'] as const)('over a socket, payload %s', (payload) => {
  it('what the client sends arrives decoded equal', async () => {
    const { url } = await serving(lambda(things), { payload })
    const api = apiOf(url)
    await everyPart(api, payload === 'rest', 3, 50)
    await body(api, 50)
  })
})
