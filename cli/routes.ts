import { routeTable } from '../local/console.ts'
import { entryName, locateEntry } from '../local/entry.ts'
import { LocalError } from '../local/runtime.ts'
import { readFlags, UsageError } from './flags.ts'

/**
 * `calix routes [entry]`: prints the routes of an app, a line each.
 * @throws LocalError when the entry exports no app
 */
export const routes = async (args: ReadonlyArray<string>): Promise<void> => {
  const [named = '', another] = readFlags(args, {}).words
  if (another !== undefined) throw new UsageError(`One entry at a time: '${another}' is one too many.`)
  const entry = locateEntry(named)
  const { liveCode } = await import('../local/reload.ts')
  const report = (text: string): void => console.error(text)
  const code = await liveCode(
    entry,
    { name: entryName(entry), stage: 'dev' },
    { gateway: 30_000, function: 60_000 },
    false,
    { restarting: () => {}, failed: report, report },
  )
  const known = code.current().routes
  await code.close()
  if (known.length === 0) {
    throw new LocalError(
      `${entryName(entry)} exports no app with routes: its handler is not made by lambda(app).`,
    )
  }
  console.log(routeTable(known))
}
