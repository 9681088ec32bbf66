// The formats that `hearsay export` writes, each with how its exporter is loaded. A further format is a further line here.
import type { Exporter } from '../../exchange/export/exporter.js';

const FORMATS = {
  csv: async () => (await import('../../exchange/csv/csv-exporter.js')).csvExporter,
  ftm: async () => (await import('../../exchange/ftm/out/ftm-exporter.js')).ftmExporter,
  'ftm-statements': async () => (await import('../../exchange/ftm/out/ftm-exporter.js')).ftmStatementsExporter,
  stix: async () => (await import('../../exchange/stix/stix-exporter.js')).stixExporter,
  jsonld: async () => (await import('../../exchange/rdf/out/jsonld-exporter.js')).jsonldExporter,
  nquads: async () => (await import('../../exchange/rdf/out/nquads-exporter.js')).nquadsExporter,
  nanopub: async () => (await import('../../exchange/rdf/out/nanopub-exporter.js')).nanopubExporter,
  dossier: async () => (await import('../../exchange/dossier/exporter.js')).dossierExporter,
  graphml: async () => (await import('../../exchange/graphml/graphml-exporter.js')).graphmlExporter,
  gexf: async () => (await import('../../exchange/gexf/gexf-exporter.js')).gexfExporter,
  packet: async () => (await import('../../exchange/packet/packet-markdown.js')).packetMarkdownExporter,
  'packet-html': async () => (await import('../../exchange/packet/packet-html.js')).packetHtmlExporter,
} as const satisfies { readonly [format: string]: () => Promise<Exporter> };

export type ExportFormat = keyof typeof FORMATS;
export const EXPORT_FORMATS = Object.keys(FORMATS) as readonly ExportFormat[];

export const loadExporter = (format: ExportFormat): Promise<Exporter> => FORMATS[format]();
