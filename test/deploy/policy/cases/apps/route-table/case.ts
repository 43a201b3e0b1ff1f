import type { Case } from '../../../harness/case.ts'

export default {
  about: 'routes from tables of "METHOD /path", groups of them spread, and a client that is none of AWS',
  environment: { NODE_ENV_KIND: 'production' },
  routes: {
    'GET /devices/:id': { requests: ['GET /devices/1'], actions: ['iot:GetThingShadow'] },
    'PATCH /devices/:id': {
      requests: [['PATCH /devices/1', { on: true }]],
      actions: ['iot:UpdateThingShadow'],
    },
    'GET /endpoint': { requests: ['GET /endpoint'], actions: [] },
    'GET /admin/users/:name': { requests: ['GET /admin/users/ada'], actions: ['cognito-idp:AdminGetUser'] },
    'DELETE /admin/users/:name': {
      requests: ['DELETE /admin/users/ada'],
      actions: ['cognito-idp:AdminDisableUser'],
    },
  },
  resources: {
    'cognito-idp:AdminDisableUser': ['arn:aws:cognito-idp:eu-west-1:*:userpool/eu-west-1_abcdEFGH'],
    'cognito-idp:AdminGetUser': ['arn:aws:cognito-idp:eu-west-1:*:userpool/eu-west-1_abcdEFGH'],
    'iot:GetThingShadow': ['arn:aws:iot:*:*:thing/dev-*'],
    'iot:UpdateThingShadow': ['arn:aws:iot:*:*:thing/dev-*'],
  },
} satisfies Case
