import { get, put, route } from 'calix'
import { container } from '../container.mjs'

/** @param {(services: ReturnType<typeof container>, request: any) => unknown} handle */
const withServices = (handle) => (/** @type {any} */ request) => handle(container(), request)

export default [
  route(
    get('/polls/:id'),
    withServices(async ({ polls }, { params }) => (await polls.find(params.id)) ?? {}),
  ),
  route(
    put('/polls/:id'),
    withServices(({ polls }, { params, body }) => polls.create(params.id, body)),
  ),
]
