// Files of Wikibase, and what an entity is called and taken to be.
import { describe, expect, test } from 'vitest';
import { dumpOf, entity, HUMAN, inLanguage, item, person, statement } from './making-entities.js';
import { mappingOf, World, worldOf } from './reading-entities.js';

describe('names', () => {
  test('labels and aliases of all languages are names; the English label comes first', async () => {
    const world = await worldOf(
      entity(
        'Q101',
        { labels: { de: 'Anna Marl', en: 'Ann Marl', ko: '앤 말' }, aliases: { en: ['A. Marl'] } },
        [],
      ),
    );
    const { entity: made, names } = world.entity('Q101');
    expect(made.label).toBe('Ann Marl');
    expect(names.map(({ text, language, kind }) => `${text} ${language} ${kind}`)).toEqual([
      'Ann Marl en PRIMARY',
      'Anna Marl de ALIAS',
      '앤 말 ko ALIAS',
      'A. Marl en ALIAS',
    ]);
  });

  test.each([
    [{ mul: 'M', de: 'D' }, 'M'],
    [{ ko: 'K', de: 'D', fr: 'F' }, 'D'],
    [{ xh: 'X', sw: 'S' }, 'S'],
    [{}, 'Q101'],
  ])('of the labels %j, the primary name is %s', async (labels, label) => {
    expect((await worldOf(entity('Q101', { labels }, []))).entity('Q101').entity.label).toBe(label);
  });

  test('one spelling in two languages is a name in each', async () => {
    const { names } = (await worldOf(entity('Q101', { labels: { en: 'Ann', de: 'Ann' } }, []))).entity(
      'Q101',
    );
    expect(names.map(({ language }) => language)).toEqual(['en', 'de']);
  });

  test('a language that has no tag is named, and the name is kept', async () => {
    const world = await World.open();
    const report = await world.import(
      entity('Q101', { labels: { en: 'Ann', 'no-language-at-all!': 'An' } }, []),
    );
    expect(report.lost).toContainEqual({ what: 'language "no-language-at-all!" of a name', count: 1 });
    expect(world.entity('Q101').names).toHaveLength(2);
  });

  test('a birth name is a name and a claim', async () => {
    const world = await worldOf(person(statement(inLanguage('P1477', 'Ann Ode', 'en'))));
    expect(world.entity('Q101').names.at(-1)).toMatchObject({
      text: 'Ann Ode',
      kind: 'FORMER',
      language: 'en',
    });
    expect(world.sentences).toContain('Ann Marl has the birth name Ann Ode');
  });

  test('its addresses lead to Wikidata and to the English Wikipedia, and other pages are named', async () => {
    const world = await World.open();
    const links = {
      enwiki: { site: 'enwiki', title: 'Ann Marl' },
      dewiki: { site: 'dewiki', title: 'Anna' },
    };
    const report = await world.import(entity('Q101', {}, [], { sitelinks: links }));
    expect(world.entity('Q101').entity.sameAs).toEqual([
      'https://en.wikipedia.org/wiki/Ann_Marl',
      'https://www.wikidata.org/entity/Q101',
    ]);
    expect(report.lost).toHaveLength(1);
  });

  test('a page whose title holds half a character has no address', async () => {
    const world = await World.open();
    const links = { enwiki: { site: 'enwiki', title: 'Ann \ud800' } };
    const report = await world.import(entity('Q101', {}, [], { sitelinks: links }));
    expect(report).toMatchObject({ refused: 0, accepted: 1 });
    expect(report.lost).toHaveLength(1);
  });
});

