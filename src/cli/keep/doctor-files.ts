// What `hearsay doctor` asks of files: whether the journal's chain holds, and whether vocabulary and tokens are in order.
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Refusal } from '../../domain/refusal.js';
import { readTokenFile } from '../../graphql/auth/token-file.js';
import { checkJournal, type JournalReport } from '../../journal/upkeep/check-journal.js';
import { checkSnapshot, type SnapshotReport } from '../../journal/snapshot/check-snapshot.js';
import { openSnapshotFolder, snapshotFolderOf } from '../../journal/snapshot/snapshot-folder.js';
import { openSqliteJournalToRead } from '../../journal/sqlite/sqlite-journal.js';
import { lacksLog } from '../../journal/sqlite/log.js';
import { openTextFolder, textFolderOf, textsIn } from '../../journal/texts/text-folder.js';
import { bad, ok, warn, type DoctorFinding } from './doctor-finding.js';
import { openVocabulary } from '../terminal/files.js';
import { OTHERS_RIGHTS } from './doctor-machine.js';
import type { JournalPlace } from '../open/journal-place.js';
import { lackingLogText } from '../open/lacking-log.js';
import type { OpenJournal } from '../open/open-journal.js';
import { tokenFile } from '../serve/serve-access.js';

const MOST_NAMED = 5;

export interface JournalChecked {
  readonly findings: readonly DoctorFinding[];
  /** Hashes of the texts that it says lie beside it; null where that could not be read. */
  readonly texts: readonly string[] | null;
  /** When the last event was recorded, where that could be read. */
  readonly lastAt: string | null;
}

/** Reads the whole journal; makes none where there is none. */
export async function checkedJournal(data: string): Promise<JournalChecked> {
  if (!existsSync(data))
    return { findings: [ok('journal', `${data} is not there yet`)], texts: null, lastAt: null };
  try {
    const lacking = lackingLogFindings(data);
    const advice = 'Stop the server and restore a backup; keep the damaged file.';
    const journal = checked(await checkJournal(data), advice);
    return { ...journal, findings: [...journal.findings, ...lacking] };
  } catch (error) {
    return { findings: [journalRefused(asRefusal(error))], texts: null, lastAt: null };
  }
}

function lackingLogFindings(data: string): readonly DoctorFinding[] {
  if (!lacksLog(data)) return [];
  const advice =
    'If it is a copy, what was recorded last may be missing: copy both files, or use `hearsay backup`. Nothing is missing where another program opened it since.';
  return [warn('journal', lackingLogText(data), advice)];
}

/** What a check of a whole journal found. @param advice where it is damaged */
export function checked({ events, lastAt, texts, findings }: JournalReport, advice: string): JournalChecked {
  if (findings.length === 0)
    return { findings: [ok('journal', `${events} events, all sound`)], texts, lastAt };
  const named = findings.slice(0, MOST_NAMED).map(({ message }) => bad('journal', message, advice));
  const more = findings.length - named.length;
  return { findings: more > 0 ? [...named, bad('journal', `${more} more`, advice)] : named, texts, lastAt };
}

/** Whether the snapshot says what a sound journal says. Silent where there is none. */
export async function snapshotFindings(data: string, isSound: boolean): Promise<readonly DoctorFinding[]> {
  const folder = snapshotFolderOf(data);
  if (!existsSync(folder)) return [];
  const advice = `Nothing is lost; a server that starts replays the journal. Else remove ${folder}.`;
  if (!isSound)
    return [warn('snapshot', 'not compared with the journal, which must be sound and not in use', advice)];
  const journal = await openSqliteJournalToRead(data);
  try {
    return [snapshotFinding(await checkSnapshot(journal, openSnapshotFolder(folder)), advice)];
  } finally {
    await journal.close();
  }
}

export const snapshotFinding = ({ seq, misfit }: SnapshotReport, advice: string): DoctorFinding =>
  misfit === null
    ? ok('snapshot', `the first ${seq} events, as the journal has them`)
    : warn('snapshot', misfit, advice);

/** Whether every text that the journal names is there, word for word. Silent where it names none and there are none. */
export async function textFindings(
  data: string,
  named: readonly string[] | null,
): Promise<readonly DoctorFinding[]> {
  const folder = textFolderOf(data);
  const advice = `Copy it from a backup into ${folder}; its quotes cannot be looked up meanwhile.`;
  return textsCompared({ texts: openTextFolder(folder), textHashes: () => textsIn(folder) }, named, advice);
}

/** @param named hashes of the texts that should be there; null where that could not be read */
export async function textsCompared(
  { texts, textHashes }: Pick<OpenJournal, 'texts' | 'textHashes'>,
  named: readonly string[] | null,
  advice: string,
): Promise<readonly DoctorFinding[]> {
  if (named === null) return [];
  let there: readonly string[];
  try {
    there = await textHashes();
  } catch (error) {
    return [warn('texts', asRefusal(error).message, 'They were not looked at.')];
  }
  const troubles: string[] = [];
  for (const sha256 of named) {
    const state = await texts.state(sha256);
    if (state !== 'SOUND') troubles.push(`text ${sha256} is ${state.toLowerCase()}`);
  }
  const further = troubles.length - MOST_NAMED;
  const findings = [
    ...troubles.slice(0, MOST_NAMED).map(trouble => bad('texts', trouble, advice)),
    ...(further > 0 ? [bad('texts', `${further} more`, advice)] : []),
  ];
  const known = new Set(named);
  const spare = there.filter(sha256 => !known.has(sha256));
  if (spare.length > 0) {
    const found = `${spare.length} that no event names, such as ${spare[0] ?? ''}`;
    findings.push(warn('texts', found, 'An import was cut off, or a text was redacted: remove them.'));
  }
  if (findings.length === 0 && named.length > 0) return [ok('texts', `${named.length} beside it, all sound`)];
  return findings;
}

function journalRefused({ message }: Refusal): DoctorFinding {
  const held = message.includes('[SQLITE_BUSY');
  const advice = 'Stop the server to have the chain looked at, or look at a backup.';
  return held
    ? warn('journal', 'a server has it open, so its chain was not looked at', advice)
    : bad('journal', message, 'Do as it says, or give another --data.');
}

export async function vocabularyFinding(home: string, own?: string): Promise<DoctorFinding> {
  try {
    const { predicates } = await openVocabulary(home, own);
    return ok('vocabulary', `${predicates.length} predicates`);
  } catch (error) {
    return bad('vocabulary', asRefusal(error).message, 'See `hearsay check`.');
  }
}

/** Whether nobody else can read or write the tokens. Windows has no such rights to look at. */
export async function tokensFinding(
  place: JournalPlace,
  given: string | undefined,
  platform: NodeJS.Platform,
): Promise<DoctorFinding> {
  try {
    const file = tokenFile(place, given);
    if (file === null || !existsSync(file)) return ok('tokens', 'there are none: only this machine can ask');
    const tokens = readTokenFile(file) ?? [];
    const { mode } = await stat(file);
    if (platform !== 'win32' && (mode & OTHERS_RIGHTS) !== 0) {
      return bad('tokens', `others can read or write ${file}`, `chmod 600 '${file}'`);
    }
    return ok('tokens', `${tokens.length} in ${file}, which is for its owner only`);
  } catch (error) {
    return bad('tokens', asRefusal(error).message, 'Without it nobody is let in.');
  }
}

export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  throw error;
}
