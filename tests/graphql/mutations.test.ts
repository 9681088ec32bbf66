import { beforeEach, describe, expect, test } from 'vitest';
import { openTinyApi, type Data, type TinyApi } from './tiny-api.js';

let api: TinyApi;

beforeEach(async () => {
  api = await openTinyApi();
});

const ERRORS = 'userErrors { code field message }';

async function mutate(field: string, fields: string, variables: object = {}): Promise<Data> {
  const declared = Object.keys(variables).length > 0 ? '($input: AttachSourceInput!)' : '';
  const answer = await api.ask(
    `mutation${declared} { payload: ${field} { ${fields} ${ERRORS} } }`,
    variables,
  );
  return answer['payload'];
}

/** Events that were recorded meanwhile, by type. */
async function recordedBy(work: () => Promise<unknown>): Promise<string[]> {
  const { seq } = api.ledger.graph;
  await work();
  return (await api.ledger.history(seq, 100)).map(({ event }) => event.type);
}

describe('addEntity', () => {
  const ADD = `addEntity(input: { kind: PERSON, label: "Hyon Yong Chol", description: "a minister", sameAs: ["https://www.wikidata.org/wiki/Q1"],
    names: [{ text: "현영철", language: "ko" }] })`;
  const FIELDS = 'entity { __typename label description sameAs names { text kind script } }';

  test('adds an entity with its names', async () => {
    const payload = await mutate(ADD, FIELDS);
    expect(payload).toEqual({
      entity: {
        __typename: 'Person',
        label: 'Hyon Yong Chol',
        description: 'a minister',
        sameAs: ['https://www.wikidata.org/wiki/Q1'],
        names: [
          { text: 'Hyon Yong Chol', kind: 'PRIMARY', script: 'Latn' },
          { text: '현영철', kind: 'ALIAS', script: 'Hang' },
        ],
      },
      userErrors: [],
    });
  });

  test('records nothing the second time', async () => {
    const first = await mutate(ADD, 'entity { id }');
    expect(await recordedBy(async () => expect(await mutate(ADD, 'entity { id }')).toEqual(first))).toEqual(
      [],
    );
  });
});

test('addName adds a spelling, which is found from then on', async () => {
  const payload = await mutate(
    'addName(input: { entity: "entity:choe", name: { text: "최룡해", language: "ko", kind: TRANSLITERATION } })',
    'entity { names { text kind } }',
  );
  expect(payload['entity'].names).toEqual([{ text: '최룡해', kind: 'TRANSLITERATION' }]);
  const { search } = await api.ask('{ search(text: "룡해") { edges { node { id } matchedName } } }');
  expect(search.edges).toEqual([{ node: { id: 'entity:choe' }, matchedName: '최룡해' }]);
});

describe('makeClaim', () => {
  const MAKE = `makeClaim(input: { subject: "entity:choe", predicate: "envoy_of", object: "entity:kim", validTime: "2015",
    qualifiers: [{ name: "to", entity: "entity:moscow" }, { name: "rank", value: "special" }] })`;

  test('says whether the claim is new', async () => {
    expect(await mutate(MAKE, 'made claim { sentence status qualifiers { name value } }')).toEqual({
      made: true,
      claim: {
        sentence: 'Choe Ryong Hae is an envoy of Kim Jong Un to Moscow',
        status: 'UNSUPPORTED',
        qualifiers: [
          { name: 'rank', value: 'special' },
          { name: 'to', value: null },
        ],
      },
      userErrors: [],
    });
    expect(await mutate(MAKE, 'made')).toEqual({ made: false, userErrors: [] });
  });

  test('takes null for what is not given', async () => {
    const payload = await mutate(
      'makeClaim(input: { subject: "entity:kim", predicate: "met", object: "entity:hwang", value: null, unknown: null, validTime: null, qualifiers: null })',
      'made',
    );
    expect(payload).toEqual({ made: true, userErrors: [] });
  });
});

