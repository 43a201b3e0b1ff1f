import type { Service } from './by-data.ts'

// Anyone may call these: nothing is signed, and IAM is not asked.
// https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_GetId.html
const PUBLIC = ['GetCredentialsForIdentity', 'GetId', 'GetOpenIdToken', 'UnlinkIdentity']

export const cognitoIdentity: Service = {
  actions: Object.fromEntries(PUBLIC.map((operation) => [operation, []])),
}
