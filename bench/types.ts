// What checking the types of an app of 200 routes costs, against the declarations that a build of the sources has:
// `node bench/types.ts`
import { type Consumer, consumer } from '../test/types/cost.ts'
import type { Shape } from '../test/types/many-routes.ts'
import { table } from './table.ts'

const RESOURCES = 50
const RUNS = 5
const BUDGET_PER_ROUTE = 100
const BUDGET_SECONDS = 0.3

const shapes: ReadonlyArray<Shape> = [
  { codecs: 'own', routes: 'none', calls: false },
  ...[false, true].flatMap((calls) =>
    (['flat', 'grouped'] as const).flatMap((routes) =>
      (['shared', 'own'] as const).map((codecs) => ({ codecs, routes, calls })),
    ),
  ),
]

/** The least of some runs: whatever else the machine does only adds to it. */
const secondsOf = ({ check }: Consumer, shape: Shape): number =>
  Math.min(...Array.from({ length: RUNS }, () => check('TypeScript 7', RESOURCES, shape).seconds))

const project = consumer()
try {
  const rows = shapes.map((shape) => ({
    shape,
    perRoute: project.perRoute('TypeScript 7', shape),
    all: project.check('TypeScript 7', RESOURCES, shape).instantiations,
    seconds: secondsOf(project, shape),
  }))
  console.log(
    table(
      ['200 routes', 'codecs', 'client', 'a route more', 'all', 'checking'],
      rows.map(({ all, perRoute, seconds, shape }) => [
        shape.routes,
        shape.codecs,
        shape.calls ? 'calls each' : 'none',
        String(perRoute),
        String(all),
        `${seconds.toFixed(2)} s`,
      ]),
    ),
  )
  // A client's calls are not part of a route, and its codec is io-ts's: the first row is what that costs without calix.
  const [route] = rows.filter(({ shape }) => shape.routes === 'flat')
  const slowest = Math.max(...rows.map(({ seconds }) => seconds))
  const isWithin = route !== undefined && route.perRoute <= BUDGET_PER_ROUTE && slowest <= BUDGET_SECONDS
  console.log(
    `${isWithin ? 'within' : 'OVER'} the budget of ${BUDGET_PER_ROUTE} instantiations for a route whose codec is there already, and of ${BUDGET_SECONDS} s: ${route?.perRoute}, and at most ${slowest.toFixed(2)} s`,
  )
  if (!isWithin) process.exitCode = 1
} finally {
  project.end()
}
