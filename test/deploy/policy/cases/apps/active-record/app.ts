import { calix, del, get, NotFoundError, post, put, route } from 'calix'
import { Author, Book } from './models/index.ts'

export const app = calix(
  { name: 'library' },
  route(get('/books/:id'), async ({ params }) => {
    const book = await Book.find(params.id)
    return book?.row ?? new NotFoundError('no such book')
  }),
  route(get('/books/:id/author'), async ({ params }) => {
    const book = await Book.find(params.id)
    const author = await book?.author()
    return author?.row ?? {}
  }),
  route(put('/books/:id'), ({ params, body }) =>
    new Book({ ...(body as object | undefined), id: params.id }).save().then(({ row }) => row),
  ),
  route(get('/authors/:id/books'), async ({ params }) => (await Book.byAuthor(params.id)).Items ?? []),
  route(post('/authors/lookup'), async ({ body }) => (await Author.findMany(body as Array<string>)).length),
  route(del('/authors/:id'), ({ params }) => new Author({ id: params.id }).destroy()),
)
