import type { Case } from '../../../harness/case.ts'

export default {
  about: 'Bedrock: conversations are permitted as invocations of the model',
  routes: {
    'POST /ask': { requests: [['POST /ask', 'why']], actions: ['bedrock:InvokeModel'] },
    'POST /stream': {
      requests: [['POST /stream', 'why']],
      actions: ['bedrock:InvokeModelWithResponseStream'],
    },
    'POST /embed': { requests: [['POST /embed', 'why']], actions: ['bedrock:InvokeModel'] },
  },
  resources: {
    'bedrock:InvokeModel': [
      'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0',
      'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-express-v1',
    ],
    'bedrock:InvokeModelWithResponseStream': [
      'arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-text-express-v1',
    ],
  },
} satisfies Case
