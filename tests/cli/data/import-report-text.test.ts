// What people read at the end of an import: one of a thing is told as one.
import { expect, test } from 'vitest';
import type { ImportReport } from '../../../src/exchange/import/import-report.js';
import { progressText } from '../../../src/cli/terminal/import-progress.js';
import { printReport } from '../../../src/cli/data/import-report-text.js';
import type { Surroundings } from '../../../src/cli/terminal/surroundings.js';

const reportOf = (count: number, refused: number): ImportReport => ({
  ...{ read: count, accepted: count, known: 0, refused, skipped: 0, furtherProblems: 0 },
  ...{ entities: count, claims: count, sources: count, attestations: count, names: count },
  problems: [],
  skips: [],
  lost: [{ what: 'member "images"', count }],
});

function printed(report: ImportReport): string {
  const lines: string[] = [];
  const take = (line: string): number => lines.push(line);
  const surroundings = { out: take, err: take } as unknown as Surroundings;
  printReport(report, { data: 'a.db', dryRun: false }, surroundings);
  return lines.join('\n');
}

test.each([
  [
    'one of each',
    reportOf(1, 21),
    [
      '… and 1 more record was refused.',
      '1 record: 1 new, 0 known, 21 refused, 0 skipped.',
      'Into a.db: 1 entity, 1 claim, 1 source and 1 attestation were new.',
      '1 further name of known entities.',
      'Not kept: member "images" (1 record)',
    ],
  ],
  [
    'two of each',
    reportOf(2, 22),
    [
      '… and 2 more records were refused.',
      '2 records: 2 new, 0 known, 22 refused, 0 skipped.',
      'Into a.db: 2 entities, 2 claims, 2 sources and 2 attestations were new.',
      '2 further names of known entities.',
      'Not kept: member "images" (2 records)',
    ],
  ],
])('%s', (_, report, lines) => {
  expect(printed(report).split('\n')).toEqual(lines);
});

test('a file of one record is so told while it is read', () => {
  const now = { phase: 'WRITING', file: 'a.json', read: 1, total: 1 } as const;
  expect(progressText(now, 0)).toBe('a.json: 1 of 1 record');
});
