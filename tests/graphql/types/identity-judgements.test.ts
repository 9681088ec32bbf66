// Judgements on who is who: they join in the view, can be taken back, and are unknown to earlier views.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Data } from '../tiny-api.js';
import { WhoIsWho } from '../who-is-who.js';

let who: WhoIsWho;
beforeEach(async () => {
  who = await WhoIsWho.start();
});

describe('two records of one news agency', () => {
  let claim: string;
  const SUPPORT =
    'status support { parties origins independent independence ties { a { id } b { id } because { id } } }';
  const support = async (view = ''): Promise<Data> =>
    (await who.ask(`{ claim(id: "${claim}"${view}) { ${SUPPORT} } }`))['claim'];
  const everything = (): Promise<Data> =>
    who.ask(`{
      claim(id: "${claim}") { ${SUPPORT} contradictions { kind } }
      a: entity(id: "entity:yonhap") { label names { text } claims { nodes { id } } says { nodes { id } } }
      b: entity(id: "entity:yonhap2") { label names { text } claims { nodes { id } } says { nodes { id } } }
      contradictions { nodes { kind explained } }
      neighborhood(of: "entity:yonhap", hops: 2) { entities { id } claims { id } }
      sources(party: "entity:yonhap") { nodes { id } }
      impact(of: "entity:yonhap") { losesAllSupport { id } dropsToOneChain { id } }
      claims(filter: { party: "entity:yonhap2" }) { nodes { id } }
    }`);

  beforeEach(async () => {
    await who.add('entity:yonhap', 'Yonhap', { kind: 'ORGANIZATION' });
    await who.add('entity:yonhap2', '연합뉴스', { kind: 'ORGANIZATION' });
    await who.add('entity:choe', 'Choe Ryong Hae');
    await who.add('entity:kim', 'Kim Jong Un');
    claim = await who.say(
      { subject: 'entity:choe', predicate: 'meets', object: 'entity:kim' },
      'entity:yonhap',
    );
    await who.say({ subject: 'entity:choe', predicate: 'meets', object: 'entity:kim' }, 'entity:yonhap2');
    await who.say({ subject: 'entity:yonhap', predicate: 'founded_on', value: '1980-12-19' });
    await who.say({ subject: 'entity:yonhap2', predicate: 'founded_on', value: '1981-01-04' });
    await who.say({ subject: 'entity:yonhap2', predicate: 'member_of', object: 'entity:yonhap' });
  });

  test('apart they are two independent parties; judged the same they are one', async () => {
    expect(await support()).toMatchObject({
      support: { parties: 2, independent: 2, independence: 'ESTABLISHED' },
    });
    await who.judge('entity:yonhap', 'entity:yonhap2', 'SAME');
    expect(await support()).toMatchObject({
      status: 'SUPPORTED',
      support: { parties: 1, origins: 1, independent: 1, independence: 'DEPENDENT' },
    });
  });

  test('joined, what is said of the one contradicts what is said of the other', async () => {
    const kinds = async (): Promise<string[]> =>
      (await who.ask('{ contradictions { nodes { kind } } }'))['contradictions'].nodes.map(
        (one: Data) => one['kind'],
      );
    expect(await kinds()).toEqual([]);
    await who.judge('entity:yonhap', 'entity:yonhap2', 'SAME');
    expect(await kinds()).toEqual(['UNDATED']);
  });

  test('joined, either id answers with the sources, claims and words of both', async () => {
    await who.judge('entity:yonhap', 'entity:yonhap2', 'SAME');
    const { a, b, sources, claims, impact } = await everything();
    expect(a.claims).toEqual(b.claims);
    expect(a.claims.nodes).toHaveLength(3);
    expect(a.says).toEqual(b.says);
    expect(a.says.nodes).toHaveLength(2);
    expect(sources.nodes).toHaveLength(2);
    expect(claims.nodes).toEqual([{ id: claim }]);
    expect(impact.losesAllSupport).toEqual([{ id: claim }]);
  });

  test.each(['UNSURE', 'DIFFERENT'])('%s takes it back, and everything is as it was', async by => {
    const before = await everything();
    await who.judge('entity:yonhap', 'entity:yonhap2', 'SAME');
    expect(await everything()).not.toEqual(before);
    await who.judge('entity:yonhap2', 'entity:yonhap', by);
    expect(await everything()).toEqual(before);
  });

  test('as known before the judgement they are apart', async () => {
    const before = await support();
    const at = new Date(who.open.now).toISOString();
    who.open.now += 60_000;
    await who.judge('entity:yonhap', 'entity:yonhap2', 'SAME');
    expect(await support(`, view: { knownAt: "${at}" }`)).toEqual(before);
    const { entity } = await who.ask(
      `{ entity(id: "entity:yonhap", view: { knownAt: "${at}" }) { sameEntities { id } judgements { judgement } } }`,
    );
    expect(entity).toEqual({ sameEntities: [], judgements: [] });
  });

  test('a judgement is told with whom, why and when; one at odds with others as a conflict', async () => {
    await who.add('entity:yna', 'YNA', { kind: 'ORGANIZATION' });
    await who.judge('entity:yonhap', 'entity:yonhap2', 'SAME');
    await who.judge('entity:yonhap2', 'entity:yna', 'SAME');
    await who.judge('entity:yonhap', 'entity:yna', 'DIFFERENT');
    const { entity } = await who.ask(
      '{ entity(id: "entity:yna") { judgements { a { id } b { id } judgement joinedThrough { id } recorded { by } } } }',
    );
    expect(entity.judgements).toMatchObject([
      { judgement: 'SAME', recorded: { by: 'Tess' } },
      {
        judgement: 'DIFFERENT',
        joinedThrough: ['yonhap', 'yonhap2', 'yna'].map(id => ({ id: `entity:${id}` })),
      },
    ]);
    const { identityCandidates } = await who.ask(
      '{ identityCandidates { nodes { score } conflicts { a { id } b { id } } } }',
    );
    expect(identityCandidates.conflicts).toEqual([{ a: { id: 'entity:yonhap' }, b: { id: 'entity:yna' } }]);
  });

  test('each of the joined names the same canonical one: the oldest that is described', async () => {
    const record = (id: string, provisional: boolean) => ({
      id,
      kind: 'PERSON' as const,
      label: id,
      provisional,
    });
    for (const [id, provisional] of [
      ['entity:stub', true],
      ['entity:told', false],
      ['entity:later', false],
    ] as const)
      await who.open.ledger.execute({ type: 'AddEntity', ...record(id, provisional) }, 'Tess');
    const canonical = async (id: string): Promise<string> =>
      (await who.ask(`{ entity(id: "${id}") { canonical { id } } }`))['entity'].canonical.id;
    expect(await canonical('entity:stub')).toBe('entity:stub');
    await who.judge('entity:later', 'entity:stub', 'SAME');
    expect(await canonical('entity:stub')).toBe('entity:later');
    await who.judge('entity:stub', 'entity:told', 'SAME');
    for (const id of ['entity:stub', 'entity:told', 'entity:later'])
      expect(await canonical(id)).toBe('entity:told');
  });

  test('the judgements in force are listed, the last one first, page by page', async () => {
    await who.judge('entity:yonhap', 'entity:yonhap2', 'SAME');
    await who.judge('entity:choe', 'entity:kim', 'DIFFERENT');
    await who.judge('entity:choe', 'entity:yonhap', 'DIFFERENT');
    await who.judge('entity:yonhap', 'entity:choe', 'UNSURE');
    const page = async (after: string): Promise<Data> =>
      (
        await who.ask(
          `{ identityJudgements(first: 1${after}) { totalCount nodes { judgement b { id } } pageInfo { hasNextPage endCursor } } }`,
        )
      )['identityJudgements'];
    const first = await page('');
    expect(first).toMatchObject({
      totalCount: 2,
      nodes: [{ judgement: 'DIFFERENT', b: { id: 'entity:kim' } }],
      pageInfo: { hasNextPage: true },
    });
    expect(await page(`, after: "${first['pageInfo'].endCursor}"`)).toMatchObject({
      nodes: [{ judgement: 'SAME' }],
      pageInfo: { hasNextPage: false },
    });
  });

  test('a path leads through the two as through one, and none leads from one to the other', async () => {
    await who.add('entity:seoul', 'Seoul', { kind: 'ORGANIZATION' });
    await who.add('entity:paju', 'Paju', { kind: 'ORGANIZATION' });
    await who.say({ subject: 'entity:seoul', predicate: 'member_of', object: 'entity:yonhap' });
    await who.say({ subject: 'entity:paju', predicate: 'member_of', object: 'entity:yonhap2' });
    const ways =
      '{ paths(from: "entity:seoul", to: "entity:paju") { paths { hops { from { id } to { id } } } } }';
    expect((await who.ask(ways))['paths'].paths[0].hops).toHaveLength(3);
    await who.judge('entity:yonhap', 'entity:yonhap2', 'SAME');
    expect((await who.ask(ways))['paths'].paths).toEqual([
      {
        hops: [
          { from: { id: 'entity:seoul' }, to: { id: 'entity:yonhap' } },
          { from: { id: 'entity:yonhap' }, to: { id: 'entity:paju' } },
        ],
      },
    ]);
    await expect(
      who.ask('{ paths(from: "entity:yonhap", to: "entity:yonhap2") { explored } }'),
    ).rejects.toThrow('judged to be one');
  });
});
