import type { Case } from '../../../harness/case.ts'

const route = (key: string) => ({ requests: [key], actions: ['s3:GetObject'] })

export default {
  about: 'classes that are changed after they are written, namespaces, enums by number',
  routes: {
    'GET /alias': route('GET /alias'),
    'GET /class-decorator': route('GET /class-decorator'),
    'GET /computed': route('GET /computed'),
    'GET /dotted': route('GET /dotted'),
    'GET /enum': route('GET /enum'),
    'GET /field-decorator': route('GET /field-decorator'),
    'GET /merged': route('GET /merged'),
    'GET /mixed-in': route('GET /mixed-in'),
    'GET /of/:id': { requests: ['GET /of/a'], actions: [] },
    'GET /optional': route('GET /optional'),
    'GET /put': route('GET /put'),
    'GET /static-block': route('GET /static-block'),
    'GET /variable': route('GET /variable'),
  },
  resources: { 's3:GetObject': ['arn:aws:s3:::photos/cat.jpg'] },
} satisfies Case
