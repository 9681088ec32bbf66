// Statements of Wikibase: the claim that each makes, its qualifiers and its time.
import { describe, expect, test } from 'vitest';
import {
  coordinate,
  entity,
  HUMAN,
  item,
  noValue,
  person,
  quantity,
  someValue,
  statement,
  text,
  time,
} from './making-entities.js';
import { World, worldOf } from './reading-entities.js';

describe('statements', () => {
  test.each([
    ['an office', item('P39', 'Q8'), 'Ann Marl serves as Q8'],
    ['a birthday', time('P569', '+1961-04-05T00:00:00Z', 11), 'Ann Marl is born on 1961-04-05'],
    ['a father', item('P22', 'Q8'), 'Q8 is a parent of Ann Marl'],
    ['a gender', item('P21', 'Q6581072'), 'Ann Marl has the gender female'],
    ['an identifier', text('P214', '77', 'external-id'), 'Ann Marl has the identifier 77 in viaf'],
    ['another identifier', text('P9', '78', 'external-id'), 'Ann Marl has the identifier 78 in P9'],
    [
      'an address',
      text('P856', 'https://example.org/', 'url'),
      'Ann Marl can be reached at https://example.org/ (website)',
    ],
    ['an item of a property of no predicate', item('P106', 'Q8'), 'Ann Marl has Q8 as occupation'],
    ['an item that the predicate does not take', item('P27', 'Q5'), 'Ann Marl is a citizen of Q5'],
    ['a date of another property', time('P9', '+1961-00-00T00:00:00Z', 9), 'Ann Marl has the P9 1961'],
    ['a number', quantity('P1082', '+12'), 'Ann Marl has the population 12'],
    ['an amount', quantity('P2048', '+1.8', 'Q11573'), 'Ann Marl has the P2048 1.8 Q11573'],
    ['a place', coordinate('P625', 1.5, -2), 'Ann Marl has the coordinate location 1.5, -2'],
    ['some value', someValue('P26'), 'Ann Marl is married to something not named'],
    ['no value', noValue('P26'), 'Ann Marl is married to nothing'],
  ])('%s', async (_, snak, sentence) => {
    expect((await worldOf(person(statement(snak)))).sentences).toContain(sentence);
  });

  test('that the same file knows to be of another kind, an object is kept under its property', async () => {
    const world = await worldOf(
      person(statement(item('P27', 'Q7'))),
      entity('Q7', { labels: { en: 'Oxley' } }, [statement(item('P31', 'Q515'))]),
    );
    expect(world.sentences).toContain('Ann Marl has Oxley as country of citizenship');
  });

  test('two pages that say the same from both sides make one claim', async () => {
    const world = await worldOf(
      person(statement(item('P40', 'Q102'))),
      entity('Q102', { labels: { en: 'Bo' } }, [HUMAN, statement(item('P22', 'Q101'))]),
    );
    expect(world.said('is a parent of')).toHaveLength(2);
  });

  test('a state whose country is itself keeps that as text: a claim joins two entities', async () => {
    const norland = entity('Q9', { labels: { en: 'Norland' } }, [
      statement(item('P31', 'Q6256')),
      statement(item('P17', 'Q9')),
    ]);
    const world = await World.open();
    expect(await world.import(norland)).toMatchObject({ refused: 0, claims: 2 });
    expect(world.claim('Q9').claim).toMatchObject({
      predicate: 'has_property',
      value: { text: 'Q9' },
      qualifiers: [{ name: 'property', entity: 'entity:wikidata/p17' }],
    });
  });

  test('an amount that no number holds is kept as text', async () => {
    const world = await worldOf(person(statement(quantity('P9', '+1234567890123456789'))));
    expect(world.claim('1234567890123456789').claim.value).toMatchObject({ type: 'TEXT' });
  });

  test('a file of Commons is skipped by name, and text that is too long is refused in its place', async () => {
    const world = await World.open();
    const report = await world.import(
      JSON.stringify(
        person(statement(text('P18', 'a.jpg', 'commonsMedia')), statement(text('P9', 'x'.repeat(6000)))),
        null,
        1,
      ),
    );
    expect(report.skips).toEqual([{ what: 'a file of Wikimedia Commons (commonsMedia, P18)', count: 1 }]);
    expect(report.problems).toMatchObject([{ line: expect.any(Number) as number, column: 4 }]);
    expect(report.problems[0]?.line).toBeGreaterThan(40);
  });
});

describe('qualifiers', () => {
  const start = time('P580', '+2010-00-00T00:00:00Z', 9);
  const end = time('P582', '+2014-05-00T00:00:00Z', 10);
  test.each([
    ['a start and an end', [start, end], '2010/2014-05'],
    ['a start alone', [start], '2010/'],
    ['a start, and an end that is unknown', [start, someValue('P582')], '2010/'],
    ['a start, and no end', [start, noValue('P582')], '2010/..'],
    ['an end alone', [end], '/2014-05'],
    ['a point in time', [time('P585', '+1900-00-00T00:00:00Z', 7)], '18XX'],
    ['an end before the start', [time('P580', '+2020-00-00T00:00:00Z', 9), end], undefined],
    ['two starts', [start, time('P580', '+2011-00-00T00:00:00Z', 9)], undefined],
  ])('%s', async (_, qualifiers, validTime) => {
    const { claim } = (await worldOf(person(statement(item('P39', 'Q8'), { qualifiers })))).claim(
      'serves as',
    );
    expect(claim.validTime).toBe(validTime);
    expect(claim.qualifiers).toHaveLength(validTime === undefined ? qualifiers.length : 0);
  });

  test('others are qualifiers of the claim: entities, texts, and values that nobody knows', async () => {
    const qualifiers = [item('P642', 'Q9'), text('P1545', '3'), someValue('P1365'), noValue('P77')];
    const { claim } = (await worldOf(person(statement(item('P39', 'Q8'), { qualifiers })))).claim(
      'serves as',
    );
    expect(claim.qualifiers).toEqual([
      { name: 'of', entity: 'entity:wikidata/q9' },
      { name: 'p77', value: 'no value' },
      { name: 'replaces', value: 'some value' },
      { name: 'series_ordinal', value: '3' },
    ]);
  });

  test('doubts about it are its certainty, and a date that is about right says so', async () => {
    const world = await worldOf(
      person(
        statement(item('P26', 'Q8'), { qualifiers: [item('P1480', 'Q32188232')] }),
        statement(time('P569', '+1961-00-00T00:00:00Z', 9), { qualifiers: [item('P1480', 'Q5727902')] }),
      ),
    );
    expect(world.said('is married to')).toEqual([
      'https://www.wikidata.org/wiki/Q101 AFFIRMS UNCOMMITTED UNRECORDED',
    ]);
    expect(world.claim('is born on').claim.value).toEqual({ type: 'DATE', text: '1961~' });
  });

  test('whoever disputes it denies it', async () => {
    const party = entity('Q9', { labels: { en: 'Norland' } }, [statement(item('P31', 'Q6256'))]);
    const world = await worldOf(
      person(statement(item('P26', 'Q8'), { qualifiers: [item('P1310', 'Q9')] })),
      party,
    );
    expect(world.said('is married to')).toEqual([
      'https://www.wikidata.org/wiki/Q101 AFFIRMS CERTAIN UNRECORDED',
      'untitled DENIES CERTAIN OWN',
      'https://www.wikidata.org/wiki/Q101 DENIES CERTAIN RELAYED',
    ]);
  });
});
