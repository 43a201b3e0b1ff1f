import { parsePath } from '../../../src/path.ts'

/** What a gateway has at a path template for a method: `GET`, or `ANY` for those that are not named. */
export interface Choosable {
  readonly method: string
  /** Such as `/cities/{city}` or `/{proxy+}`. */
  readonly path: string
}

const segmentsOf = (path: string): ReadonlyArray<string> => (path === '/' ? [] : path.slice(1).split('/'))

/** How little a segment says: literals, then parameters, then rests. */
const openness = (segment: string): number => (segment.endsWith('+}') ? 2 : segment.startsWith('{') ? 1 : 0)

const takes = (template: string, path: string): boolean => {
  const [wanted, given] = [segmentsOf(template), segmentsOf(path)]
  const isGreedy = openness(wanted.at(-1) ?? '') === 2
  return (
    (isGreedy ? given.length >= wanted.length : given.length === wanted.length) &&
    wanted.every((segment, index) => openness(segment) > 0 || segment === given[index])
  )
}

const bySpecificity = (a: string, b: string): number => {
  const [left, right] = [segmentsOf(a), segmentsOf(b)]
  const index = left.findIndex((segment, at) => openness(segment) !== openness(right[at] ?? segment))
  return index < 0 ? 0 : openness(left[index] ?? '') - openness(right[index] ?? '')
}

/** The templates that take a path, the most specific one first. */
export const templatesFor = (templates: Iterable<string>, path: string): ReadonlyArray<string> =>
  [...new Set(templates)].filter((template) => takes(template, path)).sort(bySpecificity)

const at = <A extends Choosable>(all: ReadonlyArray<A>, method: string, path: string): A | undefined =>
  all.find((each) => each.path === path && each.method === method) ??
  all.find((each) => each.path === path && each.method === 'ANY')

/**
 * The method of a REST API that a request comes to: the resource is chosen by the path alone, the most specific one, and
 * the method at that resource; there is none where API Gateway would answer 403.
 *
 * @param resources the paths of all resources, where some have no method
 */
export const restChoice = <A extends Choosable>(
  all: ReadonlyArray<A>,
  method: string,
  path: string,
  resources: Iterable<string> = all.map((each) => each.path),
): A | undefined => {
  const [template] = templatesFor(resources, path)
  return template === undefined ? undefined : at(all, method, template)
}

/**
 * The route of an HTTP API that a request comes to, method and path together; there is none where `$default` answers.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export const httpChoice = <A extends Choosable>(
  all: ReadonlyArray<A>,
  method: string,
  path: string,
): A | undefined =>
  templatesFor(
    all.map((each) => each.path),
    path,
  )
    .map((template) => at(all, method, template))
    .find((found) => found !== undefined)

/** Paths that look like a route's: every parameter and rest is each of some texts, a rest is longer as well. */
export const pathsLike = (path: string, texts: ReadonlyArray<string>): ReadonlyArray<string> =>
  parsePath(path)
    .reduce<ReadonlyArray<string>>(
      (paths, segment) =>
        paths.flatMap((before) => {
          if (segment.kind === 'literal') return [`${before}/${segment.text}`]
          const one = texts.map((text) => `${before}/${text}`)
          return segment.kind === 'param' ? one : [...one, ...one.map((each) => `${each}/${texts[0]}/z`)]
        }),
      [''],
    )
    .map((each) => each || '/')

/** Every method that API Gateway tells apart. */
export const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
