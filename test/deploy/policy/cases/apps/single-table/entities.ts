export interface EntityDefinition<A> {
  readonly table: string
  readonly pk: (entity: A) => string
  readonly sk: (entity: A) => string
  readonly indexes?: Readonly<Record<string, (entity: A) => string>>
}

export interface Player {
  readonly id: string
  readonly club: string
}

export interface Match {
  readonly id: string
  readonly players: ReadonlyArray<string>
}

const MAIN = process.env['MAIN_TABLE'] as string

export const entities = {
  player: {
    table: MAIN,
    pk: ({ id }: Player) => `PLAYER#${id}`,
    sk: () => 'PROFILE',
    indexes: { gsi1: ({ club }: Player) => `CLUB#${club}` },
  },
  match: {
    table: `${MAIN}-matches`,
    pk: ({ id }: Match) => `MATCH#${id}`,
    sk: ({ id }: Match) => id,
  },
} as const
