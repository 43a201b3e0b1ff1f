import { resource } from '../resource.ts'

export default resource('menus', { table: 'navigation', only: ['list'] })
