import { Model } from '../orm/model.ts'

export class Author extends Model {
  static override table = `library-${'authors'}`

  override async destroy(): Promise<void> {
    if (this.row.protected === true) throw new Error('protected')
    await super.destroy()
  }
}
