import { mkdirSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { expect, test } from 'vitest'
import { calixLocal } from './support/command.ts'
import { project, saying } from './support/project.ts'

const RESTARTING = 'Restarting local dev server.'

const get = async (url: string): Promise<string> => (await fetch(url)).text()

/** Asks until the answer is this. */
const becomes = (url: string, text: string): Promise<void> =>
  expect.poll(() => get(url), { timeout: 10_000, interval: 20 }).toBe(text)

const count = (text: string, part: string): number => text.split(part).length - 1

test('a change in the entry, or in a file that it imports, reaches new requests', async () => {
  const { root, save, write } = project({
    'app.ts': `import { text } from './lib/text.ts'
      export const handler = async () => ({ statusCode: 200, body: text })`,
    'lib/text.ts': `export const text: string = 'one'`,
  })
  const { out, url } = await calixLocal(root)
  expect(await get(url)).toBe('one')
  write('lib/text.ts', `export const text: string = 'two'`)
  await becomes(url, 'two')
  save('lib/text.ts', `export const text: string = 'three'`)
  await becomes(url, 'three')
  write('app.ts', saying('four'))
  await becomes(url, 'four')
  expect(count(out(), RESTARTING)).toBe(3)
})

test('a touch, an editor’s other files, and a file that is not imported restart nothing', async () => {
  const { out, path, root, url, write } = await (async () => {
    const files = project({ 'app.ts': saying('one') })
    return { ...files, ...(await calixLocal(files.root)) }
  })()
  utimesSync(path('app.ts'), new Date(), new Date())
  write('app.ts', saying('one'))
  write('.app.ts.swp', 'swap')
  write('4913', '')
  write('app.ts~', saying('backup'))
  write('other.ts', saying('other'))
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(out()).not.toContain(RESTARTING)
  write('app.ts', saying('two'))
  await becomes(url, 'two')
  expect(count(out(), RESTARTING)).toBe(1)
  expect(root).not.toBe('')
})

test('code that does not build prints file, line and frame, and the last good version goes on', async () => {
  const { root, write } = project({ 'app.ts': saying('one') })
  const { err, out, url } = await calixLocal(root)
  write('app.ts', 'export const fine = 1\nexport const handler = async ( => {')
  await expect.poll(err).toContain('app.ts:2:')
  expect(err()).toContain('export const handler = async ( => {')
  expect(await get(url)).toBe('one')
  write(
    'app.ts',
    `import { text } from './missing.ts'\nexport const handler = async () => ({ statusCode: 200, body: text })`,
  )
  await expect.poll(err).toContain('Could not resolve "./missing.ts"')
  expect(await get(url)).toBe('one')
  expect(out()).not.toContain(RESTARTING)
  write('missing.ts', `export const text = 'found'`)
  await becomes(url, 'found')
})

test('code that does not load is reported, and the last good version goes on', async () => {
  const { root, write } = project({ 'app.ts': saying('one') })
  const { err, url } = await calixLocal(root)
  write('app.ts', `${saying('two')}\nthrow new TypeError('at the top')`)
  await expect.poll(err).toMatch(/TypeError: at the top\n\s+at .*app\.ts:4:7/)
  expect(await get(url)).toBe('one')
  write('app.ts', 'export const nothing = 1')
  await expect.poll(err).toContain('app.ts exports no app and no handler')
  expect(await get(url)).toBe('one')
  write('app.ts', saying('three'))
  await becomes(url, 'three')
})

test('code that never finishes loading holds up neither what is saved after it nor the end', async () => {
  const { root, write } = project({ 'app.ts': saying('one') })
  const { child, ended, err, out, url } = await calixLocal(root)
  const endless = `${saying('two')}\nfor (;;) {}`
  write('app.ts', endless)
  await expect.poll(() => count(out(), RESTARTING)).toBe(1)
  write('app.ts', saying('three'))
  await becomes(url, 'three')
  write('app.ts', endless)
  await expect.poll(() => count(out(), RESTARTING)).toBe(3)
  child.kill('SIGINT')
  expect(await ended).toBe(0)
  // Neither has waited for the time limit of loading.
  expect(err()).not.toContain('did not finish loading')
})

test('a folder that is replaced, as a checkout does, is followed', async () => {
  const { path, root, write } = project({
    'app.ts': `import { text } from './lib/text.ts'
      export const handler = async () => ({ statusCode: 200, body: text })`,
    'lib/text.ts': `export const text = 'one'`,
  })
  const { url } = await calixLocal(root)
  mkdirSync(path('next'))
  write('next/text.ts', `export const text = 'two'`)
  rmSync(path('lib'), { recursive: true })
  renameSync(path('next'), path('lib'))
  await becomes(url, 'two')
  write('lib/text.ts', `export const text = 'three'`)
  await becomes(url, 'three')
})

test('requests in flight finish on the old code while new ones get the new', async () => {
  const slow = (text: string): string => `
    export const handler = async (event: { path: string }) => {
      if (event.path === '/slow') await new Promise((resolve) => setTimeout(resolve, 1500))
      return { statusCode: 200, body: '${text}' }
    }`
  const { root, write } = project({ 'app.ts': slow('old') })
  const { url } = await calixLocal(root)
  let done = false
  const inFlight = get(`${url}/slow`).finally(() => {
    done = true
  })
  write('app.ts', slow('new'))
  await becomes(url, 'new')
  expect(done).toBe(false)
  expect(await inFlight).toBe('old')
})

test('--no-autoreload follows nothing', async () => {
  const { root, write } = project({ 'app.ts': saying('one') })
  const { out, url } = await calixLocal(root, '--no-autoreload')
  write('app.ts', saying('two'))
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await get(url)).toBe('one')
  expect(out()).not.toContain(RESTARTING)
})

test('20 reloads under 200 requests a second lose none', async () => {
  const { root, save } = project({ 'app.ts': saying('0') })
  const { out, url } = await calixLocal(root)
  const answers: Array<Promise<number>> = []
  const start = performance.now()
  const asking = setInterval(() => {
    // As many as are due: a timer that comes late asks for those that it missed.
    while (answers.length < (performance.now() - start) / 5) {
      const asked = fetch(url).then(async (answer) => {
        await answer.text()
        return answer.status
      })
      answers.push(asked.catch(() => 0))
    }
  }, 5)
  try {
    for (let version = 1; version <= 20; version += 1) {
      save('app.ts', saying(String(version)))
      await becomes(url, String(version))
    }
  } finally {
    clearInterval(asking)
  }
  const statuses = await Promise.all(answers)
  console.log(`${statuses.length} requests during 20 reloads`)
  expect(count(out(), RESTARTING)).toBe(20)
  expect(statuses.length).toBeGreaterThan(100)
  expect(statuses.filter((status) => status !== 200)).toEqual([])
})

test('an entry that is deleted is reported, and comes back', async () => {
  const { path, root, write } = project({ 'app.ts': saying('one') })
  const { err, url } = await calixLocal(root)
  rmSync(path('app.ts'))
  await expect.poll(err).toBe('app.ts is gone.\n')
  expect(await get(url)).toBe('one')
  write('app.ts', saying('two'))
  await becomes(url, 'two')
})
