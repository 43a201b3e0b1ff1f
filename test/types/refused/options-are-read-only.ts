// expect: Cannot assign to 'debug' because it is a read-only property
import { calix } from '../../../src/index.ts'

calix({}).options.debug = true
