export type Environment = 'dev' | 'staging' | 'prod'

const environments: ReadonlyArray<Environment> = ['dev', 'staging', 'prod']

const environment = (): Environment => {
  const { APP_ENV: name = 'dev' } = process.env
  const found = environments.find((each) => each === name)
  if (found === undefined) throw new Error(`APP_ENV is ${name}, not one of ${environments.join(', ')}`)
  return found
}

export const config = (() => {
  const env = environment()
  const named = (what: string) => `shop-${env}-${what}`
  return {
    env,
    bus: `shop-${env}`,
    tables: { orders: named('orders'), products: named('products') },
  }
})()

export type Config = typeof config
