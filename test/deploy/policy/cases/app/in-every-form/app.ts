// @ts-nocheck Routes that are computed lose the types that tell them apart.
import {
  any,
  calix,
  del,
  get,
  head,
  methods,
  monoid,
  options,
  patch,
  post,
  prefix,
  put,
  route,
  routes,
  use,
} from 'calix'
import { concatAll } from 'fp-ts/Monoid'
import { flow, pipe } from 'fp-ts/function'
import * as reports from './reports.ts'
import { read } from './read.ts'

const PATHS = { constant: '/constant', joined: ['', 'joined', ':id'].join('/') } as const
const endpoint = get('/endpoint')

class Resource {
  static readonly show = route(get('/class/:id'), () => read('class'))
  list() {
    return route(get('/class'), this.#load)
  }
  #load = () => read('class-list')
}

const versioned = (version, kinds = ['a', 'b']) =>
  pipe(
    routes(...kinds.map((kind) => route(get(`/${kind}`), () => read(`${version}-${kind}`)))),
    prefix(`/${version}`),
  )

const withLog = use({ before: () => {} })
const guarded = flow(prefix('/guarded'), use({ after: async () => void (await read('guard')) }))

const reduced = [
  route(get('/reduced'), () => read('reduced')),
  route(put('/reduced'), () => read('reduced-put')),
].reduce((all, each) => routes(all, each), routes())

const folded = [route(get('/folded'), () => read('folded'))].reduce(monoid.concat, monoid.empty)

async function named() {
  return read('named')
}

const table = { 'GET /table': () => read('table'), 'DELETE /table': () => read('table-delete') }
const made = Object.entries(table).map(([key, handler]) => {
  const [method, path] = key.split(' ')
  return route(methods([method], path), handler)
})

const nested = pipe(
  routes(
    pipe(
      route(get('/inner/:x'), () => read('inner')),
      withLog,
    ),
    pipe(routes(route(post('/inner'), () => read('inner-post'))), prefix('/deeper/:y')),
  ),
  prefix('/outer'),
  withLog,
)

export const app = pipe(
  calix(
    { name: 'forms' },
    route(get(PATHS.constant), () => read('constant')),
    route(get(PATHS.joined), () => read('joined')),
    route(endpoint, () => read('endpoint')),
    route(head('/head'), () => read('head')),
    route(options('/options'), () => read('options')),
    route(patch('/patch'), named),
    route(any('/any/*rest'), () => read('any')),
    Resource.show,
    new Resource().list(),
    versioned('v1'),
    versioned('v2', ['c']),
    guarded(route(del('/thing'), () => read('thing'))),
    reduced,
    folded,
    concatAll(monoid)([nested, routes()]),
    ...made,
    ...Object.values(reports),
  ),
  withLog,
)
