import { calix, environment } from 'calix'
import type { Environment } from './environment.ts'
import { photos } from './photos.ts'

export const app = calix({ name: 'album', environment: environment<Environment>() }, photos)
