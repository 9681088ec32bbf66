// Loads dossiers from files, by the schema that comes with the project.
import type { Dossier } from '../../exchange/dossier/dossier.js';
import { loadDossier, type LoadCounts } from '../../exchange/dossier/load.js';
import { refuseProblems } from '../../exchange/problem.js';
import type { Ledger } from '../../journal/ledger.js';
import { openDossierReader, readTextFile } from '../terminal/files.js';

/** @throws InvalidInput listing what is wrong; nothing is recorded then. */
export async function loadDossierFile(
  ledger: Ledger,
  name: string,
  home: string,
  by: string,
): Promise<{ readonly dossier: Dossier; readonly counts: LoadCounts }> {
  const [reader, file] = await Promise.all([openDossierReader(home), readTextFile(name)]);
  const author = { name: by, way: 'IMPORT' } as const;
  const { dossier, counts, problems } = await loadDossier(ledger, { reader, file, author });
  refuseProblems(problems);
  if (!counts) throw new Error(`${name}: not loaded, and no problem`);
  return { dossier, counts };
}

/** E.g. `3 entities, 1 claim, 0 sources and 2 attestations`. */
export const countsText = ({ entities, claims, sources, attestations }: LoadCounts): string =>
  `${counted(entities, 'entity', 'entities')}, ${counted(claims, 'claim')}, ${counted(sources, 'source')} and ` +
  counted(attestations, 'attestation');

/** `1 entity`, `2 entities`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
