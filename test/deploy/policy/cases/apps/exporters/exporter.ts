export interface Report {
  readonly title: string
  readonly rows: ReadonlyArray<ReadonlyArray<string>>
}

export interface Exporter {
  readonly format: string
  supports(format: string): boolean
  export(report: Report): Promise<string>
}

export abstract class BaseExporter implements Exporter {
  abstract readonly format: string
  protected readonly aliases: ReadonlyArray<string> = []

  supports(format: string): boolean {
    return format === this.format || this.aliases.includes(format)
  }

  async export(report: Report): Promise<string> {
    const text = await this.render(report)
    return this.deliver(report.title, text)
  }

  protected abstract render(report: Report): Promise<string> | string
  protected abstract deliver(title: string, text: string): Promise<string>
}
