import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { Configuration } from '../../../deploy/config/configuration.ts'
import { overlay, resolveStage } from '../../../deploy/config/resolve.ts'
import { configurations, FUNCTIONS_OF_APP, someOptions } from './configurations.ts'

const resolved = (configuration: Configuration, stage: string) => {
  const result = resolveStage(configuration, stage)
  if (result._tag === 'Left') throw new Error(result.left.map(({ message }) => message).join('\n'))
  return result.right
}

/** A value in the four places that can speak for the function `api` in `prod`, the least specific first. */
const inPlaces = <A extends object>(
  atTop: A,
  atTopFunction: A,
  inStage: A,
  inFunction: A,
): Configuration => ({
  ...atTop,
  lambdaFunctions: { api: atTopFunction },
  stages: { prod: { ...inStage, lambdaFunctions: { api: inFunction } }, qa: {} },
})

describe('the most specific place wins', () => {
  const one = (lambdaTimeout?: number) => (lambdaTimeout === undefined ? {} : { lambdaTimeout })
  const PLACES: ReadonlyArray<
    readonly [
      atTop: number | undefined,
      atTopFunction: number | undefined,
      inStage: number | undefined,
      inFunction: number | undefined,
      timeout: number,
    ]
  > = [
    [undefined, undefined, undefined, undefined, 60],
    [1, undefined, undefined, undefined, 1],
    [1, 2, undefined, undefined, 2],
    [1, 2, 3, undefined, 3],
    [1, 2, 3, 4, 4],
    [undefined, 2, undefined, undefined, 2],
    [undefined, undefined, 3, undefined, 3],
    [undefined, undefined, undefined, 4, 4],
    [1, undefined, undefined, 4, 4],
    [1, undefined, 3, undefined, 3],
  ]
  it.each(PLACES)('%s at the top, %s in its function, %s in the stage, %s in its function: %s', (...all) => {
    const [atTop, atTopFunction, inStage, inFunction, timeout] = all
    const configuration = inPlaces(one(atTop), one(atTopFunction), one(inStage), one(inFunction))
    expect(resolved(configuration, 'prod').forFunction('api').lambdaTimeout).toBe(timeout)
    // Another function, and another stage, hear nothing of what is not theirs.
    expect(resolved(configuration, 'prod').forFunction('tokens').lambdaTimeout).toBe(inStage ?? atTop ?? 60)
    expect(resolved(configuration, 'qa').forFunction('api').lambdaTimeout).toBe(atTopFunction ?? atTop ?? 60)
    expect(resolved(configuration, 'prod').lambdaTimeout).toBe(inStage ?? atTop ?? 60)
  })

  it('variables and tags of all places are merged, lists and records are not', () => {
    const options = (name: string) => ({
      environmentVariables: { [name]: name, LAST: name },
      tags: { [name]: name, last: name },
      layers: [name],
      subnetIds: [name],
    })
    const configuration = inPlaces(options('TOP'), options('FN'), options('STAGE'), options('BOTH'))
    const { environmentVariables, tags, layers, subnetIds } = resolved(configuration, 'prod').forFunction(
      'api',
    )
    expect(environmentVariables).toEqual({ TOP: 'TOP', FN: 'FN', STAGE: 'STAGE', BOTH: 'BOTH', LAST: 'BOTH' })
    expect(tags).toEqual({ TOP: 'TOP', FN: 'FN', STAGE: 'STAGE', BOTH: 'BOTH', last: 'BOTH' })
    expect({ layers, subnetIds }).toEqual({ layers: ['BOTH'], subnetIds: ['BOTH'] })
    expect(resolved(configuration, 'prod').tags).toEqual({ TOP: 'TOP', STAGE: 'STAGE', last: 'STAGE' })
  })

  it('a name that objects have anyway is a name like any other', () => {
    const configuration: Configuration = JSON.parse(
      '{"tags":{"__proto__":"a"},"stages":{"dev":{"tags":{"constructor":"b"}}}}',
    )
    expect(Object.entries(resolved(configuration, 'dev').tags)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ])
    expect(resolveStage(configuration, 'constructor')._tag).toBe('Left')
    expect(resolved(configuration, 'dev').forFunction('constructor').lambdaTimeout).toBe(60)
  })
})

