// `hearsay doctor`: looks whether a server could run well here, and says what to do where it could not. Records nothing.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkedDatabase } from './doctor-database.js';
import {
  checkedJournal,
  snapshotFindings,
  textFindings,
  tokensFinding,
  vocabularyFinding,
  type JournalChecked,
} from './doctor-files.js';
import type { DoctorFinding } from './doctor-finding.js';
import {
  clockFinding,
  diskFinding,
  folderFinding,
  nearestFolder,
  nodeFinding,
  rightsFindings,
} from './doctor-machine.js';
import { portFinding } from './doctor-port.js';
import { placeOf, type JournalOptions } from '../open/journal-place.js';
import type { Surroundings } from '../terminal/surroundings.js';

export interface DoctorOptions extends JournalOptions {
  /** File of the tokens, where it does not lie beside the journal. */
  readonly tokens?: string;
  readonly port: number;
  readonly host: string;
  readonly vocabulary?: string;
  readonly json?: boolean;
}

/** Prints a line for each thing looked at; 1 where one is bad. */
export async function doctor(options: DoctorOptions, from: Surroundings): Promise<number> {
  const findings = await examine(options, from);
  const allWell = !findings.some(isBad);
  if (options.json) from.out(JSON.stringify({ well: allWell, findings }));
  else for (const finding of findings) from.out(findingText(finding));
  return allWell ? 0 : 1;
}

async function examine(
  { port, host, vocabulary, tokens, ...where }: DoctorOptions,
  { home, clock }: Surroundings,
): Promise<readonly DoctorFinding[]> {
  const { engines } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as {
    engines: { node: string };
  };
  const place = placeOf(where);
  const { findings, lastAt } =
    place.kind === 'FILE' ? await examinedFile(place.file) : await checkedDatabase(place.address);
  return [
    nodeFinding(process.versions.node, engines.node),
    ...findings,
    clockFinding(clock(), lastAt),
    await vocabularyFinding(home, vocabulary),
    await tokensFinding(place, tokens, process.platform),
    await portFinding(host, port),
  ];
}

async function examinedFile(data: string): Promise<Pick<JournalChecked, 'findings' | 'lastAt'>> {
  const journal = await checkedJournal(data);
  const findings = [
    await folderFinding(data),
    ...rightsFindings(data, process.platform),
    await diskFinding(nearestFolder(data)),
    ...journal.findings,
    ...(await snapshotFindings(data, journal.texts !== null && !journal.findings.some(isBad))),
    ...(await textFindings(data, journal.texts)),
  ];
  return { findings, lastAt: journal.lastAt };
}

const isBad = ({ state }: DoctorFinding): boolean => state === 'bad';

const findingText = ({ check, state, found, advice }: DoctorFinding): string =>
  `${state.padEnd(5)} ${check.padEnd(11)} ${advice === null ? found : `${found.replace(/\.$/, '')}. ${advice}`}`;
