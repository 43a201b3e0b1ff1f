/**
 * From where a codec is looked at, since what it has on the wire differs:
 *
 * - `input`: a JSON document that is decoded, such as the body of a request.
 * - `output`: a JSON document that is answered, which is what the codec encodes to.
 * - `form`: a record of texts that is decoded: a query, headers, cookies, a path's parameters, a urlencoded body.
 * - `parameter`: one text of such a record. As in OpenAPI, its schema is of what the text stands for.
 *
 * @since 0.1.0
 */
export type View = 'input' | 'output' | 'form' | 'parameter'

/** Where in a document a codec is, and how it is looked at. */
export interface Site {
  readonly view: View
  /** What the document's author knows it by: `POST /users body`. */
  readonly where: string
  /** The way from there, in words: `items`, `[]`. */
  readonly path: ReadonlyArray<string>
  /** Whether a name may come more than once, and counts as a list of one where it does not: as in a query. */
  readonly repeats?: boolean
}

/** A place within another. */
export const inside = (site: Site, step: string, view: View = site.view): Site => ({
  view,
  where: site.where,
  path: [...site.path, step],
  // A value under a name may be a list; what is in that list is one text.
  ...(site.repeats === true && site.view === 'form' && { repeats: true }),
})
