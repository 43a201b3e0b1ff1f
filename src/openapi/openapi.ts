import type { AnyApp } from '../app.ts'
import { outlineOf } from '../outline.ts'
import { showProblem } from '../schema/problem.ts'
import { jsonSchemas, type Schemas } from '../schema/schemas.ts'
import { errorComponents, PREFIX, referred } from './components.ts'
import { assertDescription, infoOf, type OpenApiDescription, serversOf, tagsOf } from './description.ts'
import type {
  OpenApiDocument,
  OpenApiOperation,
  OpenApiParameter,
  OpenApiPathItem,
  OpenApiRequestBody,
  OpenApiResponse,
} from './document.ts'
import { failuresOf } from './failures.ts'
import { OpenApiError } from './openapi-error.ts'
import { operationIds } from './operation-id.ts'
import { type Operation, operationsOf } from './operations.ts'
import { parametersOf } from './parameters.ts'
import { requestBodyOf } from './request-body.ts'
import { responsesOf, successesOf } from './responses.ts'
import { securityOf } from './security.ts'

/** What an operation's codecs say. */
interface Parts {
  readonly parameters: ReadonlyArray<OpenApiParameter>
  readonly requestBody: OpenApiRequestBody | undefined
  readonly successes: ReadonlyMap<number, OpenApiResponse>
}

const partsOf = (operation: Operation, schemas: Schemas, mistake: (text: string) => void): Parts => ({
  parameters: parametersOf(operation, schemas, mistake),
  requestBody: requestBodyOf(operation, schemas),
  successes: successesOf(operation, schemas),
})

const descriptionOf = ({ hides, route }: Operation): string | undefined => {
  const { description } = route.contract
  if (hides.length === 0) return description
  const note = `Longer paths are answered by ${hides.join(' and ')}.`
  return description === undefined ? note : `${description}\n\n${note}`
}

/** Members that say something: one that is absent or an empty list is left out. */
const present = <A extends object>(members: A): { readonly [K in keyof A]?: NonNullable<A[K]> } =>
  // What is left out is what the type says may be.
  Object.fromEntries(
    Object.entries(members).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ) as { readonly [K in keyof A]?: NonNullable<A[K]> }

const byPath = (
  all: ReadonlyArray<readonly [operation: Operation, documented: OpenApiOperation]>,
): { readonly [path: string]: OpenApiPathItem } =>
  Object.fromEntries(
    [...Map.groupBy(all, ([{ template }]) => template)].map(([template, group]) => [
      template,
      Object.fromEntries(group.map(([{ method }, documented]) => [method, documented])),
    ]),
  )

/**
 * The OpenAPI 3.1 document of an app, from its routes alone: none of them is run.
 *
 * @param description the version of the API, and what else the document is to say of it
 * @throws OpenApiError that lists everything that cannot be documented, such as each codec without a schema
 * @throws TypeError when the description has a member that there is not, or no version
 * @since 0.1.0
 * @example
 * const document = openapi(app, { version: '1.0.0' })
 * console.log(JSON.stringify(document, undefined, 2))
 */
export const openapi = (app: AnyApp, description: OpenApiDescription): OpenApiDocument => {
  assertDescription(description)
  const mistakes = new Set<string>()
  const mistake = (text: string): void => void mistakes.add(text)

  // How the app's errors look is asked below, where it may fail.
  const { errorShape: _, ...options } = app.options
  const { authorizers, routes } = outlineOf({ ...app, options })
  const guards = new Map(app.routes.list.map((route, index) => [route, routes[index]?.guard]))
  const security = securityOf(authorizers, [...guards.values()])
  const operations = operationsOf(app.routes.list)
  const ids = operationIds(operations, mistake)

  // Twice, since the best name for a codec's schema depends on all the places where it is used.
  const draft = jsonSchemas({ prefix: PREFIX })
  for (const each of operations) partsOf(each, draft, mistake)
  const schemas = jsonSchemas({ prefix: PREFIX, uses: draft.uses() })
  const parts = operations.map((operation) => ({ operation, ...partsOf(operation, schemas, mistake) }))
  for (const each of schemas.problems()) mistake(showProblem(each))

  const errors = errorComponents(app, Object.keys(schemas.named()), mistake)
  const documented = parts.map(({ operation, parameters, requestBody, successes }) => {
    const { route, where } = operation
    const { deprecated, summary, tags } = route.contract
    const guard = guards.get(route)
    const failures = failuresOf(route, app, guard, authorizers, (text) => mistake(`${where}: ${text}`))
    const said: OpenApiOperation = {
      operationId: ids.get(operation) ?? '',
      ...present({
        summary,
        description: descriptionOf(operation),
        tags,
        deprecated,
        parameters,
        requestBody,
      }),
      responses: responsesOf(operation, successes, failures, errors.bodyOf),
      ...present({ security: security.of(guard) }),
    }
    return [operation, said] as const
  })
  if (mistakes.size > 0) throw new OpenApiError([...mistakes])

  const paths = byPath(documented)
  const named = referred(paths, { ...schemas.named(), ...errors.named() })
  return {
    openapi: '3.1.1',
    info: infoOf(description, app.options),
    servers: serversOf(description, app.options),
    paths,
    components: {
      schemas: named,
      ...(Object.keys(security.schemes).length === 0 ? {} : { securitySchemes: security.schemes }),
    },
    ...present({
      tags: tagsOf(
        description,
        documented.map(([, each]) => each),
      ),
    }),
  }
}
