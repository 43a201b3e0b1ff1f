import { NotFoundError } from 'calix'
import type { Deps } from '../ports.ts'

export const makeReadProfile =
  ({ profiles }: Pick<Deps, 'profiles'>) =>
  async (userId: string) => {
    const profile = await profiles.load(userId)
    if (profile === undefined) throw new NotFoundError('No such profile')
    return profile
  }

export const makeSaveProfile =
  ({ profiles, audit }: Deps) =>
  async (userId: string, profile: Record<string, unknown>) => {
    await profiles.store(userId, profile)
    await audit.note({ userId, what: 'saved' })
    return { saved: true }
  }

export const makeForgetUser = (deps: Deps) => {
  const { audit, mailer, profiles } = deps
  return async (userId: string) => {
    const profile = await profiles.load(userId)
    if (typeof profile?.email === 'string') await mailer.send(profile.email, 'Goodbye', 'We forgot you.')
    await profiles.drop(userId)
    await audit.note({ userId, what: 'forgotten' })
    return null
  }
}
