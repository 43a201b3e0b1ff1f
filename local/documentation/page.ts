const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '')

const page = (title: string, head: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>${escaped(title)}</title>
${head}
</head>
<body>
${body}
</body>
</html>
`

/**
 * What the pages may do: everything is this server's own, and their styles stand in them.
 * https://www.w3.org/TR/CSP3/#csp-directives
 */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * The page that shows a document and sends requests.
 *
 * @param document the document's URL
 * @param script RapiDoc's: https://rapidocweb.com/api.html
 */
export const documentPage = (title: string, document: string, script: string): string =>
  page(
    title,
    `<script type="module" src="${escaped(script)}"></script>
<style>rapi-doc { width: 100%; height: 100vh } body { margin: 0 }</style>`,
    `<rapi-doc spec-url="${escaped(document)}" load-fonts="false" render-style="focused" schema-style="table"
  show-header="false" allow-spec-file-load="false" allow-spec-url-load="false" allow-server-selection="false" show-method-in-nav-bar="as-colored-text"
  regular-font="system-ui, sans-serif" mono-font="ui-monospace, monospace" theme="light"></rapi-doc>`,
  )

/** The page that says why there is no document. */
export const mistakesPage = (mistakes: ReadonlyArray<string>): string =>
  page(
    'No documentation yet',
    '<style>body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem } li { margin: .5rem 0; overflow-wrap: anywhere; white-space: pre-wrap }</style>',
    `<h1>No documentation yet</h1>
<p>This app cannot be documented as it is. Save a change and load the page again.</p>
<ul>
${mistakes.map((each) => `<li>${escaped(each)}</li>`).join('\n')}
</ul>`,
  )
