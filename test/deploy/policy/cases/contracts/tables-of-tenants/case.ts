import type { Case } from '../../../harness/case.ts'

const tables = ['arn:aws:dynamodb:*:*:table/acme-invoices', 'arn:aws:dynamodb:*:*:table/globex-invoices']
const both = ['acme', 'globex']

export default {
  about: "a provider that chooses a tenant's table, and one that makes a repository of it",
  routes: {
    'GET /tenants/:tenant/invoices/:id': {
      requests: [...both, 'nobody'].map((tenant) => `GET /tenants/${tenant}/invoices/1`),
      actions: ['dynamodb:GetItem'],
    },
    'DELETE /tenants/:tenant/invoices/:id': {
      requests: both.map((tenant) => `DELETE /tenants/${tenant}/invoices/1`),
      actions: ['dynamodb:DeleteItem'],
    },
  },
  resources: { 'dynamodb:DeleteItem': tables, 'dynamodb:GetItem': tables },
} satisfies Case
