// The journal as the audit log: who recorded what, when, and by which way.
import { describe, expect, test } from 'vitest';
import type { Way } from '../../../src/domain/event.js';
import { unlimited } from '../../../src/graph/work/work.js';
import { readJournalPage } from '../../../src/graphql/lists/journal-page.js';
import { askLedger, type Ask } from '../../../src/graphql/local-api.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openLedger } from '../../fixtures/open-ledger.js';

const ENTRIES = 'nodes { seq by way type } totalCount pageInfo { hasNextPage endCursor }';
const DAY = 86_400_000;

interface Page {
  readonly nodes: readonly { readonly seq: number; readonly by: string; readonly way: Way }[];
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Entities 1 to 9, one a day from January 1, in turn by three people, each in a way of their own; then a grade by the first. */
async function openAudited(): Promise<{ ledger: Ledger; page: (args: string) => Promise<Page>; ask: Ask }> {
  const open = await openLedger();
  const { ledger } = open;
  const people = [
    { name: 'Ann', way: 'API' },
    { name: 'Bea', way: 'COMMAND_LINE' },
    { name: 'Cy', way: 'IMPORT' },
  ] as const;
  for (let n = 0; n < 9; n += 1) {
    const author = people[n % 3] ?? people[0];
    await ledger.execute({ type: 'AddEntity', kind: 'PERSON', label: `Person ${n + 1}` }, author);
    open.now += DAY;
  }
  const [first] = [...(await ledger.history(0, 1))];
  const id = first?.event.type === 'EntityAdded' ? first.event.entity.id : '';
  await ledger.execute({ type: 'GradeParty', id, reliability: 'B' }, people[0]);
  const ask = await askLedger({ ledger, by: 'tests' }, (_, error) => {
    throw error;
  });
  const page = async (args: string): Promise<Page> => {
    const { data, errors } = await ask({ query: `{ journal(${args}) { ${ENTRIES} } }` });
    if (errors) throw new Error(JSON.stringify(errors));
    return data?.['journal'] as Page;
  };
  return { ledger, page, ask };
}

describe('the journal filtered by', () => {
  test.each<readonly [string, string, readonly number[]]>([
    ['nothing', 'first: 100', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]],
    ['who', 'by: "Ann"', [1, 4, 7, 10]],
    ['nobody who was here', 'by: "ann"', []],
    ['way', 'way: IMPORT', [3, 6, 9]],
    ['type', 'types: [PartyGraded]', [10]],
    ['several types', 'types: [PartyGraded, EntityAdded], by: "Ann"', [1, 4, 7, 10]],
    ['no type at all', 'types: []', []],
    ['since, itself included', 'since: "2026-01-08T00:00:00Z"', [8, 9, 10]],
    ['since, a moment later', 'since: "2026-01-08T00:00:00.001Z"', [9, 10]],
    ['since, from another part of the world', 'since: "2026-01-08T05:00:00+05:00"', [8, 9, 10]],
    ['since before all', 'since: "1999-01-01T00:00:00Z", until: "2026-01-02T00:00:00Z"', [1]],
    ['since after all', 'since: "2999-01-01T00:00:00Z"', []],
    ['until, itself not included', 'until: "2026-01-03T00:00:00Z"', [1, 2]],
    ['until before all', 'until: "1999-01-01T00:00:00Z"', []],
    [
      'all of it together',
      'by: "Ann", way: API, types: [EntityAdded], since: "2026-01-02T00:00:00Z", until: "2026-01-07T00:00:00Z"',
      [4],
    ],
    ['nothing, by nulls', 'by: null, way: null, types: null, since: null, until: null, first: 1', [1]],
  ])('%s', async (_, args, expected) => {
    const { page } = await openAudited();
    expect((await page(args)).nodes.map(({ seq }) => seq)).toEqual(expected);
  });
});

