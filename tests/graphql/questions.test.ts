import { beforeAll, describe, expect, test } from 'vitest';
import { openTinyApi, type Data, type TinyApi } from './tiny-api.js';

let api: TinyApi;

beforeAll(async () => {
  api = await openTinyApi();
});

const sentencesOf = (claims: readonly Data[]): string[] => claims.map(claim => claim['sentence']);
const idsOf = (nodes: readonly Data[]): string[] => nodes.map(node => node['id']);

describe('who held a role', () => {
  const holders = async (args = ''): Promise<string[]> => {
    const { holders: found } = await api.ask(
      `{ holders(role: "entity:second"${args}) { totalCount nodes { subject { label } } } }`,
    );
    expect(found.totalCount).toBe(found.nodes.length);
    return found.nodes.map(({ subject }: Data) => subject['label']);
  };

  test('all of them, the earliest first', async () => {
    expect(await holders()).toEqual(['Hwang Pyong So', 'Choe Ryong Hae']);
  });

  test('at one time', async () => {
    expect(await holders(', view: { validAt: "2014-10-01" }')).toEqual(['Hwang Pyong So']);
    expect(await holders(', view: { validAt: "2014-11-18" }')).toEqual(['Choe Ryong Hae']);
  });

  test('said firmly enough', async () => {
    expect(await holders(', view: { statuses: [SUPPORTED, CORROBORATED] }')).toEqual(['Hwang Pyong So']);
  });

  test.each([
    ['entity:choe', 'INVALID_INPUT'],
    ['entity:nobody', 'NOT_FOUND'],
    ['', 'NOT_FOUND'],
  ])('of "%s" is refused', async (role, code) => {
    expect(await api.refuses(`{ holders(role: "${role}") { totalCount } }`)).toEqual([code]);
  });
});

describe('a neighbourhood', () => {
  test('holds the claims around an entity, nearest first, and their ends', async () => {
    const { neighborhood } = await api.ask(`{ neighborhood(of: "entity:kim", hops: 2) {
      entities { label } claims { sentence } truncated reason explored } }`);
    expect(neighborhood.entities.map((entity: Data) => entity['label'])).toEqual([
      'Kim Jong Un',
      'Choe Ryong Hae',
      'number two of North Korea',
      'Moscow',
    ]);
    expect(sentencesOf(neighborhood.claims)).toEqual([
      'Choe Ryong Hae is an envoy of Kim Jong Un to Moscow',
      'Choe Ryong Hae is number two of North Korea',
      'Choe Ryong Hae went to Moscow',
    ]);
    expect(neighborhood).toMatchObject({ truncated: false, reason: null });
    expect(neighborhood.explored).toBeGreaterThan(0);
  });

  test('says what was cut', async () => {
    const { neighborhood } = await api.ask(
      '{ neighborhood(of: "entity:choe", limit: 1) { claims { id } truncated reason } }',
    );
    expect(neighborhood).toMatchObject({ claims: [{ id: api.claims.envoy }], truncated: true });
    expect(neighborhood.reason).toContain('limit');
  });

  test('keeps to predicates and to the view', async () => {
    const claims = async (args: string): Promise<string[]> =>
      idsOf(
        (await api.ask(`{ neighborhood(of: "entity:choe"${args}) { claims { id } } }`))['neighborhood']
          .claims,
      );
    expect(await claims(', predicates: ["went_to"]')).toEqual([api.claims.left]);
    expect(await claims(', predicates: []')).toEqual([]);
    expect(await claims(', view: { statuses: [SPECULATIVE] }')).toEqual([api.claims.choeSecond]);
    expect(await claims(', hops: null, limit: null, predicates: null, view: null')).toHaveLength(3);
  });

  test.each([
    ['of: "entity:nobody"', 'NOT_FOUND'],
    ['of: "entity:choe", hops: 0', 'INVALID_INPUT'],
    ['of: "entity:choe", hops: 6', 'INVALID_INPUT'],
    ['of: "entity:choe", limit: 0', 'INVALID_INPUT'],
    ['of: "entity:choe", limit: 1001', 'INVALID_INPUT'],
    ['of: "entity:choe", predicates: ["flew_to"]', 'INVALID_INPUT'],
  ])('of (%s) is refused', async (args, code) => {
    expect(await api.refuses(`{ neighborhood(${args}) { explored } }`)).toEqual([code]);
  });
});

