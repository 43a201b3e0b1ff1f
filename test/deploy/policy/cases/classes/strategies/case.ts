import type { Case } from '../../../harness/case.ts'

export default {
  about: 'classes behind one interface: in a Map, in a list, by a name that is known',
  routes: {
    'POST /by/:channel': {
      requests: [
        ['POST /by/mail', 'a'],
        ['POST /by/topic', 'a'],
        ['POST /by/queue', 'a'],
        ['POST /by/x', 'a'],
      ],
      actions: ['ses:SendEmail', 'sns:Publish', 'sqs:SendMessage'],
    },
    'POST /both': { requests: [['POST /both', 'a']], actions: ['ses:SendEmail', 'sqs:SendMessage'] },
    'POST /mail': { requests: ['POST /mail'], actions: ['ses:SendEmail'] },
  },
  resources: {
    'ses:SendEmail': ['arn:aws:ses:*:*:identity/bot@example.com', 'arn:aws:ses:*:*:identity/example.com'],
    'sns:Publish': ['arn:aws:sns:eu-west-1:123456789012:bot'],
    'sqs:SendMessage': ['arn:aws:sqs:eu-west-1:123456789012:bot'],
  },
} satisfies Case
