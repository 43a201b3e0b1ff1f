import type { Case } from '../../../harness/case.ts'

const note = { title: 'Milk', at: '2026-01-02T03:04:05Z', tags: [] }

export default {
  about: 'codecs of every part of a request, and documentation of the routes: no line but of what is sent',
  routes: {
    'GET /notes': { requests: ['GET /notes', 'GET /notes?page=2&order=desc'], actions: ['dynamodb:Query'] },
    'POST /notes': { requests: [['POST /notes', note]], actions: ['dynamodb:PutItem'] },
    'PUT /notes/:id/folder': {
      requests: [
        ['PUT /notes/00000000-0000-4000-8000-000000000000/folder', { name: 'a', folders: [] }],
        ['PUT /notes/1/folder', null],
      ],
      actions: ['s3:PutObject'],
    },
  },
  resources: {
    'dynamodb:PutItem': ['arn:aws:dynamodb:*:*:table/notes'],
    'dynamodb:Query': ['arn:aws:dynamodb:*:*:table/notes'],
    's3:PutObject': ['arn:aws:s3:::note-folders/*/*/*.json'],
  },
} satisfies Case
