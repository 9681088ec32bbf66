// The project's own files that tests of readers read, and the first data set's articles where they are at hand.
import { existsSync, readFileSync } from 'node:fs';
import { dossierReader, type DossierReader } from '../../src/exchange/dossier/dossier.js';
import type { TextFile } from '../../src/exchange/problem.js';
import { builtInVocabulary } from '../fixtures/open-ledger.js';

const ROOT = new URL('../../', import.meta.url);

export const projectFile = (name: string): TextFile => ({
  name,
  text: readFileSync(new URL(name, ROOT), 'utf8'),
});

export { builtInVocabulary };

export const builtInReader = (): DossierReader =>
  dossierReader(projectFile('schema/dossier.schema.json').text);

const SEEDS = new URL('../shared/seeds/', ROOT);

/** False on a fresh clone: the articles are not part of the project. */
export const hasSeeds = existsSync(SEEDS);

export const seedText = (name: string): string => readFileSync(new URL(name, SEEDS), 'utf8');
