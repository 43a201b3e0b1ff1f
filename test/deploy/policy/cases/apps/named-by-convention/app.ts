import { calix, get, put, route } from 'calix'
import { Employee, PayrollEntry } from './records.ts'
import { load, store } from './store.ts'

export const app = calix(
  { name: 'hr' },
  route(get('/employees/:id'), ({ params }) => load(Employee, params.id)),
  route(put('/employees/:id'), ({ params, body }) =>
    store(new Employee({ id: params.id, name: String(body) })),
  ),
  route(get('/payroll/:id'), ({ params }) => load(PayrollEntry, params.id)),
  route(put('/payroll/:id'), ({ params, body }) =>
    store(new PayrollEntry({ id: params.id, cents: Number(body) })),
  ),
)
