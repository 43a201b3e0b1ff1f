export { Parcels } from './parcels.mjs'
