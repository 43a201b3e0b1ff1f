import { type AppGuard, appGuard, type GuardSettings } from './auth/guard.ts'
import { issuerKeys } from './auth/keys.ts'
import type { AuthSettings } from './auth/settings.ts'
import { guardNotes, unknownNotes } from './guard-notes.ts'
import type { Runtime } from './runtime.ts'

/** The guards of one server's code, one for each of its versions. */
export interface Guards {
  /** The guard before a version of the code; `undefined` where no app says who may call. */
  readonly of: (runtime: Runtime) => Promise<AppGuard | undefined>
}

/**
 * Guards, made when they are first asked for. What an authorizer has answered is forgotten with the code that has
 * answered it; keys of tokens outlive it.
 *
 * @param say told what cannot be checked on this machine, again only when it has changed
 */
export const guards = (
  settings: Pick<GuardSettings, 'gateway' | 'stage'> & { readonly auth: AuthSettings },
  say: (text: string) => void,
): Guards => {
  const { auth, gateway, stage } = settings
  const { mode = 'local' } = auth
  const keys = issuerKeys({ sources: auth.jwks ?? {} })
  const made = new WeakMap<Runtime, Promise<AppGuard | undefined>>()
  let said = ''

  const sayAnew = (notes: ReadonlyArray<string>): void => {
    const text = notes.join('\n')
    if (text !== said) for (const note of notes) say(note)
    said = text
  }

  const make = async ({ app }: Runtime): Promise<AppGuard | undefined> => {
    if (app === undefined) {
      sayAnew(unknownNotes(auth))
      return undefined
    }
    const guard = await appGuard(app, { gateway, stage, auth, keys, now: () => new Date() })
    sayAnew(guardNotes(app.outline, guard, mode, gateway))
    return guard
  }

  return {
    of: (runtime) => {
      const known = made.get(runtime) ?? make(runtime)
      made.set(runtime, known)
      return known
    },
  }
}
