import { SST_TSCONFIG, TSCONFIG } from './compiler.ts'
import { manifest } from './manifest.ts'
import { readme } from './readme.ts'
import { APP_TEST, app, sstConfig } from './sources.ts'
import type { Toolchain } from './toolchain.ts'

/** The files of a new project: each one's text, by its name. */
export const projectFiles = (name: string, toolchain: Toolchain): Readonly<Record<string, string>> => ({
  '.gitignore': ['node_modules/', '.sst/', 'calix.local.json', ''].join('\n'),
  'README.md': readme(name),
  'app.test.ts': APP_TEST,
  'app.ts': app(name),
  'package.json': manifest(name, toolchain),
  'sst.config.ts': sstConfig(name),
  'tsconfig.json': TSCONFIG,
  'tsconfig.sst.json': SST_TSCONFIG,
})
