import { calix } from 'calix'
import menus from './resources/menus.ts'
import pages from './resources/pages.ts'
import tags from './resources/tags.ts'

const all = [pages, tags, menus] as const

export const app = calix({ name: 'cms' }, ...all)
