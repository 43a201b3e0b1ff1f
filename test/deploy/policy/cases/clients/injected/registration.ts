import type { Repository } from './repository.ts'

interface Mailer {
  welcome(mail: string): Promise<void>
}

export class Registration<A extends { readonly id: string; readonly mail: string }> {
  private readonly users: Repository<A>
  private readonly mailer: Mailer

  constructor(users: Repository<A>, mailer: Mailer) {
    this.users = users
    this.mailer = mailer
  }

  register = async (user: A): Promise<A> => {
    const saved = await this.users.save(user)
    await this.mailer.welcome(user.mail)
    return saved
  }
}