describe('the stages', () => {
  const stages = { dev: { lambdaTimeout: 1 }, prod: { lambdaTimeout: 2 } }

  it('are any where none is named', () => {
    expect(resolved({ lambdaTimeout: 5 }, 'alice')).toMatchObject({ stage: 'alice', lambdaTimeout: 5 })
  })

  it('are those that are named, and a misspelt one is told the nearest', () => {
    expect(resolved({ stages }, 'prod').lambdaTimeout).toBe(2)
    expect(resolveStage({ stages }, 'prdo')).toEqual({
      _tag: 'Left',
      left: [
        {
          path: 'stages',
          message:
            "there is no stage 'prdo': did you mean 'prod'? ('*': {} beside the others allows any name)",
        },
      ],
    })
    expect(resolveStage({ stages }, 'alice')).toEqual({
      _tag: 'Left',
      left: [
        {
          path: 'stages',
          message:
            "there is no stage 'alice': there are 'dev', 'prod' ('*': {} beside the others allows any name)",
        },
      ],
    })
    expect(resolveStage({ stages: {} }, 'dev')._tag).toBe('Left')
  })

  it("are any with '*', which speaks for those that have no name of their own", () => {
    const configuration = {
      stages: { ...stages, '*': { lambdaTimeout: 9, lambdaFunctions: { api: { xray: true } } } },
    }
    expect(resolved(configuration, 'alice')).toMatchObject({ lambdaTimeout: 9, apiGatewayStage: 'alice' })
    expect(resolved(configuration, 'alice').forFunction('api')).toMatchObject({
      lambdaTimeout: 9,
      xray: true,
    })
    expect(resolved(configuration, 'dev').lambdaTimeout).toBe(1)
    expect(resolved(configuration, 'dev').forFunction('api').xray).toBe(false)
  })
})

test('every default is there when nothing is said', () => {
  const { forFunction, ...stage } = resolved({}, 'dev')
  const ofFunctions = {
    lambdaTimeout: 60,
    lambdaMemorySize: 128,
    environmentVariables: {},
    tags: {},
    layers: [],
    subnetIds: [],
    securityGroupIds: [],
    logRetentionInDays: 30,
    xray: false,
    autogenPolicy: true,
    manageIamRole: true,
    architecture: 'arm64',
  }
  expect(forFunction('api')).toEqual({ name: 'api', ...ofFunctions })
  expect(stage).toEqual({
    ...ofFunctions,
    stage: 'dev',
    gateway: 'rest',
    functions: 'single',
    apiGatewayEndpointType: 'REGIONAL',
    apiGatewayStage: 'dev',
    apiKeys: {},
    apiGatewayQuota: 300,
  })
})

test("a function's options are none of its stage's", () => {
  const { name, handler, ...options } = resolved(
    { gateway: 'http', lambdaFunctions: { tokens: { handler: 'a.b' } } },
    'dev',
  ).forFunction('tokens')
  expect({ name, handler }).toEqual({ name: 'tokens', handler: 'a.b' })
  expect(Object.keys(options)).not.toContain('gateway')
})

describe('laws', () => {
  const check = <A extends ReadonlyArray<unknown>>(property: fc.IProperty<[...A]>) =>
    fc.assert(property, { numRuns: 150 })

  test('laying over is associative', () =>
    check(
      fc.property(someOptions, someOptions, someOptions, (a, b, c) => {
        expect(overlay(overlay(a, b), c)).toEqual(overlay(a, overlay(b, c)))
      }),
    ))

  test('nothing over options, and options over nothing, are the options', () =>
    check(
      fc.property(someOptions, (options) => {
        expect(overlay({}, options)).toEqual(options)
        expect(overlay(options, {})).toEqual(options)
        expect(overlay(options, options)).toEqual(options)
      }),
    ))

  test('what is over wins, and what it leaves unsaid stays', () =>
    check(
      fc.property(someOptions, someOptions, (less, more) => {
        const both = overlay(less, more)
        const { environmentVariables, tags, ...rest } = more
        expect(both).toMatchObject(rest)
        expect({ ...both.environmentVariables }).toEqual({
          ...less.environmentVariables,
          ...environmentVariables,
        })
        expect({ ...both.tags }).toEqual({ ...less.tags, ...tags })
        for (const [key, value] of Object.entries(less))
          if (!Object.hasOwn(more, key)) expect(Object.entries(both)).toContainEqual([key, value])
        expect(new Set(Object.keys(both))).toEqual(new Set([...Object.keys(less), ...Object.keys(more)]))
      }),
    ))

  test('options and configurations stay as they were', () =>
    check(
      fc.property(configurations, (configuration) => {
        const before = structuredClone(configuration)
        for (const stage of Object.keys(configuration.stages ?? { dev: {} }))
          for (const name of FUNCTIONS_OF_APP) resolved(configuration, stage).forFunction(name)
        expect(configuration).toEqual(before)
      }),
    ))

  test('no default is taken where anything is said', () =>
    check(
      fc.property(configurations, fc.constantFrom(...FUNCTIONS_OF_APP), (configuration, name) => {
        for (const [stage, { lambdaFunctions, ...options }] of Object.entries(configuration.stages ?? {})) {
          const inStage = resolved(configuration, stage)
          const inFunction = inStage.forFunction(name)
          const { environmentVariables: _variables, tags: _tags, ...rest } = options
          expect(inStage).toMatchObject(rest)
          const own = Object.hasOwn(lambdaFunctions ?? {}, name) ? lambdaFunctions?.[name] : undefined
          const { environmentVariables, tags, ...mine } = own ?? {}
          expect(inFunction).toMatchObject(mine)
          expect(inFunction.environmentVariables).toMatchObject({ ...environmentVariables })
          expect(inFunction.tags).toMatchObject({ ...tags })
        }
      }),
    ))
})
