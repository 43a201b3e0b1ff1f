import { type Router, router } from './match.ts'
import type { Outline, OutlinedRoute } from './outline.ts'
import type { Declaration } from './routes.ts'

/** The app's own matching over its outline: whoever stands before the app must choose as the app does. */
export interface OutlineRouter extends Pick<Router, 'methodsOf'> {
  /** The route whose handler would run; `undefined` where none would. */
  readonly find: (method: string, path: string, isEncoded: boolean) => OutlinedRoute | undefined
}

/** A route for a router, which reads nothing but methods and paths. */
const declared = ({ methods, path }: OutlinedRoute): Declaration => ({
  methods,
  path,
  contract: {},
  handler: () => undefined,
  middleware: [],
})

/** The app's own matching over an outline. */
export const outlineRouter = ({ routes }: Outline): OutlineRouter => {
  const outlined = new Map(routes.map((route) => [declared(route), route]))
  const { match, methodsOf } = router([...outlined.keys()])
  return {
    methodsOf,
    find: (method, path, isEncoded) => {
      const found = match(method, path, isEncoded)
      return found.kind === 'found' ? outlined.get(found.route) : undefined
    },
  }
}
