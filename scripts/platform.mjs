// Runs before `npm test`, on whatever Node the machine has: lays SST's platform, the TypeScript sources of its
// components and Pulumi's SDK, under .sst/platform, at the version of the installed `sst`. The plan and deploy tests run it.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), '..')
const state = join(root, '.sst')
const platform = join(state, 'platform')

const fail = (reason) => {
  console.error(`The SST platform could not be laid in ${platform}: ${reason}`)
  process.exit(1)
}

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined)

const sst = read(join(root, 'node_modules/sst/package.json'))
if (sst === undefined) fail("the package 'sst' is not installed. Run 'npm ci'.")
const { version } = JSON.parse(sst)

const isComplete =
  read(join(platform, 'version')) === version &&
  existsSync(join(platform, 'node_modules/.package-lock.json')) &&
  existsSync(join(state, 'provider-lock.json'))

if (!isComplete) {
  console.log(`Laying the SST ${version} platform (about a minute, once) …`)
  const extension = process.platform === 'win32' ? '.exe' : ''
  const binary = join(root, `node_modules/sst-${process.platform}-${process.arch}/bin/sst${extension}`)
  if (!existsSync(binary)) fail(`there is no ${binary}. Does SST support this machine? Run 'npm ci'.`)
  mkdirSync(state, { recursive: true })
  // Laid aside and moved into place when it is whole, so that an interrupted run leaves nothing half-laid.
  const aside = mkdtempSync(join(state, 'laying-'))
  try {
    writeFileSync(
      join(aside, 'sst.config.ts'),
      "export default $config({ app: () => ({ name: 'platform', home: 'aws' }), run: async () => {} })\n",
    )
    const { status, error, stdout, stderr } = spawnSync(binary, ['install'], {
      cwd: aside,
      encoding: 'utf8',
      env: {
        ...process.env,
        SST_SKIP_DEPENDENCY_CHECK: '1',
        SST_TELEMETRY_DISABLED: '1',
        NO_BUN: '1',
        SST_STAGE: 'prod',
        AWS_ACCESS_KEY_ID: 'test',
        AWS_SECRET_ACCESS_KEY: 'test',
        AWS_REGION: 'us-east-1',
      },
    })
    const log = () => read(join(aside, '.sst/log/sst.log'))?.split('\n').slice(-5).join('\n') ?? ''
    if (error !== undefined) throw error
    if (status !== 0) throw new Error(`'sst install' ended with ${status}.\n${stdout}${stderr}${log()}`)
    const laid = join(aside, '.sst')
    if (!existsSync(join(laid, 'platform/node_modules/.package-lock.json'))) {
      throw new Error(
        `'sst install' left no packages. Is the package registry reachable?\n${stdout}${stderr}${log()}`,
      )
    }
    rmSync(platform, { recursive: true, force: true })
    renameSync(join(laid, 'platform'), platform)
    renameSync(join(laid, 'provider-lock.json'), join(state, 'provider-lock.json'))
  } catch (error) {
    rmSync(aside, { recursive: true, force: true })
    fail(error instanceof Error ? error.message : String(error))
  }
  rmSync(aside, { recursive: true, force: true })
}
