import fc from 'fast-check'

// What means something in a URL, in a declared path or to a decoder: drawn at random, it would hardly ever come.
const SIGNS = [
  '/',
  '?',
  '#',
  '%',
  '%2F',
  '%25',
  '+',
  ' ',
  '.',
  '..',
  ':',
  '*',
  '&',
  ';',
  '\\',
  '{',
  '\0',
  '\n',
  'é',
  '🐢',
]

/** Any text that UTF-8 can write: every code point but lone surrogates, which no URL carries. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...SIGNS),
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.string({ unit: 'binary-ascii', maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text !== '')

const isDots = (text: string): boolean => text === '.' || text === '..'

/** What a client can send as one segment of a path: anything but nothing, `.` and `..` (RFC 3986 §5.2.4). */
export const anySegment = anyText.filter((text) => !isDots(text))

/** The same without a `/`, which a gateway that decodes paths cannot tell from the border of a segment. */
export const plainSegment = anySegment
  .map((text) => text.replaceAll('/', ''))
  .filter((text) => text !== '' && !isDots(text))

/** A literal segment of a declared path. */
export const literal = plainSegment
  .map((text) => text.replace(/^[:*]+/, '').replace(/[?#%{<]/g, ''))
  .filter((text) => text !== '' && !isDots(text) && !/^[:*]/.test(text))
