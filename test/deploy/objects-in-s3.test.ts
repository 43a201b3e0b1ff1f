import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appsProject, configText, deployAll } from './apps/project.ts'
import { functionsOf } from './platform/functions.ts'
import { type Plan, plan } from './platform/plan.ts'
import { missingPlatform, type SstProject } from './platform/project.ts'
import { roleAt } from './platform/roles.ts'

const missing = missingPlatform()
if (missing !== undefined) console.log(`The tutorial’s objects in S3 are not planned: ${missing}.`)

const source = join(import.meta.dirname, '../../examples/tutorial/objects-in-s3.ts')

describe.skipIf(missing !== undefined)('the tutorial’s objects in S3', () => {
  let project: SstProject
  let planned: Plan
  beforeAll(async () => {
    const app = 'objects-in-s3'
    project = appsProject({
      'objects-in-s3.ts': readFileSync(source, 'utf8'),
      'sst.config.ts': configText(
        deployAll({ One: { app }, Each: { app, configuration: { functions: 'per-route' } } }),
      ),
    })
    planned = await plan({ project: project.root, stage: 'prod' })
  })
  afterAll(() => project?.remove())

  const statementsOf = (name: string) => {
    const role = functionsOf(planned).find((each) => each.name === name)?.role
    return roleAt(planned, role)?.policies.flatMap(({ document }) => document.Statement)
  }
  const objects = (...actions: ReadonlyArray<string>) => [
    { Effect: 'Allow', Action: actions, Resource: ['arn:aws:s3:::calix-tutorial/objects/*'] },
  ]

  test('are read and written by one function, under their prefix and nowhere else', () => {
    expect(statementsOf('OneFunction')).toEqual(objects('s3:GetObject', 's3:PutObject'))
  })

  test('are read by the function that reads, and written by the one that writes', () => {
    expect(statementsOf('EachGetObjectsKey')).toEqual(objects('s3:GetObject'))
    expect(statementsOf('EachPutObjectsKey')).toEqual(objects('s3:PutObject'))
    expect(statementsOf('EachFunction')).toEqual([])
  })
})
