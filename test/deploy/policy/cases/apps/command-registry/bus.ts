export type Handler<C = never, R = unknown> = (command: C) => Promise<R>

export class Bus {
  private readonly handlers = new Map<string, Handler>()

  register<C>(name: string, handler: Handler<C>): this {
    if (this.handlers.has(name)) throw new Error(`${name} is registered twice`)
    this.handlers.set(name, handler as Handler)
    return this
  }

  async execute(name: string, command: unknown): Promise<unknown> {
    const handler = this.handlers.get(name)
    if (handler === undefined) throw new Error(`Nothing handles ${name}`)
    return handler(command as never)
  }
}
