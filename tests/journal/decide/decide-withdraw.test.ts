// Withdrawing what one party said of a claim: the claim goes with it, unless somebody else whom we hold says it too.
import { beforeEach, expect, test } from 'vitest';
import type { AttachSource, Command } from '../../../src/domain/command.js';
import { Conflict } from '../../../src/domain/refusal.js';
import { openLedger, vocabularyOf } from '../../exchange/import/import-into.js';

type Says = Partial<AttachSource>;
let run: (command: Command) => Promise<readonly string[]>;
let claim = '';

beforeEach(async () => {
  const ledger = await openLedger(vocabularyOf('misp'));
  run = async command => (await ledger.execute(command, 'Tess')).events.map(({ event }) => event.type);
  for (const id of ['entity:t/a', 'entity:t/b'])
    await run({ type: 'AddEntity', id, kind: 'TOPIC', label: id });
  await run({ type: 'MakeClaim', subject: 'entity:t/a', predicate: 'similar_to', object: 'entity:t/b' });
  claim = [...ledger.graph.claims()][0]?.claim.id ?? '';
});

const by = (partyDescribedAs: string, title = 'list') => ({
  new: { kind: 'DATASET', title, partyDescribedAs } as const,
});
const attach = (who: string, more: Says = {}) =>
  run({ type: 'AttachSource', claim, source: by(who), ...more });
const takeBack = (who: string) =>
  run({ type: 'WithdrawClaim', id: claim, reason: 'revoked', saidBy: { partyDescribedAs: who } });

test.each<[string, readonly (readonly [string, Says])[], readonly string[]]>([
  ['nobody else', [['A', {}]], ['ClaimWithdrawn']],
  ['nobody at all', [], ['ClaimWithdrawn']],
  [
    'another',
    [
      ['A', {}],
      ['B', {}],
    ],
    ['AttestationWithdrawn'],
  ],
  ['another alone', [['B', {}]], []],
  [
    'another who denies it',
    [
      ['A', {}],
      ['B', { polarity: 'DENIES' }],
    ],
    ['ClaimWithdrawn'],
  ],
  ['another only as far as it tells', [['A', { via: [{ source: by('B') }] }]], ['ClaimWithdrawn']],
])('what is said by %s', async (_, said, expected) => {
  for (const [who, more] of said) await attach(who, more);
  expect(await takeBack('A')).toEqual(expected);
  expect(await takeBack('A')).toEqual([]);
});

test('of a claim that was withdrawn, what is known may be said again, and nothing new', async () => {
  await attach('A');
  await takeBack('A');
  expect(await attach('A')).toEqual([]);
  await expect(attach('B')).rejects.toThrow(Conflict);
  await expect(attach('B')).rejects.toThrow('was withdrawn (revoked): nothing can be attached to it.');
  expect(await attach('B', { unlessWithdrawn: true })).toEqual([]);
});
