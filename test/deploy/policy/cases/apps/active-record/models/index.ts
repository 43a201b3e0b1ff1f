export { Author } from './author.ts'
export { Book } from './book.ts'
