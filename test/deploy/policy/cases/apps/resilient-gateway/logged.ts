export const logged = <A extends object>(name: string, target: A): A =>
  new Proxy(target, {
    get(of, property, receiver) {
      const value: unknown = Reflect.get(of, property, receiver)
      if (typeof value !== 'function') return value
      return (...args: ReadonlyArray<unknown>) => {
        console.debug(`${name}.${String(property)}`)
        return Reflect.apply(value, of, args)
      }
    },
  })
