import { aws, TABLES } from '../../shared/index.ts'

export const readArticle = async (slug: string) => {
  const { Item } = await aws.dynamo().getItem({ TableName: TABLES.articles, Key: { slug: { S: slug } } })
  return Item?.text?.S ?? null
}

export const writeArticle = (slug: string, text: string) =>
  aws.dynamo().putItem({ TableName: TABLES.articles, Item: { slug: { S: slug }, text: { S: text } } })
