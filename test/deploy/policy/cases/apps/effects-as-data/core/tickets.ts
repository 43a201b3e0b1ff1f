import { type Decision, notify, putFile, putRow } from '../effect.ts'

export const openTicket = (id: string, title: string): Decision<{ readonly id: string }> => ({
  answer: { id },
  effects: [
    putRow('tickets', { id, title }),
    notify('arn:aws:sns:eu-north-1:123123123123:tickets', `${id} was opened`),
  ],
})

export const closeTicket = (id: string, notes: string): Decision<null> => ({
  answer: null,
  effects: [putFile('ticket-archive', `closed/${id}.txt`, notes)],
})

export const rejectTicket = (_id: string): Decision<string> => ({ answer: 'rejected', effects: [] })
