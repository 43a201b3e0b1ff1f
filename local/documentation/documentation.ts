import type { WireAnswer, WireRequest } from '../gateway/gateway.ts'
import { refusal } from '../refusal.ts'
import type { KnownRoute, Runtime } from '../runtime.ts'
import { documentPage, mistakesPage, POLICY } from './page.ts'
import { rapidoc } from './rapidoc.ts'
import { type Description, readWritten, type Written } from './written.ts'

/** Below which the server itself answers, and no app. */
const ROOT = '/__calix'

const isOwn = (path: string): boolean => path === ROOT || path.startsWith(`${ROOT}/`)

/** What is to be said at start of routes that nobody can reach here; nothing when there are none. */
export const shadowNote = ({ app, routes }: Pick<Runtime, 'app' | 'routes'>): string | undefined => {
  const hidden = routes.filter(({ path }) => isOwn(`${app?.basePath ?? ''}${path}`))
  if (hidden.length === 0) return undefined
  const list = hidden.map(({ method, path }: KnownRoute) => `${method} ${path}`).join(', ')
  return `Paths below ${ROOT} are this server's own, so here nobody can reach ${list}: choose another path, or try it deployed.`
}

const DOCUMENT = `${ROOT}/openapi.json`
const PAGE = `${ROOT}/docs`
const SCRIPT = `${ROOT}/rapidoc.js`

const answer = (
  status: number,
  type: string,
  body: string | Uint8Array,
  ...headers: ReadonlyArray<readonly [string, string]>
): WireAnswer => ({
  status,
  headers: [
    ['content-type', type],
    // The next request may meet other code.
    ['cache-control', 'no-store'],
    ['x-content-type-options', 'nosniff'],
    ...headers,
  ],
  body: typeof body === 'string' ? Buffer.from(body) : body,
})

const json = (written: Written): WireAnswer =>
  written.tag === 'Document'
    ? answer(200, 'application/json', JSON.stringify(written.document))
    : answer(500, 'application/json', JSON.stringify({ mistakes: written.mistakes }))

const titleOf = ({ app }: Runtime, { title }: Description): string => title ?? app?.outline.name ?? 'API'

/**
 * Answers what is asked of the server itself: the app's document and a page that shows it, each time of the latest code.
 *
 * @param runtime what has the app: asked for each request
 * @param description what the document says beside the app's routes
 * @returns nothing for what is the app's to answer
 */
export const documentation = (
  runtime: () => Runtime,
  description: Description,
): ((request: WireRequest) => Promise<WireAnswer> | undefined) => {
  const written = async (): Promise<Written> => readWritten(await runtime().document(description))
  const html = (status: number, text: string): WireAnswer =>
    answer(status, 'text/html; charset=utf-8', text, ['content-security-policy', POLICY])

  const answers: Readonly<Record<string, () => Promise<WireAnswer>>> = {
    [DOCUMENT]: async () => json(await written()),
    [PAGE]: async () => {
      const result = await written()
      return result.tag === 'Document'
        ? html(200, documentPage(titleOf(runtime(), description), DOCUMENT, SCRIPT))
        : html(500, mistakesPage(result.mistakes))
    },
    [SCRIPT]: async () => answer(200, 'text/javascript; charset=utf-8', await rapidoc()),
    [ROOT]: async () => answer(302, 'text/plain; charset=utf-8', '', ['location', PAGE]),
  }

  return ({ method, target }) => {
    const [path = ''] = target.split('?', 1)
    if (!isOwn(path)) return undefined
    const found = Object.hasOwn(answers, path) ? answers[path] : undefined
    if (found === undefined)
      return Promise.resolve(refusal(404, `There is ${PAGE} and ${DOCUMENT}, and no ${path}`))
    if (method !== 'GET' && method !== 'HEAD') {
      const { body, headers, status } = refusal(405, `${path} takes GET alone`)
      return Promise.resolve({ status, headers: [...headers, ['allow', 'GET, HEAD']], body })
    }
    return found().catch((error: unknown) => refusal(500, String(error)))
  }
}
