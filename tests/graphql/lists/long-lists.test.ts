// Plain lists that grow: as many as are asked for, how many there are beside them, and no more work than that takes.
import { beforeAll, describe, expect, test } from 'vitest';
import { atOnce } from '../../../src/graph/work/resumable.js';
import { askLedger, type Ask } from '../../../src/graphql/local-api.js';
import { longList, walkedList } from '../../../src/graphql/words/long-list.js';
import { Ledger } from '../../../src/journal/ledger.js';
import { openMemoryJournal } from '../../../src/journal/stored/memory-journal.js';
import { memoryTexts } from '../../../src/journal/texts/memory-texts.js';
import { Teller } from '../../fixtures/teller.js';
import type { Data } from '../tiny-api.js';

const MANY = 130;
const times = <T>(make: (at: number) => T, count = MANY): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** A wire with many reprints, a role with many holders in turn, an office that many share at once, and one entity under many ids. */
function longWorld() {
  const teller = new Teller();
  for (const id of ['agency', 'outlet', 'paper']) teller.entity(id);
  const met = teller.claim('agency', 'met', 'paper');
  const wire = teller.says(teller.source('agency', { held: false }), met);
  const reprints = times(() => teller.says(teller.source('outlet'), met, { relays: [wire] }));
  const digest = teller.says(teller.source('paper'), met, { relays: reprints });
  teller.entity('role', 'ROLE');
  teller.entity('office', 'ROLE');
  const holders = times(at => {
    const id = teller.entity(`holder-${at}`, 'PERSON');
    const claim = teller.claim(id, 'holds_role', 'role', { validTime: `${1800 + at}` });
    teller.says(teller.source('agency'), claim);
    return claim;
  });
  const rivals = times(at => {
    const claim = teller.claim(`holder-${at}`, 'holds_role', 'office', { validTime: '1990' });
    teller.says(teller.source('agency'), claim);
    return claim;
  }, 30);
  for (const at of times(at => at, 120)) {
    teller.entity(`same-${at}`);
    teller.judges('paper', `same-${at}`, 'SAME');
  }
  const pages = times(at => `https://example.org/${at}`);
  const names = times(at => ({
    text: `Name ${at}`,
    kind: at === 0 ? ('PRIMARY' as const) : ('ALIAS' as const),
  }));
  const named = { id: 'named', kind: 'TOPIC' as const, label: 'Name 0', sameAs: pages };
  teller.tell({ type: 'EntityAdded', entity: named, names });
  return { teller, met, wire, reprints, digest, holders, rivals };
}

const world = longWorld();
let ask: Ask;
beforeAll(async () => {
  const journal = openMemoryJournal(world.teller.events);
  const ledger = await Ledger.open({
    journal,
    vocabulary: world.teller.vocabulary,
    clock: () => Date.UTC(2027, 0, 1),
    texts: memoryTexts(),
  });
  ask = await askLedger({ ledger, by: 'Tess' }, (_, error) => {
    throw error;
  });
});

async function answer(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
  const { data, errors } = await ask({ query, variables });
  expect(errors).toBeUndefined();
  return { ...data };
}

/** A list of what has this id, and the field under test in it. */
const node = (id: string, fields: string): string => `{ node(id: "${id}") { ${fields} } }`;

describe.each([
  { list: 'Attestation.relayedBy', id: world.wire, length: MANY, usually: 100 },
  { list: 'Attestation.relays', id: world.digest, length: MANY, usually: 100 },
  { list: 'Claim.succeededBy', id: world.holders[0] ?? '', length: MANY - 1, usually: 100 },
  { list: 'Claim.precededBy', id: world.holders.at(-1) ?? '', length: MANY - 1, usually: 100 },
  { list: 'Entity.sameEntities', id: 'paper', length: 120, usually: 100 },
  { list: 'Entity.judgements', id: 'paper', length: 120, usually: 100, of: 'b { id }' },
  { list: 'Entity.names', id: 'named', length: MANY, usually: 100, of: 'text' },
  { list: 'Entity.sameAs', id: 'named', length: MANY, usually: 100, of: null },
])('$list', ({ list, id, length, usually, of = 'id' }) => {
  const inner = of === null ? '' : `{ ${of} }`;
  const [type = '', field = ''] = list.split('.');
  const on = (fields: string): string => node(id, `... on ${type} { ${fields} }`);

  test('shows as many as are asked for, from the beginning, and tells how many there are', async () => {
    const query = on(`none: ${field}(first: 0) ${inner} few: ${field}(first: 3) ${inner}
      all: ${field} ${inner} unset: ${field}(first: null) ${inner} ${field}Count`);
    const found = (await answer(query))['node'] as Data;
    expect(found[`${field}Count`]).toBe(length);
    expect(found['all']).toHaveLength(Math.min(length, usually));
    expect(found['unset']).toEqual(found['all']);
    expect(found['few']).toEqual(found['all'].slice(0, 3));
    expect(found['none']).toEqual([]);
  });

  test.each([-1, 101, 1000])('refuses %i', async first => {
    const { errors } = await ask({
      query: `query ($first: Int) ${on(`${field}(first: $first) ${inner}`)}`,
      variables: { first },
    });
    expect(errors?.map(({ extensions, message }) => [extensions?.['code'], message])).toEqual([
      ['INVALID_INPUT', `\`first\` is ${first}: give a whole number from 0 to 100.`],
    ]);
  });
});

