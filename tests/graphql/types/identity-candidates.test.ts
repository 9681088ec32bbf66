// Candidates of who is who, as an analyst asks for them: one person under seven spellings, and two namesakes.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Data } from '../tiny-api.js';
import { WhoIsWho } from '../who-is-who.js';

let who: WhoIsWho;
beforeEach(async () => {
  who = await WhoIsWho.start();
});

const LIKELY = 0.5;
const pairOf = ({ a, b }: Data): string => [a.id, b.id].sort().join(' ');

describe('one person, recorded seven times in four scripts', () => {
  const SPELLINGS = {
    'entity:choe1': 'Choe Ryong Hae',
    'entity:choe2': '최룡해',
    'entity:choe3': "Ch'oe Ryong-hae",
    'entity:choe4': 'Choi Ryong-hae',
    'entity:choe5': 'CHOE, RYONGHAE',
    'entity:choe6': 'Чхве Рён Хэ',
    'entity:choe7': '崔龍海',
  };
  const PAGE = 'https://www.wikidata.org/wiki/Q487462';

  beforeEach(async () => {
    for (const [id, label] of Object.entries(SPELLINGS)) {
      const isOther = ['entity:choe6', 'entity:choe7'].includes(id);
      // What no sound joins, an identifier does.
      await who.add(
        id,
        label,
        isOther || id === 'entity:choe1'
          ? { sameAs: [PAGE.replace('/wiki/', isOther ? '/entity/' : '/wiki/')] }
          : {},
      );
    }
    await who.add('entity:kim', 'Kim Jong Il');
  });

  test('each of the seven is proposed with another, and nobody else is', async () => {
    const found = await who.candidates();
    const proposed = new Set(found.flatMap(({ a, b }) => [a.id as string, b.id as string]));
    expect([...proposed].sort()).toEqual(Object.keys(SPELLINGS));
    expect(found.every(({ score, against }) => score >= LIKELY && against.length === 0)).toBe(true);
  });

  test('judged the same along the proposals, any of the seven ids answers with all of them', async () => {
    for (let [pair] = await who.candidates('first: 1'); pair; [pair] = await who.candidates('first: 1'))
      await who.judge(pair['a'].id, pair['b'].id, 'SAME');
    for (const [id, label] of Object.entries(SPELLINGS)) {
      const { entity } = await who.ask(
        `{ entity(id: "${id}") { id label names { text kind } sameEntities { id } } }`,
      );
      expect(entity).toMatchObject({ id, label });
      expect(entity.names.map((name: Data) => name['text']).sort()).toEqual(Object.values(SPELLINGS).sort());
      expect(entity.names.filter((name: Data) => name['kind'] === 'PRIMARY')).toMatchObject([
        { text: label },
      ]);
      expect(entity.sameEntities).toHaveLength(6);
      const { search } = await who.ask(`{ search(text: "${label}") { nodes { id } } }`);
      expect(search.nodes.filter((node: Data) => node['id'] in SPELLINGS)).toHaveLength(1);
    }
  });
});

describe('two people of one name', () => {
  beforeEach(async () => {
    await who.add('entity:general', 'Ri Yong Chol');
    await who.add('entity:athlete', 'Ri Yong-chol');
  });

  test('without more they are proposed, by name', async () => {
    expect(await who.candidates()).toMatchObject([
      { score: 0.6, reasons: [{ kind: 'SAME_NAME' }], against: [] },
    ]);
  });

  test.each([
    {
      what: 'dates of birth',
      kind: 'DIFFERENT_DATE',
      tell: { predicate: 'born_on' },
      values: ['1928', '1991-04-02'],
    },
    {
      what: 'identifiers of one scheme',
      kind: 'DIFFERENT_IDENTIFIER',
      tell: { predicate: 'identified_by', scheme: 'viaf' },
      values: ['100', '200'],
    },
  ])(
    'with different $what they are never likely to be one, and it is said why',
    async ({ kind, tell, values }) => {
      await who.say({ ...tell, subject: 'entity:general', value: values[0] ?? '' });
      await who.say({ ...tell, subject: 'entity:athlete', value: values[1] ?? '' });
      const [pair] = await who.candidates();
      expect(pair?.['score']).toBeLessThanOrEqual(0.2);
      expect(pair?.['against']).toMatchObject([{ kind }]);
      for (const value of values) expect(pair?.['against'][0].explained).toContain(value);
    },
  );

  test('a birth date that fits, an identifier and an office they share make it likelier, each in words', async () => {
    await who.add('entity:post', 'Ambassador in Bern', { kind: 'ROLE' });
    for (const subject of ['entity:general', 'entity:athlete']) {
      await who.say({ subject, predicate: 'born_on', value: '1928' });
      await who.say({ subject, predicate: 'identified_by', value: '100', scheme: 'viaf' });
      await who.say({ subject, predicate: 'serves_as', object: 'entity:post', validTime: '1990' });
    }
    const [pair] = await who.candidates();
    expect(pair?.['reasons'].map((reason: Data) => reason['kind'])).toEqual([
      'SAME_NAME',
      'SAME_IDENTIFIER',
      'SAME_DATE',
      'SAME_OFFICE',
    ]);
    expect(pair?.['score']).toBeGreaterThan(0.9);
  });

  test('judged different they are not proposed, until that is taken back', async () => {
    await who.judge('entity:athlete', 'entity:general', 'DIFFERENT');
    expect(await who.candidates()).toEqual([]);
    expect(await who.candidates('entity: "entity:general"')).toEqual([]);
    await who.judge('entity:general', 'entity:athlete', 'UNSURE');
    expect(await who.candidates()).toHaveLength(1);
  });

  test('a claim that nobody affirms does not tell them apart', async () => {
    for (const [subject, value] of [
      ['entity:general', '1928'],
      ['entity:athlete', '1991'],
    ] as const)
      await who.claim({ subject, predicate: 'born_on', value });
    expect(await who.candidates()).toMatchObject([{ against: [] }]);
  });
});

test('the list comes in pages, and what is unknown is refused', async () => {
  for (let number = 0; number < 4; number += 1) await who.add(`entity:${number}`, 'Kim Il Chol');
  const first = (
    await who.ask(
      '{ identityCandidates(first: 4) { totalCount pageInfo { endCursor hasNextPage } nodes { a { id } b { id } } } }',
    )
  )['identityCandidates'];
  expect(first).toMatchObject({ totalCount: 6, pageInfo: { hasNextPage: true } });
  const rest = await who.candidates(`first: 4, after: "${first.pageInfo.endCursor}"`);
  expect(new Set([...first.nodes, ...rest].map(pairOf)).size).toBe(6);
  expect(await who.candidates('entity: "entity:3"')).toHaveLength(3);
  await expect(who.ask('{ identityCandidates(entity: "entity:nobody") { totalCount } }')).rejects.toThrow(
    'entity:nobody',
  );
});

test('a name that too many share is told, not compared by all pairs', async () => {
  for (let number = 0; number < 60; number += 1) await who.add(`entity:${number}`, 'Kim Il Chol');
  const { identityCandidates } = await who.ask('{ identityCandidates { totalCount truncated reason } }');
  expect(identityCandidates).toMatchObject({ totalCount: (50 * 49) / 2, truncated: true });
  expect(identityCandidates.reason).toContain('more than 50 share');
});
