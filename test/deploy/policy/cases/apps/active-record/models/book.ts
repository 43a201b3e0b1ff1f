import { Model } from '../orm/model.ts'
import { Author } from './author.ts'

export class Book extends Model {
  static override table = 'library-books'

  static byAuthor(authorId: string) {
    return this.where('author-index', 'authorId', authorId)
  }

  async author() {
    return Author.find(String(this.row.authorId))
  }
}
