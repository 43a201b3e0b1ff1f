const names = ['MEDIA_BUCKET', 'DERIVED_BUCKET', 'CATALOG_TABLE'] as const
type Name = (typeof names)[number]

export const config = Object.fromEntries(names.map((name) => [name, process.env[name] ?? ''])) as Record<
  Name,
  string
>
