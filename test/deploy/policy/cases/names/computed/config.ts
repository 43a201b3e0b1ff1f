const parsed: { readonly table: string } = JSON.parse(process.env.NAMES_JSON ?? '{}')

export const config = { overrides: { table: 'override-table' }, parsed }

type Parsed<S> = { readonly [K in keyof S]: string }

export const parseEnvironment = <S extends Readonly<Record<string, (value: unknown) => unknown>>>(
  schema: S,
) => {
  const missing = Object.keys(schema).filter((name) => process.env[name] === undefined)
  if (missing.length > 0) throw new Error(`set ${missing.join(', ')}`)
  const entries = Object.keys(schema).map((name) => [name, process.env[name]] as const)
  return Object.fromEntries(entries) as Parsed<S>
}
