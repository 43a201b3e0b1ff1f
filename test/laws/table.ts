import { type Method, methods, type Path, type Routes, response, route } from 'calix'
import fc from 'fast-check'

/** A route as data: where it answers, and the name that its answers bear. */
export interface Row {
  readonly name: string
  readonly method: Method
  readonly path: Path
}

/** What tells routes apart: `GET /cities/:`; parameters differ by their place, not by their names. */
export const shapeOf = ({ method, path }: Pick<Row, 'method' | 'path'>): string =>
  `${method} ${path.replace(/:\w+/g, ':').replace(/\*\w+/g, '*')}`

/** The route of a row. Its answers say which route gave them, in a header too, for HEAD has no body. */
export const routeOf = ({ name, method, path }: Row): Routes =>
  route(methods([method], path), ({ params, route: template }) =>
    response({ name, template, params }, { headers: { 'x-route': name } }),
  )

// So few names that tables overlap: what a matcher gets wrong shows where routes compete.
const inner = fc.constantFrom('a', 'b', ':x', ':y')
const last = fc.constantFrom('a', 'b', ':z', '*rest')

/** A declared path of at most four segments, whose parameters are named apart. */
export const path: fc.Arbitrary<Path> = fc
  .tuple(fc.array(inner, { maxLength: 3 }), fc.option(last, { nil: undefined, freq: 8 }))
  .map(([segments, end]): Path => {
    const all = end === undefined ? segments : [...segments, end]
    return `/${all.map((each, index) => (/^[:*]/.test(each) ? `${each}${index}` : each)).join('/')}`
  })

/** Methods that share a path in every way there is: HEAD with GET, ANY with all. */
export const method: fc.Arbitrary<Method> = fc.constantFrom('GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'ANY')

/** A table of routes of which no two have the same method and shape. */
export const table = (maxLength = 12): fc.Arbitrary<ReadonlyArray<Row>> =>
  fc
    .uniqueArray(fc.record({ method, path }), { selector: shapeOf, maxLength })
    .map((rows) => rows.map((row, index) => ({ ...row, name: `r${index}` })))

/** A request that such tables are asked with. */
export interface Asked {
  readonly method: string
  readonly target: string
}

const asked = fc.array(fc.constantFrom('a', 'b', 'c', 'a', 'b', ''), { maxLength: 5 })

/** Requests for paths that such tables have, nearly have, and have not; empty segments and a trailing slash included. */
export const request: fc.Arbitrary<Asked> = fc.record({
  method: fc.constantFrom('GET', 'GET', 'POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE', 'BREW'),
  target: asked.map((segments) => `/${segments.join('/')}`),
})

export const requests = fc.array(request, { minLength: 1, maxLength: 6 })
