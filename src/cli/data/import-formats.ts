// The formats that `hearsay import` reads, each with how its importer is made. A further format is a further line here.
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { ArticleOptions, ArticleSurroundings } from './open-article.js';
import type { Importer } from '../../exchange/import/importer.js';

export interface FormatOptions extends ArticleOptions {
  /** Path of the mapping, for tables; for Wikibase, of one that adds to what comes with the project. */
  readonly mapping?: string;
  /** For articles. */
  readonly article?: ArticleSurroundings;
}

type Open = (options: FormatOptions, vocabulary: Vocabulary, home: string) => Promise<Importer>;

/** Each loads its modules when it is asked for, since the names alone are wanted by every help text. */
const FORMATS = {
  table: async (...given) => (await import('./open-table.js')).openTable(...given),
  wikibase: async (...given) => (await import('./open-wikibase.js')).openWikibase(...given),
  popolo: async (_, vocabulary) =>
    (await import('../../exchange/popolo/popolo-importer.js')).popoloImporter(vocabulary),
  ftm: async (_, vocabulary) => (await import('../../exchange/ftm/ftm-importer.js')).ftmImporter(vocabulary),
  misp: async (_, vocabulary) => (await import('../../exchange/misp/misp-importer.js')).mispImporter(vocabulary),
  stix: async (_, vocabulary) => (await import('../../exchange/stix/stix-importer.js')).stixImporter(vocabulary),
  jsonld: async (_, vocabulary) =>
    (await import('../../exchange/rdf/in/jsonld-importer.js')).jsonldImporter(vocabulary),
  graphml: async (_, vocabulary) =>
    (await import('../../exchange/graphml/graphml-importer.js')).graphmlImporter(vocabulary),
  gexf: async (_, vocabulary) => (await import('../../exchange/gexf/gexf-importer.js')).gexfImporter(vocabulary),
  article: async ({ article, ...options }) => {
    if (!article) throw new Error('an article is imported into a journal that can be asked');
    return (await import('./open-article.js')).openArticle(options, article);
  },
  dossier: async (_, vocabulary, home) => {
    const [{ dossierImporter }, { openDossierReader }] = await Promise.all([
      import('../../exchange/dossier/importer.js'),
      import('../terminal/files.js'),
    ]);
    return dossierImporter(await openDossierReader(home), vocabulary);
  },
} as const satisfies { readonly [format: string]: Open };

export type ImportFormat = keyof typeof FORMATS;
export const IMPORT_FORMATS = Object.keys(FORMATS) as readonly ImportFormat[];

/** The importer of a format. @throws InvalidInput where it lacks something, or what it is given has mistakes. */
export const openImporter = (
  format: ImportFormat,
  options: FormatOptions,
  vocabulary: Vocabulary,
  home: string,
): Promise<Importer> => FORMATS[format](options, vocabulary, home);
