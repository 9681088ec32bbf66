// Names in Popolo: whole, in parts, as titles, and in every language that is told.
import { expect, test } from 'vitest';
import { openPopoloWorld } from './popolo-world.js';

test.each([
  ['parts', { given_name: 'Ada', family_name: 'Finch' }, ['Ada Finch']],
  [
    'other names alone, of which the last main one counts',
    {
      other_names: [
        { note: 'Main', given_name: 'Ada', family_name: 'Wren', end_date: '1990' },
        { note: 'Main', given_name: 'Ada', family_name: 'Finch', start_date: '1990' },
      ],
    },
    ['Ada Finch', 'Ada Wren'],
  ],
  [
    'a title',
    {
      other_names: [{ note: 'Main', honorific_prefix: 'Baroness', lordname: 'Finch', lordofname: 'Reedham' }],
    },
    ['Baroness Finch of Reedham'],
  ],
  [
    'a title of a place',
    { other_names: [{ honorific_prefix: 'Bishop', lordofname: 'Reedham' }] },
    ['Bishop of Reedham'],
  ],
  ['mere texts', { name: 'Ada', other_names: ['Adie', 'A.'] }, ['Ada', 'Adie', 'A.']],
])('a name may be told by %s', async (_, members, names) => {
  const world = await openPopoloWorld();
  await world.import({ persons: [{ id: '1', ...members }] });
  const told = world.ledger.graph.findEntity('entity:popolo/assembly/person/1')?.names;
  expect(told?.map(({ text }) => text)).toEqual(names);
});

test('a spelling is kept in every language that it is told for', async () => {
  const world = await openPopoloWorld();
  const other_names = ['ru', 'uk', 'bg'].map(lang => ({ name: 'Ада', lang }));
  await world.import({ persons: [{ id: '1', name: 'Ада', other_names }] });
  const told = world.ledger.graph.findEntity('entity:popolo/assembly/person/1')?.names;
  expect(told?.map(({ language }) => language)).toEqual([undefined, 'ru', 'uk', 'bg']);
});
