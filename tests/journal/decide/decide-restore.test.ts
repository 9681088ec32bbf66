// Restoring what another journal held: the same ids, safe to repeat, and no more said than was.
import { beforeEach, expect, test } from 'vitest';
import type { RestoreAttestations, RestoredAttestation } from '../../../src/domain/command.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openLedger } from '../../fixtures/open-ledger.js';

let ledger: Ledger;
let claim = '';
const run = (command: Parameters<Ledger['execute']>[0]) => ledger.execute(command, 'Tess');

beforeEach(async () => {
  ({ ledger } = await openLedger());
  await run({ type: 'AddEntity', id: 'entity:a', kind: 'PERSON', label: 'Ann' });
  await run({ type: 'AddEntity', id: 'entity:b', kind: 'STATE', label: 'Russia' });
  ({ claim = '' } = await run({
    type: 'MakeClaim',
    subject: 'entity:a',
    predicate: 'travels_to',
    object: 'entity:b',
  }));
});

const one = (title: string, more: Partial<RestoredAttestation> = {}): RestoredAttestation => ({
  source: { new: { kind: 'ARTICLE', title } },
  polarity: 'AFFIRMS',
  certainty: 'CERTAIN',
  lineage: 'OWN',
  relays: [],
  ...more,
});

const restore = (...attestations: readonly RestoredAttestation[]) =>
  run({ type: 'RestoreAttestations', claim, attestations } satisfies RestoreAttestations);

const said = () => ledger.graph.attestationsOf(claim);

test('one attestation relays two, a source is not held for it, and a second time records nothing', async () => {
  const list = [one('x'), one('y'), one('z', { lineage: 'RELAYED', relays: [0, 1] })];
  await restore(...list);
  expect(said()[2]?.attestation.relays).toHaveLength(2);
  expect([...ledger.graph.sources()].map(({ held }) => held)).toEqual([null, null, null]);
  expect((await restore(...list)).already).toBe(true);
});

test('what attaching recorded is the same attestation', async () => {
  const source = { new: { kind: 'ARTICLE', title: 'x' } } as const;
  const { attestation } = await run({ type: 'AttachSource', claim, source, own: true });
  expect(await restore(one('x'))).toMatchObject({ already: true, unkept: [] });
  const otherwise = one('x', { certainty: 'POSSIBLE', credibility: 'TWO' });
  expect(await restore(otherwise)).toMatchObject({ already: true, unkept: ['certainty', 'credibility'] });
  expect(said().map(record => record.attestation.id)).toEqual([attestation]);
});

test('a note and a withdrawal come once, and a note that was changed here since stays changed', async () => {
  const list = [
    one('x'),
    one('y', { lineage: 'UNRECORDED', noted: { lineage: 'RELAYED', relays: [0] } }),
    one('z', { withdrawn: 'misread' }),
  ];
  await restore(...list);
  expect(said().map(({ lineages, withdrawn }) => [lineages.at(-1)?.lineage, withdrawn?.reason])).toEqual([
    ['OWN', undefined],
    ['RELAYED', undefined],
    ['OWN', 'misread'],
  ]);
  const attestation = said()[1]?.attestation.id ?? '';
  await run({ type: 'RecordLineage', attestation, lineage: 'OWN' });
  expect((await restore(...list)).already).toBe(true);
});

test('a source by itself is added once, and held once', async () => {
  const source = { kind: 'ARTICLE', title: 'x' } as const;
  const add = (held: boolean) => run({ type: 'AddSource', source, held });
  expect((await add(false)).events.map(({ event }) => event.type)).toEqual(['SourceAdded']);
  expect((await add(true)).events.map(({ event }) => event.type)).toEqual(['SourceHeld']);
  expect((await add(false)).already).toBe(true);
});

test.each<[string, readonly RestoredAttestation[], string]>([
  [
    'a relay that stands below',
    [one('x', { lineage: 'RELAYED', relays: [1] }), one('y')],
    'not listed before',
  ],
  [
    'a relay of the opposite',
    [one('x', { polarity: 'DENIES' }), one('y', { lineage: 'RELAYED', relays: [0] })],
    'opposite',
  ],
  ['a relay without lineage', [one('x'), one('y', { relays: [0] })], '`relays` is needed with RELAYED'],
  ['the same one twice', [one('x'), one('x')], 'in the list already'],
  ['one that is noted to relay itself', [one('x', { noted: { lineage: 'RELAYED', relays: [0] } })], 'itself'],
])('%s is refused', async (_, list, message) => {
  const { seq } = ledger.graph;
  await expect(restore(...list)).rejects.toThrow(message);
  expect(ledger.graph.seq).toBe(seq);
});

test('nothing new is said of a claim that was withdrawn, and what is known stays', async () => {
  await restore(one('x'));
  await run({ type: 'WithdrawClaim', id: claim, reason: 'mistaken' });
  expect((await restore(one('x'))).already).toBe(true);
  await expect(restore(one('y'))).rejects.toThrow('was withdrawn');
});
