// What checking the types of an app of 200 routes costs, against the declarations that a build of the sources has:
// `node bench/types.ts`
import { type Consumer, consumer } from '../test/types/cost.ts'
import type { Shape } from '../test/types/many-routes.ts'
import { table } from './table.ts'

const RESOURCES = 50
const RUNS = 5
const BUDGET_PER_ROUTE = 100
const BUDGET_SECONDS = 0.3

const shapes: ReadonlyArray<Shape> = [false, true].flatMap((calls) =>
  (['flat', 'grouped'] as const).flatMap((routes) =>
    (['own', 'shared'] as const).map((codecs) => ({ codecs, routes, calls })),
  ),
)

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
  const most = Math.max(...rows.map(({ perRoute }) => perRoute))
  const slowest = Math.max(...rows.map(({ seconds }) => seconds))
  const isWithin = most <= BUDGET_PER_ROUTE && slowest <= BUDGET_SECONDS
  console.log(
    `${isWithin ? 'within' : 'OVER'} the budget of ${BUDGET_PER_ROUTE} instantiations a route and ${BUDGET_SECONDS} s: at most ${most}, and ${slowest.toFixed(2)} s`,
  )
  if (!isWithin) process.exitCode = 1
} finally {
  project.end()
}
