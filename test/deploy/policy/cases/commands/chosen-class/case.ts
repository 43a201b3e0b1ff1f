import type { Case } from '../../../harness/case.ts'

export default {
  about: 'the class is chosen by a conditional',
  routes: {
    'POST /crypt': {
      requests: [
        ['POST /crypt', 1],
        ['POST /crypt?way=out', 1],
      ],
      actions: ['kms:Decrypt', 'kms:Encrypt'],
    },
  },
  resources: {
    'kms:Decrypt': ['arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'],
    'kms:Encrypt': ['arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab'],
  },
} satisfies Case
