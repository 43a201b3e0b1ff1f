import type { Placeholder } from './policy/placeholder.ts'

const PSEUDO = { partition: 'Partition', region: 'Region', account: 'AccountId' } as const

/** A placeholder as it is written in a resource. */
export const placeholderText = (placeholder: Placeholder): string =>
  placeholder.kind === 'link'
    ? `\${Resource.${placeholder.name}.${placeholder.property}}`
    : `\${AWS::${PSEUDO[placeholder.kind]}}`
