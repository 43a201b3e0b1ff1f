// @ts-nocheck
import { eventBus, keyValue, objects } from '@depot/aws-kit'
import { naming } from '@depot/aws-kit/naming'

export const store = keyValue(naming.table('parcels'))
export const labels = objects(naming.bucket('labels'), { prefix: 'pdf' })
export const events = eventBus(naming.bus('depot'), 'depot.parcels')
