import { get, type Params, post, printPath, type Request, route } from '../../../src/index.ts'
import { holds, type Same } from './claim.ts'

// Parameters come from the path.
holds<Same<keyof Params<'/'>, never>>()
holds<Same<keyof Params<'/cities'>, never>>()
holds<Same<Params<'/cities/:city'>, { readonly city: string }>>()
holds<Same<Params<'/:a/b/:c'>, { readonly a: string; readonly c: string }>>()
holds<Same<Params<'/files/*path'>, { readonly path: string }>>()
holds<Same<Params<'/:bucket/*key'>, { readonly bucket: string; readonly key: string }>>()
holds<Same<Params<string>, { readonly [name: string]: string }>>()

export const twice = route(get('/:a/b/*c'), ({ params }) => {
  holds<Same<typeof params, Params<'/:a/b/*c'>>>()
  const { a, c }: { a: string; c: string } = params
  return a + c
})

// Handlers may be declared apart from their routes.
const byId = ({ params }: Request<{ readonly id: string }>) => params.id
export const one = route(get('/things/:id'), byId)
export const other = route(get('/things/:id/parts/:part'), byId)
export const any = route(post('/things'), (request: Request<unknown>) => request.toJSON())

// Paths are printed from the parameters that they have.
export const path: string = printPath('/cities/:city', { city: 'são paulo' })
export const rest: string = printPath('/files/*path', { path: 'a/b' })
export const root: string = printPath('/', {})

// An endpoint's path is the very path that it was made of.
export const seattle = printPath(get('/cities/:city').path, { city: 'seattle' })
