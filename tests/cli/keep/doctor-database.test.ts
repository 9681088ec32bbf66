// What `hearsay doctor` says of a journal in PostgreSQL, beside servers that run.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settingFindings } from '../../../src/cli/keep/doctor-database.js';
import type { DoctorFinding } from '../../../src/cli/keep/doctor-finding.js';
import { hearsayHere, servingHere } from '../../fixtures/hearsay-here.js';
import { describeOnPostgres } from '../../fixtures/on-postgres.js';
import { startPostgres, type Postgres } from '../../fixtures/postgres.js';

const DOSSIER = 'graph-data/choe-moscow-2014/dossier.yaml';
const GOOD = {
  server_encoding: 'UTF8',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  synchronous_standby_names: 'ANY 1 (b, c)',
};

describe('settings of a database', () => {
  test.each([
    ['those that keep what is promised', {}, 'ok', 'PostgreSQL 15.8'],
    ['another encoding', { server_encoding: 'SQL_ASCII' }, 'bad', 'SQL_ASCII'],
    ['no fsync', { fsync: 'off' }, 'bad', 'fsync is off'],
    ['pages that may tear', { full_page_writes: 'off' }, 'warn', 'full_page_writes is off'],
    ['commits that do not wait', { synchronous_commit: 'off' }, 'ok', 'Hearsay sets it on'],
    ['commits that wait for one disk', { synchronous_commit: 'local' }, 'ok', 'Hearsay sets it on'],
    ['no standby', { synchronous_standby_names: '' }, 'ok', 'on one machine only'],
  ])('%s', (_, settings, state, found) => {
    const findings = settingFindings({
      version: '15.8',
      hasJournal: true,
      settings: { ...GOOD, ...settings },
    });
    expect(findings).toHaveLength(found.startsWith('PostgreSQL') ? 1 : 2);
    expect(findings.at(-1)).toMatchObject({ state, found: expect.stringContaining(found) as string });
  });

  test('that it does not know are not judged', () => {
    expect(settingFindings({ version: '1', hasJournal: true, settings: {} })).toHaveLength(1);
  });
});

describeOnPostgres('a journal in PostgreSQL', () => {
  let postgres: Postgres;
  let journal: string;
  beforeAll(async () => {
    postgres = await startPostgres({ fsync: true });
  });
  afterAll(() => postgres.stop());
  beforeEach(async () => {
    journal = await postgres.newDatabase();
  });

  async function examine(...more: string[]): Promise<{ code: number | null; findings: DoctorFinding[] }> {
    const { code, out } = await hearsayHere([
      'doctor',
      '--journal',
      journal,
      '--port',
      '0',
      '--json',
      ...more,
    ]);
    return { code, findings: (JSON.parse(out) as { findings: DoctorFinding[] }).findings };
  }

  const found = (findings: readonly DoctorFinding[], check: DoctorFinding['check']): string[] =>
    findings.filter(one => one.check === check).map(one => `${one.state}: ${one.found}`);

  test('is well while servers write to it', async () => {
    await servingHere(['--journal', journal], async () => {
      const { code, findings } = await examine();
      expect([code, new Set(findings.map(({ check }) => check))]).toEqual([
        0,
        new Set(['node', 'database', 'journal', 'clock', 'vocabulary', 'tokens', 'port']),
      ]);
      expect(found(findings, 'journal')).toEqual([expect.stringMatching(/^ok: \d+ events, all sound$/)]);
    });
  });

  test('that is not there yet is not made', async () => {
    const { code, findings } = await examine();
    expect([code, found(findings, 'journal')]).toEqual([0, ['ok: it is not there yet']]);
    const database = journal.slice(journal.lastIndexOf('/') + 1);
    const made = `SELECT FROM information_schema.tables WHERE table_name LIKE 'hearsay%'`;
    expect(await postgres.server.ask(made, database)).toEqual([]);
  });

  test.each([
    ['an event that was changed', `UPDATE hearsay_event SET "by" = 'x' WHERE seq = 42`, /Event 42\b/],
    ['an event that is missing', 'DELETE FROM hearsay_event WHERE seq = 42', /Event 42\b/],
    ['an end that is missing', 'DELETE FROM hearsay_event WHERE seq > 42', /, the last, is missing/],
  ])('with %s is bad, and it is said where', async (_, damage, where) => {
    await hearsayHere(['load', DOSSIER, '--journal', journal]);
    await postgres.server.ask(damage, journal.slice(journal.lastIndexOf('/') + 1));
    const { code, findings } = await examine();
    expect([code, found(findings, 'journal')[0]]).toEqual([1, expect.stringMatching(where)]);
  });

  test('out of reach is bad, without its password', async () => {
    journal = 'postgres://u:secret-word@127.0.0.1:1/d';
    const { code, findings } = await examine();
    expect([code, found(findings, 'database')]).toEqual([1, [expect.stringContaining('out of reach')]]);
    expect(JSON.stringify(findings)).not.toContain('secret-word');
  });

  test('has tokens only where they are named', async () => {
    expect(found((await examine()).findings, 'tokens')).toEqual([
      expect.stringMatching(/^ok: there are none/),
    ]);
    const { findings } = await examine('--tokens', 'none.json');
    expect(found(findings, 'tokens')).toEqual([expect.stringMatching(/^bad: There is no file of tokens/)]);
  });
});