test('of claims at odds 20 are shown unless more are asked for, and all are counted', async () => {
  const [one = ''] = world.rivals;
  const { node: claim } = await answer(
    node(
      one,
      '... on Claim { contradictionsCount contradictions(first: 1) { claimsCount claims { id } more: claims(first: 100) { id } } }',
    ),
  );
  expect(claim.contradictionsCount).toBe(1);
  const [contradiction] = claim.contradictions as Data[];
  expect(contradiction?.['claimsCount']).toBe(30);
  expect(contradiction?.['claims']).toHaveLength(20);
  expect(contradiction?.['more'].map(({ id }: Data) => id as string)).toEqual(world.rivals);
});

test('each entity that is one with many tells the pages and names of all, and one stands for them', async () => {
  const { node: one } = await answer(
    node('same-7', '... on Entity { sameEntitiesCount sameAsCount namesCount canonical { id } }'),
  );
  expect(one).toEqual({ sameEntitiesCount: 120, sameAsCount: 0, namesCount: 0, canonical: { id: 'paper' } });
});

test('chains are counted beside those that are listed', async () => {
  const { claim } =
    await answer(`{ claim(id: "${world.met}") { chains(first: 2) { attestationsCount attestations(first: 1) { id } }
    chainsCount denials: chainsCount(polarity: DENIES) attestations(first: 1) { nodes { chainsCount } } } }`);
  // Each reprint leads to the wire, and the digest to each reprint.
  expect(claim.chainsCount).toBe(2 * MANY);
  expect(claim.denials).toBe(0);
  expect(
    claim.chains.map((chain: Data) => [chain['attestationsCount'], chain['attestations'].length]),
  ).toEqual([
    [2, 1],
    [2, 1],
  ]);
  expect(claim.attestations.nodes).toEqual([{ chainsCount: 1 }]);
});

test('lists inside of lists are refused by what they could hold, before anything is worked out', async () => {
  const { errors } = await ask({
    query:
      '{ holders(role: "role") { nodes { succeededBy { succeededBy { precededBy { precededBy { id } } } } } } }',
  });
  expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['QUERY_TOO_COSTLY']);
});

describe('rows that are worked out one by one', () => {
  function* counting(taken: { rows: number }): Iterable<number> {
    for (;;) yield (taken.rows += 1);
  }

  test('are worked out no further than they are asked for', () => {
    const taken = { rows: 0 };
    const list = walkedList(
      () => counting(taken),
      row => `row ${row}`,
    );
    expect(atOnce(list.first(2))).toEqual(['row 1', 'row 2']);
    expect(taken.rows).toBe(2);
    expect(atOnce(list.first(0))).toEqual([]);
    expect(taken.rows).toBe(2);
  });

  test('are shown no further than they are asked for, where all are there', () => {
    const shown: number[] = [];
    const list = longList([1, 2, 3], row => shown.push(row));
    expect([list.count(), list.first(2), shown]).toEqual([3, [1, 2], [1, 2]]);
  });

  test('are left out where they are null, and each that is looked at is a step', () => {
    const rows = Array.from({ length: 1000 }, (_, at) => (at % 10 === 0 ? at : null));
    const list = walkedList(
      () => rows,
      row => row,
    );
    const steps = (work: Generator<number, unknown>): number =>
      [...work].reduce((sum, some) => sum + some, 0);
    expect(atOnce(list.count())).toBe(100);
    expect(atOnce(list.first(3))).toEqual([0, 10, 20]);
    expect(steps(list.count())).toBe(1000);
    expect(steps(list.first(3))).toBe(0);
  });
});
