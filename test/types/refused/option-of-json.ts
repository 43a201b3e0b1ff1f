// expect: 'revive' does not exist in type 'JsonOptions'
import { json } from '../../../middleware/index.ts'

export const dated = json({ revive: (_key: string, value: unknown) => value })
