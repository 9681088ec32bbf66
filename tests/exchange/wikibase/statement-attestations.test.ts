// Statements of Wikibase: who says them, by their references and ranks.
import { describe, expect, test } from 'vitest';
import { inLanguage, item, person, reference, statement, text, time } from './making-entities.js';
import { World, worldOf } from './reading-entities.js';

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
      'stated in Q50; retrieved 2020-01-02',
    );
  });

  test('two references to one source are one attestation, in both places', async () => {
    const second = reference(text('P854', URL, 'url'), text('P304', '12'));
    const world = await married({ references: [first, second] });
    expect(world.said('is married to')).toHaveLength(2);
    const places = world.attestations.map(({ attestation }) => attestation.locator);
    expect(places).toContain('stated in Q50; retrieved 2020-01-02; page 12');
  });

  test('what references tell of one address is kept in their places, since the source keeps the first of it', async () => {
    const world = await worldOf(
      person(
        statement(item('P26', 'Q8'), { references: [first] }),
        statement(item('P40', 'Q7'), {
          references: [reference(text('P854', URL, 'url'), inLanguage('P1476', 'A Visit', 'en'))],
        }),
      ),
    );
    expect(world.attestations.map(({ attestation }) => attestation.locator)).toContain('title A Visit (en)');
  });

  test('a party’s page without a title is not taken for whatever else the party said', async () => {
    const world = await World.open();
    const stated = reference(item('P248', 'Q50'));
    const paged = (title?: string) =>
      reference(
        text('P854', URL, 'url'),
        item('P248', 'Q50'),
        ...(title === undefined ? [] : [inLanguage('P1476', title, 'en')]),
      );
    const file = person(
      statement(item('P26', 'Q8'), { references: [stated] }),
      statement(item('P40', 'Q7'), { references: [paged()] }),
      statement(item('P22', 'Q6'), { references: [paged('A Visit')] }),
    );
    await world.import(file);
    expect(await world.import(file)).toMatchObject({ accepted: 0, attestations: 0 });
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
    expect(world.ledger.through().statusOf(world.claim('is married to'))).toBe('DISPUTED');
  });

  test.each([
    ['normal', 'deprecated', ['SELF_REVERSAL'], 'DISPUTED'],
    ['deprecated', 'normal', ['SELF_REVERSAL'], 'DISPUTED'],
    ['normal', 'preferred', [], 'SUPPORTED'],
  ] as const)(
    'a rank that was %s and is %s in a later dump adds to what was said',
    async (was, is, kinds, status) => {
      const world = await World.open();
      for (const rank of [was, is]) await world.import(person(statement(item('P26', 'Q8'), { rank })));
      const claim = world.claim('is married to');
      const viewed = world.ledger.through();
      expect(viewed.contradictionsOf(claim).map(({ kind }) => kind)).toEqual(kinds);
      expect(viewed.statusOf(claim)).toBe(status);
    },
  );

  test('a deprecated statement without references is denied', async () => {
    const world = await married({ rank: 'deprecated' });
    expect(world.ledger.through().statusOf(world.claim('is married to'))).toBe('DENIED');
  });
});
