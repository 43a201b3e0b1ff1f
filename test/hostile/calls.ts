import { Session } from 'node:inspector/promises'

/**
 * How many calls of the library's own functions something takes, by V8's precise coverage: work that is counted, so that
 * a slow machine changes nothing.
 *
 * @param inFile which of the library's files count, by a part of their path
 */
export const callsOf = async (inFile: string, run: () => Promise<unknown>): Promise<number> => {
  const session = new Session()
  session.connect()
  try {
    await session.post('Profiler.enable')
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
    await session.post('Profiler.takePreciseCoverage')
    await run()
    const { result } = await session.post('Profiler.takePreciseCoverage')
    return result
      .filter(({ url }) => url.includes(inFile) && !url.includes('node_modules'))
      .flatMap(({ functions }) => functions)
      .reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0)
  } finally {
    session.disconnect()
  }
}