describe('kinds', () => {
  test.each([
    ['Q5', 'PERSON'],
    ['Q3624078', 'STATE'],
    ['Q7278', 'ORGANIZATION'],
    ['Q4164871', 'ROLE'],
    ['Q515', 'PLACE'],
    ['Q198', 'EVENT'],
    ['Q999', 'TOPIC'],
  ])('an instance of %s is a %s', async (type, kind) => {
    const world = await worldOf(entity('Q101', {}, [statement(item('P31', type))]));
    expect(world.entity('Q101').entity.kind).toBe(kind);
  });

  test('a deprecated class does not count', async () => {
    const world = await worldOf(entity('Q101', {}, [statement(item('P31', 'Q5'), { rank: 'deprecated' })]));
    expect(world.entity('Q101').entity.kind).toBe('TOPIC');
  });

  test('a file of one’s own adds classes and properties', async () => {
    const world = await World.open();
    const own =
      'hearsay: wikibase-mapping/1\nkinds: { PERSON: { Q999: saint } }\nproperties: { P99: { predicate: close_aide_of } }\n';
    const ann = entity('Q101', { labels: { en: 'Ann' } }, [
      statement(item('P31', 'Q999')),
      statement(item('P99', 'Q102')),
    ]);
    await world.import(ann, own);
    expect(world.sentences).toContain('Ann is a close aide of Q102');
  });

  test('a mapping with mistakes is refused with their places', () => {
    const own =
      'hearsay: wikibase-mapping/1\nkinds: { MAN: { Q5: human } }\nproperties:\n  P1: { predicate: nonsense }\n';
    expect(() => mappingOf(own)).toThrow(/own.yaml:2:15: .*"MAN"[^]*own.yaml:4:20: .*"nonsense"/);
  });

  test('an entity without a record is of the kind that the surest property needs', async () => {
    const world = await worldOf(
      person(
        statement(item('P19', 'Q7')),
        statement(item('P27', 'Q7')),
        statement(item('P39', 'Q8')),
        statement(item('P106', 'Q9')),
      ),
    );
    expect(['Q7', 'Q8', 'Q9'].map(id => world.entity(id).entity.kind)).toEqual(['STATE', 'ROLE', 'TOPIC']);
    expect(world.entity('Q7').entity).toMatchObject({
      label: 'Q7',
      sameAs: ['https://www.wikidata.org/entity/Q7'],
      provisional: true,
    });
  });

  test('an entity that a later file holds gets its name, kind, description and pages; claims stay', async () => {
    const world = await worldOf(person(statement(item('P108', 'Q7'))));
    const file = entity('Q7', { labels: { en: 'Oxley' }, descriptions: { en: 'a port' } }, [
      statement(item('P31', 'Q515')),
    ]);
    expect(await world.import(file)).toMatchObject({ refused: 0, lost: [] });
    expect(world.entity('Q7').entity).toEqual({
      id: 'entity:wikidata/q7',
      kind: 'PLACE',
      label: 'Oxley',
      description: 'a port',
      sameAs: ['https://www.wikidata.org/entity/Q7'],
    });
    expect(world.entity('Q7').names.map(({ text, kind }) => `${text} ${kind}`)).toEqual([
      'Oxley PRIMARY',
      'Q7 ALIAS',
    ]);
    expect(world.sentences).toContain('Ann Marl works for Oxley');
    expect(await world.import(file)).toMatchObject({ accepted: 0, refused: 0 });
  });

  test('an entity of which another file told itself keeps its kind and its description', async () => {
    const place = [statement(item('P31', 'Q515'))];
    const world = await worldOf(entity('Q7', { labels: { en: 'Oxley' } }, place));
    const report = await world.import(
      entity('Q7', { labels: { en: 'Oxley' }, descriptions: { en: 'a firm' } }, [
        statement(item('P31', 'Q4830453')),
      ]),
    );
    expect(report.lost.map(({ what }) => what)).toEqual([
      'kind ORGANIZATION of an entity that is known as PLACE',
      'description of an entity that is known without it',
    ]);
    expect(world.entity('Q7').entity).toMatchObject({ kind: 'PLACE' });
  });

  test('Wikidata itself is only referred to, until a file has its record', async () => {
    const world = await worldOf(person());
    expect(world.entity('Q2013').entity).toMatchObject({ label: 'Wikidata', provisional: true });
    await world.import(entity('Q2013', { labels: { en: 'Wikidata' }, descriptions: { en: 'a base' } }, []));
    expect(world.entity('Q2013').entity).toMatchObject({ label: 'Wikidata', description: 'a base' });
    expect(world.entity('Q2013').entity.provisional).toBeUndefined();
  });

  test('what a file refers to before it comes in the same file has its own name', async () => {
    const world = await worldOf(
      person(statement(item('P27', 'Q7'))),
      entity('Q7', { labels: { en: 'Norland' } }, [statement(item('P31', 'Q6256'))]),
    );
    expect(world.sentences).toContain('Ann Marl is a citizen of Norland');
    expect(world.entity('Q7').names).toHaveLength(1);
  });
});

