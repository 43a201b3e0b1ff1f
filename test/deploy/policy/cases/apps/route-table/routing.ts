import { type Method, methods, type Request, type Routes, route, routes } from 'calix'

export type Handler = (request: Request<Record<string, string>>) => unknown
export type Key = `${Method} /${string}`

export const table = (entries: Partial<Record<Key, Handler>>): Routes =>
  Object.entries(entries).reduce<Routes>((all, [key, handler]) => {
    const [method, path] = key.split(' ') as [Method, `/${string}`]
    return routes(all, route(methods([method], path as '/'), handler as never)) as Routes
  }, routes() as Routes)
