// The importer of Wikibase entities, by the mapping that comes with the project and one of the user's own.
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { Importer } from '../../exchange/import/importer.js';
import { wikibaseImporter } from '../../exchange/wikibase/wikibase-importer.js';
import { readWikibaseMapping } from '../../exchange/wikibase/wikibase-mapping.js';
import { projectFiles, readTextFile } from '../terminal/files.js';

/** @throws InvalidInput where a mapping has mistakes. */
export async function openWikibase(
  { mapping }: { readonly mapping?: string },
  vocabulary: Vocabulary,
  home: string,
): Promise<Importer> {
  const names = [projectFiles(home).wikibaseMapping, ...(mapping === undefined ? [] : [mapping])];
  return wikibaseImporter(
    readWikibaseMapping(await Promise.all(names.map(readTextFile)), vocabulary),
    vocabulary,
  );
}
