import { connect } from './connections.ts'

type Loaded<A, B> = { readonly default: (argument: A) => B }

export const lazy =
  <A, B>(load: () => Promise<Loaded<A, B>>) =>
  async (argument: A): Promise<Awaited<B>> => {
    const [{ default: handle }] = await Promise.all([load(), connect()])
    return await handle(argument)
  }
