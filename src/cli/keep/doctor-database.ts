// What `hearsay doctor` asks of a database: whether its settings keep what Hearsay promises, and whether the journal in it is sound.
import { checkRows } from '../../journal/upkeep/check-journal.js';
import { checkSnapshot } from '../../journal/snapshot/check-snapshot.js';
import { openPostgresRows } from '../../journal/postgres/rows.js';
import { lookAtPostgres, type PostgresState } from '../../journal/postgres/state.js';
import { asRefusal, checked, snapshotFinding, textsCompared, type JournalChecked } from './doctor-files.js';
import { bad, ok, warn, type DoctorFinding } from './doctor-finding.js';
import { readPlace } from '../open/journal-place.js';
import { openJournal } from '../open/open-journal.js';

/** Reads the whole journal; makes none where there is none. */
export async function checkedDatabase(address: string): Promise<JournalChecked> {
  const nothing = { texts: null, lastAt: null };
  try {
    const state = await lookAtPostgres(address);
    const settings = settingFindings(state);
    if (!state.hasJournal)
      return { ...nothing, findings: [...settings, ok('journal', 'it is not there yet')] };
    const journal = await journalIn(address);
    const isSound = journal.findings.every(one => one.state === 'ok');
    const beside = isSound ? await findingsBeside(address, journal.texts) : [];
    return { ...journal, findings: [...settings, ...journal.findings, ...beside] };
  } catch (error) {
    const { message } = asRefusal(error);
    return {
      ...nothing,
      findings: [bad('database', message, 'Give another --journal if it is not this one.')],
    };
  }
}

/** Others may write to it meanwhile. */
async function journalIn(address: string): Promise<JournalChecked> {
  const rows = await openPostgresRows(address);
  try {
    return checked(await checkRows(rows), 'Stop the servers and restore the database; keep the damaged one.');
  } finally {
    await rows.close();
  }
}

async function findingsBeside(
  address: string,
  named: readonly string[] | null,
): Promise<readonly DoctorFinding[]> {
  const opened = await openJournal(readPlace(address, '--journal'));
  try {
    const report = await checkSnapshot(opened.journal, opened.snapshot);
    const harmless = 'Nothing is lost; a server that starts replays the journal, and writes it anew.';
    const advice = 'Copy it from a backup into the database; its quotes cannot be looked up meanwhile.';
    return [
      ...(report.seq > 0 || report.misfit !== null ? [snapshotFinding(report, harmless)] : []),
      ...(await textsCompared(opened, named, advice)),
    ];
  } finally {
    await opened.journal.close();
  }
}

/** What a database is set to, and what becomes of a journal in it then. Of settings that it does not know nothing is said. */
export function settingFindings({ version, settings }: PostgresState): readonly DoctorFinding[] {
  const is = (name: string, ...values: readonly string[]): boolean => values.includes(settings[name] ?? '?');
  const findings: DoctorFinding[] = [ok('database', `PostgreSQL ${version}`)];
  const encoding = settings['server_encoding'] ?? 'UTF8';
  if (encoding !== 'UTF8')
    findings.push(
      bad(
        'database',
        `its encoding is ${encoding}`,
        'Make a database with UTF8 and copy the journal into it.',
      ),
    );
  if (is('fsync', 'off'))
    findings.push(
      bad('database', 'fsync is off: a loss of power may lose or damage the journal', 'Set fsync = on.'),
    );
  if (is('full_page_writes', 'off'))
    findings.push(
      warn(
        'database',
        'full_page_writes is off: a loss of power may tear pages',
        'Set it on, unless the file system never tears them.',
      ),
    );
  if (is('synchronous_commit', 'off', 'local'))
    findings.push(
      ok(
        'database',
        `synchronous_commit is ${settings['synchronous_commit'] ?? ''}; Hearsay sets it on for itself`,
      ),
    );
  if (is('synchronous_standby_names', ''))
    findings.push(
      ok('database', 'synchronous_standby_names is empty: what is acknowledged is on one machine only'),
    );
  return findings;
}