describe('a walk goes along the claims that fit a filter', () => {
  const around = async (filter: string, of = 'entity:choe'): Promise<string[]> =>
    idsOf(
      (await api.ask(`{ neighborhood(of: "${of}", filter: ${filter}) { claims { id } } }`))['neighborhood']
        .claims,
    );
  const ways = async (args: string): Promise<number> =>
    (
      await api.ask(
        `{ paths(from: "entity:hwang", to: "entity:kim"${args}) { paths { hops { claim { id } } } } }`,
      )
    )['paths'].paths.length;

  test('around an entity', async () => {
    const { envoy, choeSecond, left } = api.claims;
    expect(await around('{}')).toEqual([envoy, choeSecond, left]);
    expect(await around('{ certainty: [POSSIBLE] }')).toEqual([choeSecond]);
    expect(await around('{ kinds: [ROLE] }')).toEqual([choeSecond]);
    expect(await around('{ independence: [ESTABLISHED] }')).toEqual([envoy]);
    expect(await around('{ party: "entity:upi" }')).toEqual([envoy]);
    expect(await around(`{ source: "${api.sources.diplomat}", text: "went" }`)).toEqual([left]);
    expect(await around('{ predicates: ["went_to"], statuses: [SPECULATIVE] }')).toEqual([]);
  });

  test('between two', async () => {
    expect(await ways('')).toBe(1);
    expect(await ways(', filter: null')).toBe(1);
    expect(await ways(', filter: { kinds: [PERSON] }')).toBe(1);
    expect(await ways(', filter: { certainty: [CERTAIN] }')).toBe(0);
    expect(await ways(', filter: { predicates: ["holds_role"] }')).toBe(0);
  });

  test('both the filter and the predicates that are asked for beside it must fit', async () => {
    const asked =
      '{ neighborhood(of: "entity:choe", predicates: ["went_to", "holds_role"], filter: FILTER) { claims { id } } }';
    const { neighborhood } = await api.ask(
      asked.replace('FILTER', '{ predicates: ["went_to", "envoy_of"] }'),
    );
    expect(idsOf(neighborhood.claims)).toEqual([api.claims.left]);
  });

  const refused: [filter: string, code: string][] = [
    ['{ about: "entity:choe" }', 'INVALID_INPUT'],
    ['{ subject: "entity:choe" }', 'INVALID_INPUT'],
    ['{ object: "entity:kim" }', 'INVALID_INPUT'],
    ['{ party: "entity:nobody" }', 'NOT_FOUND'],
    ['{ predicates: ["flew_to"] }', 'INVALID_INPUT'],
    ['{ text: "" }', 'INVALID_INPUT'],
  ];
  test.each(refused)('but %s is refused', async (filter, code) => {
    expect(await api.refuses(`{ neighborhood(of: "entity:choe", filter: ${filter}) { explored } }`)).toEqual([
      code,
    ]);
    const paths = `{ paths(from: "entity:choe", to: "entity:hwang", filter: ${filter}) { explored } }`;
    expect(await api.refuses(paths)).toEqual([code]);
  });

  test('the refusal says why', async () => {
    const [why] = await api.complaints(
      '{ neighborhood(of: "entity:choe", filter: { about: "entity:kim" }) { explored } }',
    );
    expect(why).toBe(
      '`about` says where claims must end, and a walk goes from end to end: leave it out, or ask for a list of claims.',
    );
  });
});

