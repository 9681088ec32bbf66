// Entities known only by reference, through the ledger: described once, and nothing that was said meanwhile is lost.
import { beforeEach, describe, expect, test } from 'vitest';
import type { AddEntity, Command } from '../../../src/domain/command.js';
import type { Event } from '../../../src/domain/event.js';
import { decideAddEntity } from '../../../src/journal/decide/decide-entity.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openLedger } from '../../fixtures/open-ledger.js';
import { atOnce } from '../../../src/graph/work/resumable.js';

const ID = 'entity:t/q7';
const stub: AddEntity = { type: 'AddEntity', id: ID, kind: 'ORGANIZATION', label: 'Q7', provisional: true };
const full: AddEntity = {
  type: 'AddEntity',
  id: ID,
  kind: 'PERSON',
  label: 'Ann Marl',
  names: [{ text: 'Ann Marl', language: 'en' }, { text: 'A. Marl' }],
  description: 'a painter',
  sameAs: ['https://example.org/ann'],
  spelledOtherwise: true,
};

let ledger: Ledger;
beforeEach(async () => ({ ledger } = await openLedger()));

const record = async (command: Command): Promise<readonly Event[]> =>
  (await ledger.execute(command, 'Ann')).events.map(({ event }) => event);
const known = () => ledger.graph.findEntity(ID);
const names = () => known()?.names.map(({ text, kind, recorded }) => `${text} ${kind} ${recorded.seq}`);

test('what is only referred to is added as such', async () => {
  const entity = { id: ID, kind: 'ORGANIZATION', label: 'Q7', sameAs: [], provisional: true };
  expect(await record(stub)).toMatchObject([{ type: 'EntityAdded', entity, names: [{ text: 'Q7' }] }]);
  expect(known()?.entity).toEqual(entity);
});

test('the entity itself replaces what stood in for it, in one event, and names keep their times', async () => {
  await record(stub);
  const [event, ...others] = await record(full);
  expect(others).toEqual([]);
  const entity = {
    id: ID,
    kind: 'PERSON',
    label: 'Ann Marl',
    description: 'a painter',
    sameAs: ['https://example.org/ann'],
  };
  expect(event).toEqual({
    type: 'EntityDescribed',
    entity,
    names: [
      { text: 'Ann Marl', language: 'en', kind: 'PRIMARY', script: 'Latn' },
      { text: 'A. Marl', kind: 'ALIAS', script: 'Latn' },
    ],
  });
  expect(known()?.entity).toEqual(entity);
  expect(names()).toEqual(['Ann Marl PRIMARY 2', 'Q7 ALIAS 1', 'A. Marl ALIAS 2']);
  await ledger.graph.names.ready();
  expect(['Ann Marl', 'Q7'].map(text => atOnce(ledger.graph.names.search(text))[0]?.entity)).toEqual([
    ID,
    ID,
  ]);
});

test('a name that was there already becomes the primary one, at its own time', async () => {
  await record(stub);
  await record({ type: 'AddName', entity: ID, name: { text: 'Ann Marl', language: 'en' } });
  expect(await record({ ...full, names: [] })).toMatchObject([{ type: 'EntityDescribed', names: [] }]);
  expect(names()).toEqual(['Ann Marl PRIMARY 2', 'Q7 ALIAS 1']);
});

describe('nothing is recorded', () => {
  test.each<[string, readonly AddEntity[], AddEntity]>([
    ['by the same reference again', [stub], stub],
    ['by another reference, whatever it says', [stub], { ...full, provisional: true }],
    ['by a reference to what is known in earnest', [full], { ...stub, kind: 'PLACE' }],
    ['by a reference to what was described', [stub, full], stub],
    ['by the same description again', [stub, full], full],
  ])('%s', async (_, before, again) => {
    for (const command of before) await record(command);
    expect(await record(again)).toEqual([]);
  });
});

test('once it is described, another label is an alias and another kind is refused', async () => {
  for (const command of [stub, full]) await record(command);
  const other = { ...full, label: 'Anna Marl', names: [] };
  expect(await record(other)).toMatchObject([{ type: 'NameAdded', name: { text: 'Anna Marl' } }]);
  await expect(record({ ...full, kind: 'PLACE' })).rejects.toThrow('kind "PERSON", not "PLACE"');
});

describe('a kind that turns out to be another', () => {
  const at = { type: 'AddEntity', id: 'entity:t/at', kind: 'ORGANIZATION', label: 'At' } as const;
  const before: readonly Command[] = [
    { type: 'MakeClaim', subject: 'entity:t/at', predicate: 'part_of', object: ID },
    { type: 'JudgeIdentity', a: ID, b: 'entity:t/at', judgement: 'SAME' },
  ];

  test('leaves claims and judgements as they are, and saying them again records nothing', async () => {
    for (const command of [at, stub]) await record(command);
    for (const command of before) expect(await record(command)).toHaveLength(1);
    await record(full);
    expect([...ledger.graph.claims()].map(claim => ledger.graph.sentenceOf(claim))).toEqual([
      'At is part of Ann Marl',
    ]);
    for (const command of before) expect(await record(command)).toEqual([]);
  });

  test('holds for what is said from then on', async () => {
    for (const command of [at, stub, full]) await record(command);
    for (const command of before) await expect(record(command)).rejects.toThrow('PERSON');
  });
});

test('in one batch, an entity is described after it was referred to', async () => {
  const { done } = await ledger.executeAll([stub, full, stub], 'Ann');
  expect(done?.map(({ events }) => events.map(({ event }) => event.type))).toEqual([
    ['EntityAdded'],
    ['EntityDescribed'],
    [],
  ]);
  expect(known()?.entity.label).toBe('Ann Marl');
});

test('adding many names to many looks at each a few times at most', async () => {
  const many = 1000;
  const spelled = (from: number) =>
    Array.from({ length: many }, (_, at) => ({ text: `A. Marl ${from + at}` }));
  await record({ ...full, names: spelled(0) });
  let looks = 0;
  for (const name of known()?.names ?? []) {
    const { text } = name;
    Object.defineProperty(name, 'text', { get: () => ((looks += 1), text) });
  }
  const added = decideAddEntity(ledger.graph, { ...full, names: spelled(many / 2) });
  expect(added.events).toHaveLength(many / 2);
  expect(looks).toBeGreaterThan(0);
  expect(looks).toBeLessThan(5 * many);
});

test.each([
  ['in its language', { text: 'Ann Marl', language: 'en' }, 0],
  ['in any language', { text: 'Ann Marl' }, 0],
  ['in another language', { text: 'Ann Marl', language: 'de' }, 1],
  ['where the known one has no language', { text: 'A. Marl', language: 'en' }, 1],
  ['spelled otherwise', { text: 'A Marl' }, 1],
])('a name that is known %s', async (_, name, added) => {
  await record(full);
  expect(await record({ type: 'AddName', entity: ID, name })).toHaveLength(added);
});
