// @ts-nocheck
import { Parcels } from '@depot/domain'
import { events, labels, store } from '#wiring/production'

export const parcels = new Parcels({ events, labels, store })
