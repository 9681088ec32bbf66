// The formats that `hearsay export` writes, each with how its exporter is loaded. A further format is a further line here.
import type { Exporter } from '../exchange/export/exporter.js';

const FORMATS = {
  csv: async () => (await import('../exchange/csv/csv-exporter.js')).csvExporter,
} as const satisfies { readonly [format: string]: () => Promise<Exporter> };

export type ExportFormat = keyof typeof FORMATS;
export const EXPORT_FORMATS = Object.keys(FORMATS) as readonly ExportFormat[];

export const loadExporter = (format: ExportFormat): Promise<Exporter> => FORMATS[format]();