describe('the journal newest first, filtered by', () => {
  test.each<readonly [string, string, readonly number[]]>([
    ['nothing', 'first: 100', [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]],
    ['nothing, the first few', 'first: 3', [10, 9, 8]],
    ['who', 'by: "Ann"', [10, 7, 4, 1]],
    ['since, itself included', 'since: "2026-01-08T00:00:00Z"', [10, 9, 8]],
    ['since after all', 'since: "2999-01-01T00:00:00Z"', []],
    ['until, itself not included', 'until: "2026-01-03T00:00:00Z"', [2, 1]],
    ['until after all', 'until: "2999-01-01T00:00:00Z", first: 1', [10]],
    ['until before all', 'until: "1999-01-01T00:00:00Z"', []],
    ['until before since', 'since: "2026-01-05T00:00:00Z", until: "2026-01-03T00:00:00Z"', []],
  ])('%s', async (_, args, expected) => {
    const { page } = await openAudited();
    expect((await page(`orderBy: NEWEST, ${args}`)).nodes.map(({ seq }) => seq)).toEqual(expected);
  });
});

test('pages newest first follow one another to the oldest, whatever is recorded meanwhile', async () => {
  const { ledger, page } = await openAudited();
  for (const [filter, all] of [
    ['', [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]],
    [', by: "Ann"', [10, 7, 4, 1]],
  ] as const) {
    const met: number[] = [];
    let after: string | null = null;
    do {
      const { nodes, pageInfo }: Page = await page(
        `orderBy: NEWEST, first: 3${filter}${after === null ? '' : `, after: "${after}"`}`,
      );
      met.push(...nodes.map(({ seq }) => seq));
      expect(pageInfo.hasNextPage).toBe(met.length < all.length);
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      await ledger.execute({ type: 'AddEntity', kind: 'TOPIC', label: `Met ${filter}${met.length}` }, 'Zoe');
    } while (after !== null);
    expect(met.filter(seq => seq <= 10)).toEqual(all);
    expect(met.filter(seq => seq > 10).every((seq, at) => seq === met[at])).toBe(true);
  }
});

test('of the journal newest first no more is read than the page needs', async () => {
  const { ledger } = await openAudited();
  const read: number[] = [];
  const watched = new Proxy(ledger, {
    get: (of, name) =>
      name === 'history'
        ? async (after: number, limit: number) => {
            const events = await of.history(after, limit);
            read.push(...events.map(({ seq }) => seq));
            return events;
          }
        : (Reflect.get(of, name) as unknown),
  });
  const work = unlimited();
  const reading = () => ledger.through();
  const { nodes } = await readJournalPage(watched, { first: 2, order: 'NEWEST', reading, work });
  expect((await nodes).map(({ seq }) => seq)).toEqual([10, 9]);
  expect(read).toEqual([8, 9, 10]);
});

test('pages of a filtered journal follow one another, and all are counted', async () => {
  const { page } = await openAudited();
  const one = await page('by: "Ann", first: 3');
  expect(one).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: true } });
  expect(one.nodes.map(({ seq }) => seq)).toEqual([1, 4, 7]);
  const two = await page(`by: "Ann", first: 3, after: "${one.pageInfo.endCursor}"`);
  expect(two).toMatchObject({ totalCount: 4, pageInfo: { hasNextPage: false } });
  expect(two.nodes.map(({ seq, by, way }) => [seq, by, way])).toEqual([[10, 'Ann', 'API']]);
});

test('a cursor of another filter is refused', async () => {
  const { page } = await openAudited();
  const { pageInfo } = await page('by: "Ann", first: 1');
  for (const other of ['by: "Bea"', '', 'by: "Ann", way: API', 'by: "Ann", orderBy: NEWEST'])
    await expect(page(`${other} after: "${pageInfo.endCursor}"`)).rejects.toThrow(/another query/);
});

test('entries beyond the first piece that is read are found', async () => {
  const { ledger, page } = await openAudited();
  const commands = Array.from(
    { length: 1200 },
    (_, n) => ({ type: 'AddEntity', kind: 'TOPIC', label: `Topic ${n}` }) as const,
  );
  await ledger.executeAll(commands, { name: 'Bulk', way: 'IMPORT' });
  await ledger.execute({ type: 'AddEntity', kind: 'TOPIC', label: 'The last' }, 'Dee');
  expect((await page('by: "Dee"')).nodes.map(({ seq }) => seq)).toEqual([1211]);
  expect((await page('by: "Bulk", first: 0')).totalCount).toBe(1200);
  expect((await page('by: "Ann", orderBy: NEWEST')).nodes.map(({ seq }) => seq)).toEqual([10, 7, 4, 1]);
  expect((await page('since: "2026-01-10T00:00:00Z", first: 2')).nodes.map(({ seq }) => seq)).toEqual([
    10, 11,
  ]);
});
