import { accountIn } from './account.ts'

/** What SST keeps about an account and region that it has prepared once; the same for a plan and a deployment. */
export interface Bootstrap {
  readonly version: number
  readonly asset: string
  readonly state: string
  readonly assetEcrRegistryId: string
  readonly assetEcrUrl: string
  readonly appsyncHttp: string
  readonly appsyncRealtime: string
}

/** The steps of preparation that sst 4.17 knows; one that knows more takes the rest itself. */
const STEPS = 5

export const bootstrapIn = (region: string): Bootstrap => {
  const { id } = accountIn(region)
  return {
    version: STEPS,
    asset: 'sst-asset-abcdefghijkl',
    state: 'sst-state-abcdefghijkl',
    assetEcrRegistryId: id,
    assetEcrUrl: `${id}.dkr.ecr.${region}.amazonaws.com/sst-asset`,
    appsyncHttp: '',
    appsyncRealtime: '',
  }
}

// The emulator tells the service by the scope of the signature, and does not verify it.
const scoped = (service: string, region: string): string =>
  `AWS4-HMAC-SHA256 Credential=test/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`

const call = async (url: string, init: RequestInit): Promise<void> => {
  const response = await fetch(url, init)
  if (!response.ok)
    throw new Error(`${init.method} ${url} answered ${response.status}: ${await response.text()}`)
}

/**
 * Prepares an emulated account as SST would: two buckets, and a parameter that names them.
 *
 * Left out is the bucket policy that demands TLS, which the emulator obeys and does not speak.
 */
export const prepare = async (endpoint: string, region: string): Promise<void> => {
  const bootstrap = bootstrapIn(region)
  for (const bucket of [bootstrap.asset, bootstrap.state]) {
    const isDefault = region === 'us-east-1'
    await call(`${endpoint}/${bucket}`, {
      method: 'PUT',
      headers: { authorization: scoped('s3', region) },
      body: isDefault
        ? ''
        : `<CreateBucketConfiguration><LocationConstraint>${region}</LocationConstraint></CreateBucketConfiguration>`,
    })
  }
  await call(endpoint, {
    method: 'POST',
    headers: {
      authorization: scoped('ssm', region),
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': 'AmazonSSM.PutParameter',
    },
    body: JSON.stringify({ Name: '/sst/bootstrap', Type: 'String', Value: JSON.stringify(bootstrap) }),
  })
}
