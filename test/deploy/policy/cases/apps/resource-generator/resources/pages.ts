import { resource } from '../resource.ts'

export default resource('pages', { ownerIndex: 'owner', only: ['read', 'write', 'list'] })