describe('shapes of a file', () => {
  const ann = person(statement(item('P26', 'Q8')));
  const bo = entity('Q102', {}, [HUMAN]);
  const map = { entities: { Q101: ann, Q102: bo } };
  test.each([
    ['an answer of the API', JSON.stringify(map)],
    ['the same with line ends', JSON.stringify(map, null, 2)],
    ['an array', JSON.stringify([ann, bo])],
    ['an array over many lines', JSON.stringify([ann, bo], null, 2)],
    ['a dump', dumpOf([ann, bo])],
    ['a dump with other line ends', dumpOf([ann, bo]).replaceAll('\n', '\r\n')],
    ['a dump that opens and closes beside its entities', `[${JSON.stringify(ann)},\n${JSON.stringify(bo)}]`],
    ['an entity on each line', `${JSON.stringify(ann)}\n${JSON.stringify(bo)}\n`],
  ])('%s is read', async (_, file) => {
    const report = await (await World.open()).import(file);
    expect(report).toMatchObject({ read: 5, refused: 0, claims: 3, problems: [] });
  });

  test.each([
    ['other JSON', '{"a": 1}', 'is other JSON'],
    ['an error of the API', '{"error": {"info": "no such entity"}}', 'no such entity'],
    ['a dump that breaks off', dumpOf([ann, bo]).slice(0, -3), 'not closed'],
    ['no JSON', '[\n  oops', 'no JSON'],
    ['text', 'Ann Marl', 'no JSON'],
    ['an empty list', '[]', 'no record'],
  ])('%s is refused as a whole', async (_, file, words) => {
    const world = await World.open();
    await expect(world.import(file)).rejects.toThrow(words);
    expect(world.ledger.graph.seq).toBe(0);
  });

  test('a line that is no JSON is refused alone', async () => {
    const report = await (
      await World.open()
    ).import(dumpOf([ann, bo]).replace(',\n', ',\n{"id": "Q9", oops},\n'));
    expect(report).toMatchObject({ refused: 1, accepted: 5, problems: [{ line: 3, column: 14 }] });
  });

  test('a statement that is misshapen is refused alone, by its id', async () => {
    const bad = {
      ...statement(item('P26', 'Q8'), { id: 'Q101$bad' }),
      mainsnak: { snaktype: 'value', property: 'P26' },
    };
    const report = await (await World.open()).import({ ...ann, claims: { P26: [bad], P31: [HUMAN] } });
    expect(report).toMatchObject({ refused: 1, accepted: 2 });
    expect(report.problems[0]?.reason).toContain('Q101$bad: `datavalue.type` is missing');
  });

  test.each([
    [{ id: 'Q5', missing: '' }, 'the wiki has no such entity'],
    [{ id: 'L5', type: 'lexeme' }, 'a lexeme or a file: only items and properties are taken'],
    [{ entity: 'Q5', redirect: 'Q6' }, 'a redirect to another entity'],
  ])('%j is skipped', async (given, what) => {
    const report = await (await World.open()).import({ entities: { Q5: given } });
    expect(report).toMatchObject({ read: 1, skipped: 1, skips: [{ what, count: 1 }] });
  });
});
