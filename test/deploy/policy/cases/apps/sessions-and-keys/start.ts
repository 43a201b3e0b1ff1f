import { GetParameterCommand, SSMClient } from '@aws-sdk/client-ssm'

const load = async (name: string) => {
  const { Parameter } = await new SSMClient({}).send(
    new GetParameterCommand({ Name: `/portal/${name}`, WithDecryption: true }),
  )
  return Parameter?.Value ?? ''
}

export const [pepper, origin] = await Promise.all(['pepper', 'origin'].map(load))
