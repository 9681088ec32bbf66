// Files the command line reads: those that come with the project, and those it is pointed at. What understands them is
// loaded when it is needed: many commands read none.
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInput } from '../../domain/refusal.js';
import type { Vocabulary } from '../../domain/vocabulary.js';
import type { DossierExaminer, DossierReader } from '../../exchange/dossier/dossier.js';
import type { TextFile } from '../../exchange/problem.js';
import type { MappingReader } from '../../exchange/table/mapping.js';
import type { Dossiers } from '../../graphql/operation/context.js';

const DATA_SETS = 'graph-data';
const DOSSIER = 'dossier.yaml';

/** Where the parts of the project lie, from its own folder. */
export const projectFiles = (home: string) => ({
  vocabulary: join(home, 'schema', 'vocabulary.yaml'),
  /** Predicates that formats of others need, a file for each. */
  vocabularies: join(home, 'schema', 'vocabularies'),
  dossierSchema: join(home, 'schema', 'dossier.schema.json'),
  mappingSchema: join(home, 'schema', 'mapping.schema.json'),
  wikibaseMapping: join(home, DATA_SETS, 'wikidata', 'mapping.yaml'),
  examples: join(home, 'schema', 'examples.graphql'),
  firstDossier: join(home, DATA_SETS, 'choe-moscow-2014', DOSSIER),
  dossierThread: join(home, 'dist', 'exchange', 'dossier', 'thread.js'),
  web: join(home, 'dist', 'web'),
});

/** Reads a text file. @throws InvalidInput in one line where it cannot be read. */
export async function readTextFile(name: string): Promise<TextFile> {
  try {
    return { name, text: await readFile(name, 'utf8') };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new InvalidInput(`${name} cannot be read (${code}): give the path of a file that can be read.`, {
      file: name,
    });
  }
}

/** The built-in vocabulary, extended by a file of the user's own where one is given. */
export async function openVocabulary(home: string, own?: string): Promise<Vocabulary> {
  const names = [...(await vocabularyFiles(home)), ...(own === undefined ? [] : [own])];
  const { readVocabulary } = await import('../../exchange/vocabulary/vocabulary-file.js');
  return readVocabulary(await Promise.all(names.map(readTextFile)));
}

/** Paths of the built-in vocabulary: first that of Hearsay itself, then those for formats of others. */
export async function vocabularyFiles(home: string): Promise<readonly string[]> {
  const { vocabulary, vocabularies } = projectFiles(home);
  const others = existsSync(vocabularies) ? await readdir(vocabularies) : [];
  return [vocabulary, ...others.sort().map(name => join(vocabularies, name))];
}

export async function openDossierReader(home: string): Promise<DossierReader> {
  const { dossierReader } = await import('../../exchange/dossier/dossier.js');
  return dossierReader((await readTextFile(projectFiles(home).dossierSchema)).text);
}

async function openDossierAside(home: string, ms: number): Promise<DossierExaminer> {
  const { dossierAside } = await import('../../exchange/dossier/aside.js');
  const { text } = await readTextFile(projectFiles(home).dossierSchema);
  return dossierAside(text, projectFiles(home).dossierThread, { ms, megabytes: MOST_MEGABYTES });
}

export async function openMappingReader(home: string): Promise<MappingReader> {
  const { mappingReader } = await import('../../exchange/table/mapping.js');
  return mappingReader((await readTextFile(projectFiles(home).mappingSchema)).text);
}

const MOST_MEGABYTES = 512;

/**
 * For those who load dossiers through the API: a reader, and the first data set.
 * @param ms that reading one may take: then it is done aside, so that others need not wait
 */
export const openDossiers = async (home: string, ms?: number): Promise<Dossiers> => ({
  reader: await (ms === undefined ? openDossierReader(home) : openDossierAside(home, ms)),
  // Its path is nobody's business there: a file that is missing is a fault of ours.
  sample: async () => readFile(projectFiles(home).firstDossier, 'utf8'),
});

/** Dossiers of all data sets that come with the project. */
export async function projectDossiers(home: string): Promise<string[]> {
  const sets = await readdir(join(home, DATA_SETS));
  return sets
    .sort()
    .map(set => join(home, DATA_SETS, set, DOSSIER))
    .filter(file => existsSync(file));
}
