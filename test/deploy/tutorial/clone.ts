import { cpSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type SstProject, sstProject } from '../platform/project.ts'

const repository = join(import.meta.dirname, '../../..')

/** What a fresh clone has not, beside what is linked; and what tests may be writing meanwhile, which deploys nothing. */
const NOT_CLONED = new Set([
  ...['node_modules', 'dist', 'coverage', '.git', '.sst', '.calix', 'sst-env.d.ts'],
  ...['test', 'bench', 'docs'],
])

/** The repository as a fresh clone has it, with the real `sst.config.ts`; nothing is written into the repository itself. */
export const clone = (): SstProject => {
  const project = sstProject({})
  for (const name of readdirSync(repository))
    if (!NOT_CLONED.has(name)) cpSync(join(repository, name), join(project.root, name), { recursive: true })
  return project
}
