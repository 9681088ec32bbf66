// Who is noted as recording: a name that cannot be is refused in one line, whatever the command, before anything is opened.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hearsayHere } from '../fixtures/hearsay-here.js';
import { inFolder } from '../fixtures/hearsay-process.js';

const DOSSIER = 'graph-data/choe-moscow-2014/dossier.yaml';
const COMMANDS = [
  ['serve', '--port', '0'],
  ['load', DOSSIER],
  ['query', 'WhoIsNumberTwo'],
  ['attach', '--claim', 'claim:1', '--source', 'source:1'],
  ['import', DOSSIER, '--format', 'dossier'],
  ['redact', '1', '--what', 'NAME', '--reason', 'asked for'],
];

test.each([
  ['a control character', 'Ann\u0007'],
  ['a line end', 'Ann\nBell'],
  ['a tab', 'Ann\tBell'],
  ['an escape that colours', '\u001b[31mAnn'],
  ['a direction override', 'Ann\u202e'],
  ['nothing', ' '],
])('%s is refused by every command', (_, by) =>
  inFolder(async folder => {
    const data = join(folder, 'a.db');
    for (const command of COMMANDS) {
      const { code, out, err } = await hearsayHere([...command, '--data', data, '--by', by]);
      expect([command[0], code, out]).toEqual([command[0], 1, '']);
      expect(err).toMatch(/^hearsay: `by` [^\n]+: [^\n]+\.\n$/);
    }
    expect(existsSync(data)).toBe(false);
  }),
);

test('what is told of a mistake commands no terminal', async () => {
  const { code, err } = await hearsayHere(['export', '--format', 'jsonld', '--data', 'none\u001b[2J.db']);
  expect([code, err]).toEqual([1, expect.stringContaining('none?[2J.db')]);
  const unknown = await hearsayHere(['export', '--format', '\u001b[2J']);
  expect([unknown.code, unknown.err.includes('\u001b')]).toEqual([2, false]);
});
