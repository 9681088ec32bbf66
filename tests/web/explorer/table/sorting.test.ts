// The order of the table's rows: by a column up, then down; what is unknown stands last either way.
import { describe, expect, test } from 'vitest';
import { CLAIM_COLUMNS } from '../../../../src/web/explorer/table/columns.js';
import { ordered, sorted, type Order } from '../../../../src/web/explorer/table/sorting.js';
import { edge } from './a-drawing.js';

const ids = (edges: Parameters<typeof sorted<ReturnType<typeof edge>>>[0], order: Order | null): string =>
  sorted(edges, CLAIM_COLUMNS, order)
    .map(({ claim }) => claim.id)
    .join(' ');

const by = (column: string, isDown = false): Order => ({ column, isDown });

describe('rows', () => {
  test('stay as they are until a column is chosen', () => {
    expect(ids([edge('b'), edge('a')], null)).toBe('b a');
  });

  test.each([
    ['claim', 'a b c', 'c b a'],
    ['chains', 'b a c', 'c a b'],
    ['status', 'c a b', 'b a c'],
    ['time', 'c a b', 'a c b'],
    ['certainty', 'a c b', 'c a b'],
  ])('are sorted by %s', (column, up, down) => {
    const rows = [
      edge('a', {
        validTime: '2014-11',
        status: 'SUPPORTED',
        support: { independent: 2, certainty: 'CERTAIN' },
      }),
      edge('b', { validTime: null, status: 'DISPUTED', support: { independent: 0, certainty: null } }),
      edge('c', {
        validTime: '../2015',
        status: 'CORROBORATED',
        support: { independent: 10, certainty: 'POSSIBLE' },
      }),
    ];
    expect([ids(rows, by(column)), ids(rows, by(column, true))]).toEqual([up, down]);
  });

  test('that are equal stay in their order', () => {
    expect(ids([edge('b'), edge('a'), edge('c')], by('sources', true))).toBe('b a c');
  });
});

describe('a column that is chosen', () => {
  const [claim, number] = [{ id: 'claim' }, { id: 'sources', isNumber: true }];

  test('begins with the first words, or with the greatest number', () => {
    expect([ordered(null, claim), ordered(null, number)]).toEqual([by('claim'), by('sources', true)]);
  });

  test('turns around when it is chosen again', () => {
    expect(ordered(by('claim'), claim)).toEqual(by('claim', true));
    expect(ordered(by('sources', true), number)).toEqual(by('sources'));
  });
});
