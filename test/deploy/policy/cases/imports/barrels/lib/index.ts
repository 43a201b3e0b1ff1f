export * as photos from './photos.ts'
export * from './everything.ts'
