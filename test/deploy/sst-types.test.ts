import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { COMPILERS, check } from '../types/compiler.ts'
import { appsProject, configText } from './apps/project.ts'
import { missingPlatform, type SstProject } from './platform/project.ts'

const missing = missingPlatform()
if (missing !== undefined) console.log(`The types of SST are not tried: ${missing}.`)

const tsc = COMPILERS['TypeScript 7']
const tsconfig = join(import.meta.dirname, 'sst.tsconfig.json')

// What is wrong here is wrong in SST's own types: deploy/ knows of them only what it declares itself.
const WRONG = {
  "new sst.aws.Function('F', { handler: 5 })": "'number' is not assignable to type",
  "new sst.aws.ApiGatewayV1('A').routeIntegration('GET /')": 'Expected 2-3 arguments',
  "await deploy((await import('./open.ts')).app, 'open.handler', { lambdaMemory: 5 })": "'lambdaMemory'",
}

describe.skipIf(missing !== undefined)('SST’s own types', () => {
  const projects: SstProject[] = []
  afterAll(() => {
    for (const { remove } of projects) remove()
  })

  test('hold of sst.config.ts, and of everything that it deploys by', () => {
    expect(check(tsc, '-p', tsconfig)).toEqual([])
  })

  test('refuse what SST and calix do not take, in a project as a user has it', () => {
    const project = appsProject({
      'sst.config.ts': `/// <reference path="./.sst/platform/config.d.ts" />\n${configText(Object.keys(WRONG).join('\n    '))}`,
    })
    projects.push(project)
    project.write(
      'tsconfig.json',
      JSON.stringify({
        extends: tsconfig,
        compilerOptions: { noUnusedLocals: false },
        files: ['sst.config.ts'],
      }),
    )
    const found = check(tsc, '-p', project.root)
    const texts = found.filter(({ file }) => file.endsWith('/sst.config.ts')).map(({ text }) => text)
    expect(texts).toEqual(Object.values(WRONG).map((text) => expect.stringContaining(text)))
    expect(found).toHaveLength(texts.length)
  })
})
