// Entities of Wikibase: what becomes of each part of one, and what is refused.
import { describe, expect, test } from 'vitest';
import {
  coordinate,
  dumpOf,
  entity,
  inLanguage,
  item,
  noValue,
  quantity,
  reference,
  someValue,
  statement,
  text,
  time,
} from './making-entities.js';
import { mappingOf, World, worldOf } from './reading-entities.js';

const HUMAN = statement(item('P31', 'Q5'));
const person = (...statements: Record<string, unknown>[]) =>
  entity('Q101', { labels: { en: 'Ann Marl' } }, [HUMAN, ...statements]);

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
    ['a start alone', [start], '2010/..'],
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

describe('who says it', () => {
  const URL = 'https://example.org/a';
  const first = reference(
    text('P854', URL, 'url'),
    item('P248', 'Q50'),
    time('P813', '+2020-01-02T00:00:00Z', 11),
  );
  const married = (more: Parameters<typeof statement>[1]) =>
    worldOf(person(statement(item('P26', 'Q8'), more)));

  test('without a reference, Wikidata’s page says it, and nobody noted on whose word', async () => {
    expect(await married({}).then(world => world.said('is married to'))).toEqual([
      'https://www.wikidata.org/wiki/Q101 AFFIRMS CERTAIN UNRECORDED',
    ]);
  });

  test('a reference says it, and the page relays it', async () => {
    const world = await married({ references: [first] });
    expect(world.said('is married to')).toEqual([
      `${URL} AFFIRMS CERTAIN OWN`,
      'https://www.wikidata.org/wiki/Q101 AFFIRMS CERTAIN RELAYED',
    ]);
    const { source } = world.ledger.graph.findSourceByUrl(URL) ?? {};
    expect(source).toMatchObject({ party: 'entity:wikidata/q50' });
    expect(world.attestations.map(({ attestation }) => attestation.locator)).toContain(
      'retrieved 2020-01-02',
    );
  });

  test('two references to one source are one attestation, in both places', async () => {
    const second = reference(text('P854', URL, 'url'), text('P304', '12'));
    const world = await married({ references: [first, second] });
    expect(world.said('is married to')).toHaveLength(2);
    const places = world.attestations.map(({ attestation }) => attestation.locator);
    expect(places).toContain('retrieved 2020-01-02; page 12');
  });

  test('a reference that names no source stands in words beside the statement', async () => {
    const world = await married({ id: 'Q101$a', references: [reference(item('P887', 'Q60'))] });
    const places = world.attestations.map(({ attestation }) => attestation.locator);
    expect(places).toContain('Q101$a; reference: based on heuristic Q60');
  });

  test('an address that is none stays in words', async () => {
    const world = await married({
      references: [reference(text('P854', 'ftp://example.org/x', 'url'), item('P248', 'Q50'))],
    });
    expect(world.attestations.map(({ attestation }) => attestation.locator)).toContain(
      'reference address ftp://example.org/x',
    );
  });

  test('a preferred rank is in the wording', async () => {
    const world = await married({ rank: 'preferred' });
    expect(world.attestations.map(({ attestation }) => attestation.wording)).toContain(
      'spouse (P26); preferred rank',
    );
  });

  test('a deprecated statement is affirmed by its references and denied by the page, which gives its reason', async () => {
    const world = await married({
      rank: 'deprecated',
      references: [first],
      qualifiers: [item('P2241', 'Q70')],
    });
    expect(world.said('is married to')).toEqual([
      `${URL} AFFIRMS CERTAIN OWN`,
      'https://www.wikidata.org/wiki/Q101 AFFIRMS UNCOMMITTED RELAYED',
      'https://www.wikidata.org/wiki/Q101 DENIES CERTAIN OWN',
    ]);
    expect(world.attestations.map(({ attestation }) => attestation.wording)).toContain(
      'spouse (P26); deprecated rank; P2241 Q70',
    );
    expect(world.ledger.reading().statusOf(world.claim('is married to'))).toBe('DISPUTED');
  });

  test('a deprecated statement without references is denied', async () => {
    const world = await married({ rank: 'deprecated' });
    expect(world.ledger.reading().statusOf(world.claim('is married to'))).toBe('DENIED');
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
