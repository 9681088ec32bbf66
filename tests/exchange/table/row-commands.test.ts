// What rows come to: entities, claims and attestations, or a reason in its place.
import { describe, expect, test } from 'vitest';
import { input, itemsOf, mappingText, openWorld } from './reading-tables.js';

const TWO =
  'entities:\n  a: { id: "{x}", kind: STATE, label: "{x}" }\n  b: { id: "{y}", kind: STATE, label: "{y}" }\n';
const SUPPORTS = `${TWO}claims:\n  - { subject: a, predicate: supports, object: b, REST }\n`;
const claims = (rest: string): string => mappingText(SUPPORTS.replace('REST', rest));

const table = (...lines: string[]): string => `${lines.join('\n')}\n`;
type Made = { readonly [member: string]: unknown };
const made = async (yaml: string, csv: string, type: string): Promise<Made[]> =>
  (await itemsOf(yaml, csv)).flatMap(item =>
    'commands' in item ? item.commands.filter(command => command.type === type) : [],
  ) as unknown as Made[];
const problems = async (yaml: string, csv: string): Promise<string[]> =>
  (await itemsOf(yaml, csv)).flatMap(item =>
    'problem' in item ? `${item.place.line}:${item.place.column} ${item.problem}` : [],
  );

describe('entities', () => {
  test('a plain key makes a plain id, any other key one with a hash', async () => {
    const yaml = mappingText('entities:\n  a: { id: "{x}", kind: STATE, label: "{x}" }\n');
    const ids = (await made(yaml, table('x', 'mali', 'Côte d’Ivoire', 'cote d ivoire'), 'AddEntity')).map(
      ({ id }) => id,
    );
    expect(ids).toEqual([
      'entity:t/mali',
      expect.stringMatching(/^entity:t\/cote-d-ivoire-[0-9a-f]{16}$/),
      expect.stringMatching(/^entity:t\/cote-d-ivoire-[0-9a-f]{16}$/),
    ]);
    expect(new Set(ids).size).toBe(3);
  });

  test('a cell that is split makes an entity of each part, and a claim of each pair', async () => {
    const yaml = mappingText(
      SUPPORTS.replace('label: "{y}" }', 'label: "{y}", split: { y: ";" } }').replace(', REST', ''),
    );
    const objects = (await made(yaml, table('x,y', 'mali,chad; niger ;'), 'MakeClaim')).map(
      ({ object }) => object,
    );
    expect(objects).toEqual(['entity:t/chad', 'entity:t/niger']);
  });

  test('without a label it is only referred to, until a row tells what it is called', async () => {
    const yaml = mappingText(
      'entities:\n  a: { id: "{x}", kind: STATE, label: "{name}" }\n  b: { id: "{y}", kind: STATE }\nclaims:\n  - { subject: a, predicate: supports, object: b }\n',
    );
    const world = await openWorld();
    const { graph } = world.ledger;
    await world.import(yaml, table('x,name,y', 'ml,Mali,td'));
    expect(graph.findEntity('entity:t/td')?.entity).toMatchObject({ label: 'td', provisional: true });
    const both = table('x,name,y', 'td,Chad,ml', 'ml,Mali,td');
    expect(await world.import(yaml, both)).toMatchObject({ refused: 0 });
    expect(['ml', 'td'].map(key => graph.findEntity(`entity:t/${key}`)?.entity)).toMatchObject([
      { label: 'Mali' },
      { label: 'Chad' },
    ]);
    expect([...graph.entities()].filter(({ entity }) => entity.provisional)).toEqual([]);
    expect(await world.import(yaml, both)).toMatchObject({ accepted: 0 });
  });

  test('that is referred to and told in one row is told, whichever comes first in the mapping', async () => {
    const yaml = mappingText(
      'entities:\n  b: { id: "{y}", kind: STATE }\n  a: { id: "{x}", kind: STATE, label: "{name}" }\n',
    );
    const made = await itemsOf(yaml, table('x,name,y', 'ml,Mali,ml'));
    expect(made).toMatchObject([{ commands: [{ label: 'ml', provisional: true }, { label: 'Mali' }] }]);
  });

  test('two people of one name stay two where the mapping tells them apart', async () => {
    const yaml = mappingText('entities:\n  p: { id: "{name} {born}", kind: PERSON, label: "{name}" }\n');
    const ids = (await made(yaml, table('name,born', 'Kim,1950', 'Kim,1984'), 'AddEntity')).map(
      ({ id }) => id,
    );
    expect(new Set(ids).size).toBe(2);
  });
});