describe('attachSource', () => {
  const input = (more: object = {}) => ({
    input: { claim: api.claims.cooling, source: { id: api.sources.diplomat }, own: true, ...more },
  });
  const FIELDS = `outcome claim { id status } attestation { lineage } supportBefore { independent } supportAfter { independent }
    newContradictions { kind } recorded { by }`;

  test('tells what changed, and the second time that nothing did', async () => {
    expect(await mutate('attachSource(input: $input)', FIELDS, input())).toEqual({
      outcome: 'ATTACHED',
      claim: { id: api.claims.cooling, status: 'CORROBORATED' },
      attestation: { lineage: 'OWN' },
      supportBefore: { independent: 1 },
      supportAfter: { independent: 2 },
      newContradictions: [],
      recorded: { by: 'Tess' },
      userErrors: [],
    });
    const again = await mutate('attachSource(input: $input)', FIELDS, input());
    expect(again).toMatchObject({
      outcome: 'ALREADY_ATTACHED',
      attestation: { lineage: 'OWN' },
      supportBefore: { independent: 2 },
      recorded: null,
    });
    const otherwise = input({ certainty: 'POSSIBLE' });
    expect(await mutate('attachSource(input: $input)', 'outcome unkept', otherwise)).toMatchObject({
      outcome: 'ALREADY_ATTACHED',
      unkept: ['certainty'],
    });
  });

  test('a preview shows the effect and writes nothing', async () => {
    const events = await recordedBy(async () => {
      expect(await mutate('attachSource(input: $input)', FIELDS, input({ preview: true }))).toMatchObject({
        outcome: 'PREVIEWED',
        claim: { status: 'SUPPORTED' },
        attestation: null,
        supportAfter: { independent: 2 },
        recorded: null,
      });
    });
    expect(events).toEqual([]);
  });

  test('a preview of a new source shows on whom the claim would rest', async () => {
    const source = { new: { kind: 'POST', url: 'https://example.org/a', party: 'entity:ap' } };
    const payload = await mutate(
      'attachSource(input: $input)',
      'supportAfter { parties soleDependencies { label } ties { a { label } } }',
      input({ preview: true, source }),
    );
    expect(payload['supportAfter']).toEqual({ parties: 2, soleDependencies: [], ties: [] });
  });

  test('a chain is attached down to its origin', async () => {
    const source = { new: { kind: 'ARTICLE', title: 'A third', party: 'entity:ap' } };
    const via = [
      {
        source: { new: { kind: 'WIRE', party: 'entity:yonhap', title: 'A dispatch' } },
        certainty: 'PROBABLE',
      },
      { source: { new: { kind: 'STATEMENT', partyDescribedAs: 'a clerk' } }, quote: { exact: 'it is so' } },
    ];
    const { attestation } = await mutate(
      'attachSource(input: $input)',
      'attestation { chains { attestations { source { party { label } partyDescribedAs } certainty held quote { exact } } } }',
      input({ source, via, own: false }),
    );
    expect(attestation.chains[0].attestations).toEqual([
      {
        source: { party: { label: 'AP' }, partyDescribedAs: null },
        certainty: 'CERTAIN',
        held: true,
        quote: null,
      },
      {
        source: { party: { label: 'Yonhap' }, partyDescribedAs: null },
        certainty: 'PROBABLE',
        held: false,
        quote: null,
      },
      {
        source: { party: null, partyDescribedAs: 'a clerk' },
        certainty: 'CERTAIN',
        held: false,
        quote: { exact: 'it is so' },
      },
    ]);
  });

  test('the place in the source is kept and shown', async () => {
    const shown = await mutate(
      'attachSource(input: $input)',
      'attestation { locator }',
      input({ locator: 'page 4' }),
    );
    expect(shown['attestation']).toEqual({ locator: 'page 4' });
  });

  test('an idempotency key is for one request', async () => {
    const first = await mutate('attachSource(input: $input)', FIELDS, input({ idempotencyKey: 'k' }));
    const second = await mutate('attachSource(input: $input)', FIELDS, input({ idempotencyKey: 'k' }));
    const third = await mutate(
      'attachSource(input: $input)',
      FIELDS,
      input({ idempotencyKey: 'k', wording: 'x' }),
    );
    expect([first['outcome'], second['outcome'], third['outcome']]).toEqual([
      'ATTACHED',
      'ALREADY_ATTACHED',
      null,
    ]);
    expect(third['userErrors']).toMatchObject([
      { code: 'IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] },
    ]);
  });

  test('a refusal leaves the payload empty and names the field', async () => {
    const source = { new: { kind: 'ARTICLE', url: 'javascript:alert(1)' } };
    const events = await recordedBy(async () => {
      expect(await mutate('attachSource(input: $input)', FIELDS, input({ source }))).toMatchObject({
        outcome: null,
        claim: null,
        attestation: null,
        supportBefore: null,
        supportAfter: null,
        newContradictions: [],
        recorded: null,
        userErrors: [{ code: 'INVALID_INPUT', field: ['source', 'new', 'url'] }],
      });
    });
    expect(events).toEqual([]);
  });
});

describe('a source is named in exactly one way', () => {
  const field = 'attachSource(input: { claim: "x", source: SOURCE }) { outcome }';

  test.each(['{}', '{ id: "a", url: "https://example.org" }', '{ id: null }', '{ id: "a", new: null }'])(
    'in a document, %s is refused',
    async source => {
      const codes = await api.refuses(`mutation { ${field.replace('SOURCE', source)} }`);
      expect(codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
    },
  );

  test.each([{}, { id: 'a', url: 'https://example.org' }, { id: null }, { id: 'a', url: null }])(
    'in a variable, %j is refused',
    async source => {
      const query = `mutation($source: SourceRef!) { ${field.replace('SOURCE', '$source')} }`;
      expect(await api.refuses(query, { source })).toEqual(['BAD_USER_INPUT']);
    },
  );

  test('by its address it is found again', async () => {
    const add = (source: object) =>
      mutate('attachSource(input: $input)', 'outcome attestation { source { id } }', {
        input: { claim: api.claims.cooling, source, own: true },
      });
    const first = await add({ new: { kind: 'ARTICLE', url: 'https://Example.org/a#top', title: 'A' } });
    const second = await add({ url: 'https://example.org/a' });
    expect(first['outcome']).toBe('ATTACHED');
    expect(second).toMatchObject({ outcome: 'ALREADY_ATTACHED', attestation: first['attestation'] });
  });
});

describe('what comes later is noted beside what was recorded', () => {
  test('recordLineage', async () => {
    const { upiEnvoy, diplomatEnvoy } = api.attestations;
    const payload = await mutate(
      `recordLineage(input: { attestation: "${diplomatEnvoy}", lineage: RELAYED, relays: ["${upiEnvoy}"] })`,
      'attestation { lineage relays { id } claim { status support { independent } } }',
    );
    expect(payload['attestation']).toEqual({
      lineage: 'RELAYED',
      relays: [{ id: upiEnvoy }],
      claim: { status: 'SUPPORTED', support: { independent: 1 } },
    });
  });

  test('withdrawAttestation', async () => {
    const payload = await mutate(
      `withdrawAttestation(id: "${api.attestations.upiCooling}", reason: "misread")`,
      'attestation { withdrawn { reason recorded { by } } carries } claim { id status }',
    );
    expect(payload).toEqual({
      attestation: { withdrawn: { reason: 'misread', recorded: { by: 'Tess' } }, carries: false },
      claim: { id: api.claims.cooling, status: 'UNSUPPORTED' },
      userErrors: [],
    });
  });

  test('withdrawClaim', async () => {
    const payload = await mutate(
      `withdrawClaim(id: "${api.claims.cooling}", reason: "mistaken")`,
      'attestation { id } claim { status statusExplained withdrawn { reason } }',
    );
    expect(payload).toMatchObject({
      attestation: null,
      claim: { status: 'WITHDRAWN', withdrawn: { reason: 'mistaken' } },
    });
    const { claims } = await api.ask('{ claims(filter: { predicates: ["ties_cooling"] }) { totalCount } }');
    expect(claims.totalCount).toBe(0);
  });

  test('supersedeClaim', async () => {
    const { left, envoy } = api.claims;
    const payload = await mutate(
      `supersedeClaim(id: "${left}", by: "${envoy}", reason: "put better")`,
      'claim { id status superseded { reason by { id } recorded { by } } } by { id superseded { reason } }',
    );
    expect(payload).toEqual({
      claim: {
        id: left,
        status: 'SUPERSEDED',
        superseded: { reason: 'put better', by: { id: envoy }, recorded: { by: 'Tess' } },
      },
      by: { id: envoy, superseded: null },
      userErrors: [],
    });
  });

  test('gradeParty', async () => {
    const payload = await mutate(
      'gradeParty(id: "entity:upi", reliability: B, reason: null)',
      'entity { reliability }',
    );
    expect(payload).toEqual({ entity: { reliability: 'B' }, userErrors: [] });
  });

  test('judgeIdentity', async () => {
    const payload = await mutate(
      'judgeIdentity(a: "entity:upi", b: "entity:diplomat", judgement: SAME)',
      'a { id } b { id }',
    );
    expect(payload).toEqual({ a: { id: 'entity:upi' }, b: { id: 'entity:diplomat' }, userErrors: [] });
    const { claim } = await api.ask(`{ claim(id: "${api.claims.envoy}") { support { independent } } }`);
    expect(claim.support.independent).toBe(1);
  });
});

describe('what is refused is told in userErrors, and nothing is written', () => {
  const cases: [field: (api: TinyApi) => string, result: string, code: string][] = [
    [() => 'addEntity(input: { kind: PERSON, label: " " })', 'entity { id }', 'INVALID_INPUT'],
    [() => 'addName(input: { entity: "x", name: { text: "y" } })', 'entity { id }', 'NOT_FOUND'],
    [
      () => 'makeClaim(input: { subject: "entity:choe", predicate: "flew_to" })',
      'claim { id }',
      'INVALID_INPUT',
    ],
    [
      () => 'makeClaim(input: { subject: "x", predicate: "met", object: "entity:kim" })',
      'claim { id }',
      'NOT_FOUND',
    ],
    [() => 'withdrawAttestation(id: "x", reason: "y")', 'attestation { id }', 'NOT_FOUND'],
    [({ claims }) => `withdrawClaim(id: "${claims.left}", reason: "")`, 'claim { id }', 'INVALID_INPUT'],
    [({ claims }) => `supersedeClaim(id: "${claims.left}", by: "x", reason: "y")`, 'by { id }', 'NOT_FOUND'],
    [() => 'recordLineage(input: { attestation: "x", lineage: OWN })', 'attestation { id }', 'NOT_FOUND'],
    [() => 'gradeParty(id: "x", reliability: A)', 'entity { id }', 'NOT_FOUND'],
    [() => 'judgeIdentity(a: "entity:upi", b: "entity:upi", judgement: SAME)', 'a { id }', 'INVALID_INPUT'],
  ];
  test.each(cases)('%s', async (field, result, code) => {
    const events = await recordedBy(async () => {
      const { userErrors, ...rest } = await mutate(field(api), result);
      expect(userErrors).toMatchObject([{ code }]);
      expect(userErrors[0].message.length).toBeGreaterThan(10);
      expect(Object.values(rest)).toEqual([null]);
    });
    expect(events).toEqual([]);
  });
});

test('a journal that cannot be written is an error, not a user error', async () => {
  await api.ledger.close();
  expect(
    await api.refuses(`mutation { withdrawClaim(id: "${api.claims.left}", reason: "y") { claim { id } } }`),
  ).toEqual(['JOURNAL_ERROR']);
});