describe('paths', () => {
  const PATHS = `{ paths(from: "entity:hwang", to: "entity:kim"ARGS) { truncated reason explored
    paths { hops { from { label } to { label } forward claim { sentence } } weakest { claim { id } } } } }`;

  test('go along claims in both directions, and the weakest hop is named', async () => {
    const { paths } = await api.ask(PATHS.replace('ARGS', ''));
    expect(paths.truncated).toBe(false);
    expect(paths.paths).toHaveLength(1);
    const [path] = paths.paths;
    expect(path.hops.map(({ from, to, forward }: Data) => [from.label, to.label, forward])).toEqual([
      ['Hwang Pyong So', 'number two of North Korea', true],
      ['number two of North Korea', 'Choe Ryong Hae', false],
      ['Choe Ryong Hae', 'Kim Jong Un', true],
    ]);
    expect(path.weakest.claim.id).toBe(api.claims.choeSecond);
  });

  test('are none where the view keeps no claim on the way', async () => {
    const { paths } = await api.ask(PATHS.replace('ARGS', ', view: { validAt: "2014-11" }'));
    expect(paths.paths).toEqual([]);
  });

  test.each([
    ['from: "entity:choe", to: "entity:choe"', 'INVALID_INPUT'],
    ['from: "entity:choe", to: "entity:nobody"', 'NOT_FOUND'],
    ['from: "entity:nobody", to: "entity:choe"', 'NOT_FOUND'],
    ['from: "entity:choe", to: "entity:kim", maxHops: 9', 'INVALID_INPUT'],
    ['from: "entity:choe", to: "entity:kim", limit: 0', 'INVALID_INPUT'],
    ['from: "entity:choe", to: "entity:kim", predicates: ["x"]', 'INVALID_INPUT'],
  ])('(%s) are refused', async (args, code) => {
    expect(await api.refuses(`{ paths(${args}) { explored } }`)).toEqual([code]);
  });
});

describe('contradictions', () => {
  let rivals: TinyApi;
  let rival: string;

  const attach = (claim: string, source: string, more = '') =>
    rivals.ask(`mutation { attachSource(input: { claim: "${claim}", source: { id: "${source}" }, own: true ${more} }) {
      outcome newContradictions { kind claims { id } explained } } }`);

  beforeAll(async () => {
    rivals = await openTinyApi();
    const made =
      await rivals.ask(`mutation { makeClaim(input: { subject: "entity:kim", predicate: "holds_role",
      object: "entity:second", validTime: "2014-11" }) { claim { id } } }`);
    rival = made['makeClaim'].claim.id;
  });

  const listed = async (args: string): Promise<[string, string[]][]> => {
    const { contradictions } = await rivals.ask(
      `{ contradictions${args} { totalCount nodes { kind claims { id } explained } } }`,
    );
    expect(contradictions.totalCount).toBe(contradictions.nodes.length);
    return contradictions.nodes.map(({ kind, claims }: Data) => [kind, idsOf(claims)]);
  };

  test('arise when a rival is affirmed and when a claim is denied, and the attachment says so', async () => {
    expect(await listed('')).toEqual([]);
    const first = await attach(rival, rivals.sources.upi);
    const sameSlot = { kind: 'SAME_SLOT', claims: [{ id: rivals.claims.choeSecond }, { id: rival }] };
    expect(first['attachSource'].newContradictions).toMatchObject([sameSlot]);
    const second = await attach(rivals.claims.cooling, rivals.sources.diplomat, ', polarity: DENIES');
    expect(second['attachSource'].newContradictions).toMatchObject([{ kind: 'DENIAL' }]);
  });

  test('are listed by the oldest of their claims, each once', async () => {
    const { choeSecond, cooling } = rivals.claims;
    expect(await listed('')).toEqual([
      ['SAME_SLOT', [choeSecond, rival]],
      ['DENIAL', [cooling]],
    ]);
    expect(await listed('(about: "entity:second")')).toEqual([['SAME_SLOT', [choeSecond, rival]]]);
    expect(await listed(`(about: "${cooling}")`)).toEqual([['DENIAL', [cooling]]]);
    expect(await listed('(about: "entity:moscow")')).toEqual([]);
    expect(await listed('(kinds: [DENIAL, OPPOSITE])')).toEqual([['DENIAL', [cooling]]]);
    expect(await listed('(kinds: [])')).toEqual([]);
    expect(await listed('(view: { validAt: "2015" })')).toEqual([]);
  });

  test('come page by page', async () => {
    const query = (after: string) =>
      `{ contradictions(first: 1, after: ${after}) { nodes { kind } pageInfo { hasNextPage endCursor } } }`;
    const first = (await rivals.ask(query('null')))['contradictions'];
    expect(first).toMatchObject({ nodes: [{ kind: 'SAME_SLOT' }], pageInfo: { hasNextPage: true } });
    const second = (await rivals.ask(query(JSON.stringify(first.pageInfo.endCursor))))['contradictions'];
    expect(second).toMatchObject({ nodes: [{ kind: 'DENIAL' }], pageInfo: { hasNextPage: false } });
  });

  test('about nothing known are refused', async () => {
    expect(await api.refuses('{ contradictions(about: "entity:nobody") { totalCount } }')).toEqual([
      'NOT_FOUND',
    ]);
  });
});

