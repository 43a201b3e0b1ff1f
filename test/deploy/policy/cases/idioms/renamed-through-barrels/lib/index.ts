export { create as createInvoice } from './domain/index.ts'
export * as invoices from './domain/repository.ts'
export { default as pdf } from './domain/pdf.ts'
