// Runs before `npm start` and `npm test`, on whatever Node the machine has: installs when the lockfile asks for more
// than is there. Everything after it runs on the Node that the installation brings.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')

const versions = (file) => {
  const { packages } = JSON.parse(readFileSync(join(root, file), 'utf8'))
  return new Map(Object.entries(packages).filter(([path]) => path !== ''))
}

const isComplete = () => {
  const installed = 'node_modules/.package-lock.json'
  if (!existsSync(join(root, installed))) return false
  const present = versions(installed)
  for (const [path, wanted] of versions('package-lock.json')) {
    if (!wanted.optional && present.get(path)?.version !== wanted.version) return false
  }
  return true
}

if (!isComplete()) {
  console.log('Installing what is missing …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  process.exit(status ?? 1)
}