describe('rules', () => {
  test.each([
    ['an open end is put in where the column is blank', '"{from}/{to|..}"', '2014', '', '2014/..'],
    ['a text with a blank column is left out', '"{from}/{to}"', '2014', '', undefined],
    [
      'a pattern picks and orders',
      '{ from: "{from}", matches: "^(..)\\\\.(..)\\\\.(....)$", as: $3-$2-$1 }',
      '17.11.2014',
      '',
      '2014-11-17',
    ],
    ['a code is looked up', '{ from: "{from}", map: { q4: 2014-10/2014-12 } }', 'q4', '', '2014-10/2014-12'],
    [
      'days are counted over months and leap years',
      '{ from: "{from}", daysSince: "2012-01-01" }',
      '366',
      '',
      '2013-01-01',
    ],
    [
      'what fits nothing takes the default',
      '{ from: "{from}", map: { a: b }, default: "2014" }',
      'zz',
      '',
      '2014',
    ],
  ])('%s', async (_, rule, from, to, expected) => {
    const csv = table('x,y,from,to', `mali,chad,${from},${to}`);
    const [claim] = await made(claims(`validTime: ${rule}`), csv, 'MakeClaim');
    expect(claim?.['validTime']).toBe(expected);
  });
});

describe('conditions', () => {
  test.each([
    ['is', 'is: "yes"', 1],
    ['in', 'in: ["yes", perhaps]', 2],
    ['matches', 'matches: "^p"', 1],
    ['notEmpty', 'notEmpty: true', 3],
    ['notEmpty: false', 'notEmpty: false', 1],
  ])('%s', async (_, condition, count) => {
    const csv = table('x,y,w', 'a,b,yes', 'a,c,perhaps', 'a,d,no', 'a,e,');
    expect(await made(claims(`when: { column: w, ${condition} }`), csv, 'MakeClaim')).toHaveLength(count);
  });
});

describe('what does not fit is told with line and column', () => {
  test.each([
    ['a blank object', '', table('x,y', 'mali,'), /^2:1 There is no object, for "b" is blank/],
    [
      'a code that is missing',
      'validTime: { from: "{t}", map: { a: b } }',
      table('x,y,t', '"ma""li",chad,zz'),
      /^2:15 "zz" is not in the map/,
    ],
    ['a date that is none', 'validTime: "{t}"', table('x,y,t', 'a,b,tomorrow'), /"tomorrow" is not a date/],
    ['a cell too many', '', table('x,y', 'a,b,c'), /^2:1 The row has 3 cells, the table 2 columns/],
  ])('%s', async (_, rest, csv, expected) => {
    const yaml = rest === '' ? mappingText(SUPPORTS.replace(', REST', '')) : claims(rest);
    expect((await problems(yaml, csv)).join('\n')).toMatch(expected);
  });

  test('lines are counted through cells that have several', async () => {
    const csv = table('x,y,t', '"a\nb",c,2014', '', 'a,"b', 'c",bad');
    expect(await problems(claims('validTime: "{t}"'), csv)).toEqual([
      expect.stringMatching(/^5:1 "bad" is not a date/),
    ]);
  });
});

test('a row that the mapping takes nothing from is skipped, and said to be', async () => {
  const yaml = mappingText(
    'entities:\n  a: { id: "{x}", kind: STATE, label: "{x}", when: { column: k, is: state } }\n',
  );
  const items = await itemsOf(yaml, table('x,k', 'mali,state', 'niger,river'));
  expect(items.map(item => 'skipped' in item)).toEqual([false, true]);
});

test('columns that the mapping does not use are named', async () => {
  const yaml = mappingText('entities:\n  a: { id: "{x}", kind: STATE, label: "{x}" }\n');
  const [item] = await itemsOf(yaml, table('x,page,note', 'mali,7,'));
  expect(item).toMatchObject({ lost: ['column "page"'] });
});

describe('JSON Lines', () => {
  const yaml = mappingText(
    'entities:\n  a: { id: "{who.id}", kind: STATE, label: "{who.name}", names: [{ text: "{alias}", split: { alias: ";" } }] }\n',
    'format: jsonl',
  );
  const lines = (text: string) => input(text, { name: 't.jsonl' });

  test('members of objects are columns by their path, and lists are split already', async () => {
    const items = await itemsOf(
      yaml,
      lines('{"who":{"id":7,"name":"Mali"},"alias":["M","Soudan; français"]}\n'),
    );
    expect(items[0]).toMatchObject({
      commands: [{ id: 'entity:t/7', label: 'Mali', names: [{ text: 'M' }, { text: 'Soudan; français' }] }],
    });
  });

  test.each([
    ['no JSON', '{"who":', /no JSON/],
    ['no object', '[1]', /no object/],
    ['a key that reaches for prototypes', '{"__proto__":{"x":1}}', /"__proto__" is not allowed/],
    ['too many levels', `${'{"a":'.repeat(25)}1${'}'.repeat(25)}`, /levels of nesting/],
  ])('a line with %s is refused alone', async (_, line, expected) => {
    const items = await itemsOf(
      yaml,
      lines(`{"who":{"id":1,"name":"A"}}\n${line}\n{"who":{"id":2,"name":"B"}}\n`),
    );
    expect(items).toHaveLength(3);
    expect(items[1]).toMatchObject({
      place: { line: 2 },
      problem: expect.stringMatching(expected) as string,
    });
  });

  test('a file whose first line is no JSON is another format', async () => {
    await expect(itemsOf(yaml, lines('who,id\n1,2\n'))).rejects.toThrow(/Is it JSON Lines\?/);
  });
});
