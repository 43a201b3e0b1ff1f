import type { Case } from '../../../harness/case.ts'

const SHARED = 'both routes call from(…) alike, and what it makes is one object to the analysis'

export default {
  about: 'a builder that collects the input step by step',
  routes: {
    'GET /songs/:artist': {
      requests: ['GET /songs/a'],
      actions: ['dynamodb:Query'],
      notRun: {
        'dynamodb:Query on arn:aws:dynamodb:ap-northeast-3:123456789012:table/songs/index/by-genre': SHARED,
      },
    },
    'GET /genres/:genre': {
      requests: ['GET /genres/a'],
      actions: ['dynamodb:Query'],
      notRun: { 'dynamodb:Query on arn:aws:dynamodb:ap-northeast-3:123456789012:table/songs': SHARED },
    },
  },
  resources: {
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/songs', 'arn:aws:dynamodb:*:*:table/songs/index/by-genre'],
  },
} satisfies Case
