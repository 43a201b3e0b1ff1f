import type { App } from 'calix'
import { router } from '../../../src/match.ts'
import { httpRoutesOf } from '../platform/http-api.ts'
import { byType, type Planned } from '../platform/resources.ts'
import { methodsOf } from '../platform/rest-api.ts'
import { httpChoice, METHODS, restChoice } from './choice.ts'
import { declaredGuard, type Guard, httpGuard, restGuard } from './guard.ts'

type Asked = (method: string, path: string) => Guard | undefined

/** What a request is to be asked: what the route asks that the app's own router chooses, but preflights are open. */
const wantedBy = (app: App, isEncoded: boolean): Asked => {
  const own = router(app.routes.list)
  return (method, path) => {
    const found = own.match(method, path, isEncoded)
    if (found.kind !== 'found') return []
    const { methods, middleware, authorizers } = found.route
    const around = [...middleware, ...app.middleware]
    const isPreflight =
      method === 'OPTIONS' &&
      !methods.includes('OPTIONS') &&
      around.some(({ preflight }) => preflight !== undefined)
    return isPreflight ? [] : declaredGuard(authorizers)
  }
}

const differing = (paths: ReadonlyArray<string>, wanted: Asked, got: Asked): ReadonlyArray<string> => {
  if (paths.length === 0) throw new Error('There are no paths to compare')
  return paths.flatMap((path) =>
    METHODS.flatMap((method) => {
      const [expected, actual] = [wanted(method, path), got(method, path)].map((guard) => guard?.join(' + '))
      return expected === actual ? [] : [`${method} ${path} asks '${actual}', not '${expected}'`]
    }),
  )
}

/** Where a REST API would ask something else of a request than the app's route does, or would not know it. */
export const restDifferences = (
  planned: Planned,
  app: App,
  paths: ReadonlyArray<string>,
): ReadonlyArray<string> => {
  const methods = methodsOf(planned)
  const resources = byType(planned, 'aws:apigateway/resource:Resource').map(({ outputs }) =>
    String(outputs.path),
  )
  return differing(paths, wantedBy(app, true), (method, path) => {
    const chosen = restChoice(methods, method, path, ['/', ...resources])
    return chosen && restGuard(chosen)
  })
}

/** Where an HTTP API would ask something else of a request than the app's route does. */
export const httpDifferences = (
  planned: Planned,
  app: App,
  paths: ReadonlyArray<string>,
): ReadonlyArray<string> => {
  const all = httpRoutesOf(planned)
  const others = all.find(({ routeKey }) => routeKey === '$default')
  const routes = all.flatMap((route) => {
    const [method, path] = route.routeKey.split(' ')
    return method === undefined || path === undefined ? [] : [{ ...route, method, path }]
  })
  return differing(paths, wantedBy(app, false), (method, path) => {
    const chosen = httpChoice(routes, method, path) ?? others
    return chosen && httpGuard(chosen)
  })
}
