// Carries out a dossier's commands on a ledger: all of them in one transaction, or none.
import type { EventType } from '../domain/event.js';
import { InvalidInput } from '../domain/refusal.js';
import type { Dossier } from '../exchange/dossier.js';
import { problemText } from '../exchange/problem.js';
import type { Ledger } from '../journal/ledger.js';
import { openDossierReader, readTextFile } from './files.js';

/** How many of each were new. */
export interface LoadCounts {
  readonly entities: number;
  readonly claims: number;
  readonly sources: number;
  readonly attestations: number;
  /** Commands that asked for what was there already. */
  readonly already: number;
}

/** Reads and checks a whole dossier by the ledger's vocabulary. @throws InvalidInput listing what is wrong. */
export async function readDossierFile(name: string, home: string, ledger: Ledger): Promise<Dossier> {
  const [reader, file] = await Promise.all([openDossierReader(home), readTextFile(name)]);
  return reader.read(file, ledger.vocabulary);
}

/** @throws InvalidInput in the place of the first command that is refused; nothing is recorded then. */
export async function loadDossier(
  ledger: Ledger,
  dossier: Dossier,
  file: string,
  by: string,
): Promise<LoadCounts> {
  const commands = dossier.entries.map(entry => entry.command);
  const { done, refused } = await ledger.executeAll(commands, { name: by, way: 'IMPORT' });
  if (refused) {
    const { line = 1, column = 1, label = 'dossier' } = dossier.entries[refused.index] ?? {};
    const message = problemText({ file, line, column, message: `${label}: ${refused.refusal.message}` });
    throw new InvalidInput(message, { file, line, column });
  }
  const events = done.flatMap(one => one.events);
  const count = (type: EventType): number => events.filter(({ event }) => event.type === type).length;
  return {
    entities: count('EntityAdded'),
    claims: count('ClaimMade'),
    sources: count('SourceAdded'),
    attestations: count('SourceAttached'),
    already: done.filter(one => one.already).length,
  };
}

/** E.g. `3 entities, 1 claim, 0 sources and 2 attestations`. */
export const countsText = ({ entities, claims, sources, attestations }: LoadCounts): string =>
  `${number(entities, 'entity', 'entities')}, ${number(claims, 'claim')}, ${number(sources, 'source')} and ` +
  number(attestations, 'attestation');

const number = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
