export type Next<A> = () => Promise<A>
export type Layer<C, A> = (context: C, next: Next<A>) => Promise<A>

export const onion =
  <C, A>(layers: ReadonlyArray<Layer<C, A>>, core: (context: C) => Promise<A>) =>
  (context: C): Promise<A> => {
    let last = -1
    const dispatch = (index: number): Promise<A> => {
      if (index <= last) return Promise.reject(new Error('next() was called twice'))
      last = index
      const layer = layers[index]
      return layer === undefined ? core(context) : layer(context, () => dispatch(index + 1))
    }
    return dispatch(0)
  }