describe('impact', () => {
  const impact = async (of: string, more = ''): Promise<Data> =>
    (
      await api.ask(`{ impact(of: "${of}"${more}) { losesAllSupport { id } dropsToOneChain { id }
        changesStatus { claim { id status } before after } explored } }`)
    )['impact'];

  test('of an unnamed source is what it alone supported', async () => {
    expect(await impact(api.sources.unnamed)).toEqual({
      losesAllSupport: [{ id: api.claims.turnedBack }],
      dropsToOneChain: [],
      changesStatus: [
        {
          claim: { id: api.claims.turnedBack, status: 'SUPPORTED' },
          before: 'SUPPORTED',
          after: 'UNSUPPORTED',
        },
      ],
      explored: 1,
    });
  });

  test('of an attestation, of a party, and of a party with its family', async () => {
    const { envoy, diversifies } = api.claims;
    expect((await impact(api.attestations.upiEnvoy))['dropsToOneChain']).toEqual([{ id: envoy }]);
    expect((await impact('entity:lim'))['losesAllSupport']).toEqual([]);
    expect((await impact('entity:lim', ', withFamily: true'))['losesAllSupport']).toEqual([
      { id: diversifies },
    ]);
  });

  test('writes nothing', async () => {
    const { seq } = api.ledger.graph;
    await impact('entity:upi');
    expect(api.ledger.graph.seq).toBe(seq);
  });

  test('of nothing known is refused', async () => {
    expect(await api.refuses('{ impact(of: "entity:nobody") { explored } }')).toEqual(['NOT_FOUND']);
  });
});

describe('two sources compared', () => {
  test('show what both say and what only one says', async () => {
    const { compareSources } =
      await api.ask(`{ compareSources(a: "${api.sources.upi}", b: "${api.sources.diplomat}") {
      both { id } onlyA { id } onlyB { id } contradictory { kind } } }`);
    const { diversifies, covers, envoy, turnedBack, cooling, choeSecond, hwangSecond, left } = api.claims;
    expect([idsOf(compareSources.both), idsOf(compareSources.onlyA), idsOf(compareSources.onlyB)]).toEqual([
      [diversifies, covers, envoy],
      [turnedBack, cooling],
      [choeSecond, hwangSecond, left],
    ]);
    expect(compareSources.contradictory).toEqual([]);
  });

  test('must both be there', async () => {
    const query = (a: string, b: string) => `{ compareSources(a: "${a}", b: "${b}") { both { id } } }`;
    expect(await api.refuses(query('x', api.sources.upi))).toEqual(['NOT_FOUND']);
    expect(await api.refuses(query(api.sources.upi, 'entity:upi'))).toEqual(['NOT_FOUND']);
  });
});

test('stats count everything, and predicates are those of the vocabulary', async () => {
  const { stats, predicates } = await api.ask(`{ stats { entities claims sources attestations seq }
    predicates { id label inverseLabel subjectKinds objectKinds valueKind sentence oneAtATime seats symmetric note opposite { id } } }`);
  expect(stats).toEqual({ ...api.ledger.graph.counts, seq: api.ledger.graph.seq });
  expect(predicates.map((one: Data) => one['id'])).toEqual(
    api.ledger.vocabulary.predicates.map(({ id }) => id),
  );
  expect(predicates.find((one: Data) => one['id'] === 'population')).toMatchObject({
    objectKinds: [],
    valueKind: 'NUMBER',
    oneAtATime: true,
    seats: null,
    opposite: null,
  });
  expect(predicates.find((one: Data) => one['id'] === 'at_war')).toMatchObject({
    symmetric: true,
    opposite: { id: 'at_peace' },
    valueKind: null,
  });
});
