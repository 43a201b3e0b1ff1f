import type { Routes } from 'calix'

export interface PluginContext {
  readonly logger: Pick<Console, 'info'>
  readonly prefix: string
}

export interface Plugin {
  readonly name: string
  readonly routes?: (context: PluginContext) => ReadonlyArray<Routes>
  readonly check?: () => Promise<unknown>
  readonly onRequest?: (path: string) => Promise<void> | void
}

export const definePlugin = <const P extends Plugin>(plugin: P): P => plugin

export class Host {
  readonly plugins: ReadonlyArray<Plugin>

  constructor(...plugins: ReadonlyArray<Plugin | false>) {
    this.plugins = plugins.filter((each): each is Plugin => each !== false)
  }

  routes(context: PluginContext): ReadonlyArray<Routes> {
    return this.plugins.flatMap((plugin) => plugin.routes?.(context) ?? [])
  }

  async health(): Promise<Record<string, string>> {
    const checks = this.plugins.map(async ({ name, check }) => {
      if (check === undefined) return [name, 'unchecked'] as const
      return check().then(
        () => [name, 'up'] as const,
        () => [name, 'down'] as const,
      )
    })
    return Object.fromEntries(await Promise.all(checks))
  }

  before = async (path: string): Promise<void> => {
    for (const { onRequest } of this.plugins) await onRequest?.(path)
  }
}
