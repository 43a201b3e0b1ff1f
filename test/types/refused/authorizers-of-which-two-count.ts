// expect: is not assignable to parameter of type
import { authorize, custom, iam } from '../../../src/index.ts'

export const both = authorize(iam(), custom({ arn: 'arn:aws:lambda:eu-central-1:123456789012:function:f' }))
