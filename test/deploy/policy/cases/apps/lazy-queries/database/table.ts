export class Table {
  private readonly name: string

  constructor(name: string) {
    this.name = name
  }

  toString(): string {
    return `${process.env.TABLE_PREFIX}_${this.name}`
  }
}
