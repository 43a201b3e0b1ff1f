/** A text of the request's, short enough for a message. */
export const excerpt = (text: string, most = 200): string =>
  text.length > most ? `${text.slice(0, most)}…` : text
