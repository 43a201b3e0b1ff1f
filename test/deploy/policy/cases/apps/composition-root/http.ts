import { del, get, put, route, routes } from 'calix'
import type { Deps } from './ports.ts'
import { makeForgetUser, makeReadProfile, makeSaveProfile } from './use-cases/profile.ts'

export const makeRoutes = (deps: Deps) => {
  const useCases = {
    read: makeReadProfile(deps),
    save: makeSaveProfile(deps),
    forget: makeForgetUser(deps),
  }
  return routes(
    route(get('/users/:id/profile'), ({ params }) => useCases.read(params.id)),
    route(put('/users/:id/profile'), ({ params, body }) =>
      useCases.save(params.id, (body ?? {}) as Record<string, unknown>),
    ),
    route(del('/users/:id'), ({ params }) => useCases.forget(params.id)),
  )
}
