import { NotFoundError } from 'calix'
import { CsvExporter } from './csv-exporter.ts'
import type { Exporter, Report } from './exporter.ts'
import { MailExporter } from './mail-exporter.ts'

const exporters: ReadonlyArray<Exporter> = [new CsvExporter(), new MailExporter()]

export const exportAs = (format: string, report: Report): Promise<string> => {
  const exporter = exporters.find((each) => each.supports(format))
  if (exporter === undefined) throw new NotFoundError(`No export as ${format}`)
  return exporter.export(report)
}
