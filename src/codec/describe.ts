import type { Codec } from '../codec.ts'
import { assertOptions } from '../options.ts'
import { isIoType } from './io-type.ts'
import { type About, MEANING, type Meant } from './meaning.ts'
import { extended } from './standard.ts'

const ABOUT = ['schema', 'name', 'title', 'description', 'examples', 'deprecated']

/**
 * A codec with what documents say of it. It decodes as before, and the one that is given stays as it is. A `schema` takes
 * the place of the one that would be derived: needed for codecs that have none, such as a refinement of one's own.
 *
 * @throws TypeError for something that cannot be said, and for a name that a document cannot refer to.
 * @since 0.1.0
 * @example
 * const Email = describe(t.refinement(t.string, isEmail, 'Email'), { schema: { type: 'string', format: 'email' } })
 * const User = describe(t.type({ email: Email }), { name: 'User', description: 'Who may log in.' })
 */
export const describe = <C extends Codec>(codec: C, about: About): C => {
  assertOptions('describe(…)', about, ABOUT)
  const { name } = about
  if (name !== undefined && !/^[\w.-]+$/.test(name))
    throw new TypeError(
      `describe(…): '${name}' is no name that a document can refer to; use letters, digits, '.', '_' and '-'`,
    )
  const meant: Meant = { [MEANING]: { kind: 'described', codec, about } }
  if (isIoType(codec)) return extended(codec, name === undefined ? meant : { ...meant, name })
  // A Standard Schema may be a function, or have fields that a copy would lose; what stands before it has them all.
  return new Proxy(codec, {
    get: (target, key) => (key === MEANING ? meant[MEANING] : Reflect.get(target, key)),
    has: (target, key) => key === MEANING || Reflect.has(target, key),
  })
}
