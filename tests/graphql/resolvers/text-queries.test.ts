// What a kept text names and may say, and where quotes stand in later versions of it.
import { beforeEach, expect, test } from 'vitest';
import { openTinyApi, type Data, type TinyApi } from '../tiny-api.js';

const FIRST = [
  'A made report. North Korea was quiet.',
  'On Monday Choe Ryong-hae set out for Moscow, so the office told Yonhap. KIM JONG UN stayed.',
  'Choe Ryong Hae speaks for him. Later, of another: Kim Jong Un had sent word.',
].join('\n\n');

let api: TinyApi;
let source: string;
beforeEach(async () => {
  api = await openTinyApi();
  await keep(FIRST);
  source = [...api.ledger.graph.keptTexts()][0]?.source ?? '';
});

async function keep(text: string): Promise<void> {
  const article = { kind: 'ARTICLE', url: 'https://example.org/made', title: 'Made' } as const;
  await api.ledger.execute({ type: 'KeepText', source: { new: article }, text }, 'Tess');
}

const MENTIONS = `query M($source: ID!, $first: Int, $after: String) {
  mentions(source: $source, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { entity { id } spelling paragraph start end }
  }
}`;
const CANDIDATES = `query C($source: ID!) {
  candidates(source: $source) {
    totalCount
    nodes { claim { id } source inOneSentence quote { exact prefix suffix paragraph start end textHash anchor } }
  }
}`;
const ATTACH = `mutation A($input: AttachSourceInput!) {
  attachSource(input: $input) { outcome attestation { id } userErrors { message } }
}`;

const candidates = async (): Promise<Data[]> =>
  ((await api.ask(CANDIDATES, { source }))['candidates'] as { nodes: Data[] }).nodes;

/** Attaches a candidate as it was offered, but for what is shown of it only. */
async function take({ claim, quote: { anchor: _, ...quote } }: Data): Promise<void> {
  const answer = await api.ask(ATTACH, { input: { claim: claim.id, source: { id: source }, quote } });
  expect(answer['attachSource']).toMatchObject({ outcome: 'ATTACHED', userErrors: [] });
}

async function anchors(): Promise<Data[]> {
  const { source: found } = await api.ask(
    `query Q($id: ID!) { source(id: $id) { attestations { nodes { quote { anchor anchoredIn { sha256 } } } } } }`,
    { id: source },
  );
  return (found as Data)['attestations'].nodes.map(({ quote }: Data) => quote as Data) as Data[];
}

test('names are told with their places, page by page', async () => {
  const { mentions } = await api.ask(MENTIONS, { source, first: 100 });
  const told = (mentions as Data)['nodes'].map(
    ({ entity, paragraph, start, end }: Data) =>
      `${entity.id} ${paragraph} ${(FIRST.split('\n\n')[paragraph - 1] ?? '').slice(start, end)}`,
  );
  expect(told).toEqual([
    'entity:north 1 North Korea',
    'entity:choe 2 Choe Ryong-hae',
    'entity:moscow 2 Moscow',
    'entity:yonhap 2 Yonhap',
    'entity:kim 2 KIM JONG UN',
    'entity:choe 3 Choe Ryong Hae',
    'entity:kim 3 Kim Jong Un',
  ]);
  const { mentions: page } = await api.ask(MENTIONS, { source, first: 2 });
  const after = (page as Data)['pageInfo'].endCursor as string;
  const { mentions: next } = await api.ask(MENTIONS, { source, first: 2, after });
  expect((next as Data)['nodes'].map(({ entity }: Data) => entity.id)).toEqual([
    'entity:moscow',
    'entity:yonhap',
  ]);
});

test('claims are offered both of whose ends are named, each with a quote that stands where it says', async () => {
  const { left, envoy } = api.claims;
  expect(await candidates()).toMatchObject([
    {
      claim: { id: left },
      source,
      inOneSentence: true,
      quote: {
        exact: 'On Monday Choe Ryong-hae set out for Moscow, so the office told Yonhap.',
        paragraph: 2,
        start: 0,
        anchor: 'EXACT',
      },
    },
    { claim: { id: envoy }, inOneSentence: false, quote: { exact: 'KIM JONG UN stayed.', anchor: 'EXACT' } },
  ]);
});

test('what was taken is no candidate any more, and asking records nothing', async () => {
  const { seq } = api.ledger.graph;
  const [first] = await candidates();
  expect(api.ledger.graph.seq).toBe(seq);
  await take(first ?? {});
  expect((await candidates()).map(({ claim }) => claim.id)).toEqual([api.claims.envoy]);
});

test('in a later text quotes are found again, and say where they moved or that they are gone', async () => {
  for (const candidate of await candidates()) await take(candidate);
  expect((await anchors()).map(({ anchor }) => anchor)).toEqual(['EXACT', 'EXACT']);
  const [, second = ''] = FIRST.split('\n\n');
  await keep(
    `Corrected since.\n\nA new paragraph.\n\n${second.replace('KIM JONG UN stayed.', 'He stayed.')}`,
  );
  const now = await anchors();
  const [, newest] = [...api.ledger.graph.keptTexts()];
  expect(now).toEqual([
    { anchor: 'MOVED', anchoredIn: { sha256: newest?.sha256 } },
    { anchor: 'ORPHANED', anchoredIn: { sha256: newest?.sha256 } },
  ]);
});

test('all versions stay listed, and an earlier view sees the text of its time', async () => {
  const [first] = await candidates();
  await take(first ?? {});
  const { seq } = api.ledger.graph;
  await keep('All is taken back.');
  const QUESTION = `query Q($id: ID!, $view: ViewInput) {
    source(id: $id, view: $view) { texts { characters url state recorded { by } } attestations { nodes { quote { anchor } } } }
  }`;
  const ask = async (view: object) => (await api.ask(QUESTION, { id: source, view }))['source'] as Data;
  const now = await ask({});
  expect(now['texts']).toEqual([
    { characters: FIRST.length, url: 'https://example.org/made', state: 'SOUND', recorded: { by: 'Tess' } },
    { characters: 18, url: 'https://example.org/made', state: 'SOUND', recorded: { by: 'Tess' } },
  ]);
  expect(now['attestations'].nodes).toEqual([{ quote: { anchor: 'ORPHANED' } }]);
  const then = await ask({ knownAtSeq: seq });
  expect(then['texts']).toHaveLength(1);
  expect(then['attestations'].nodes).toEqual([{ quote: { anchor: 'EXACT' } }]);
});

test('a text that is gone is no text: quotes are unchecked, and what it names cannot be told', async () => {
  const [first] = await candidates();
  await take(first ?? {});
  for (const { sha256 } of api.ledger.graph.keptTexts()) await api.ledger.texts?.remove(sha256);
  expect(await anchors()).toEqual([{ anchor: 'UNCHECKED', anchoredIn: null }]);
  expect(await api.refuses(MENTIONS, { source })).toEqual(['INVALID_INPUT']);
});

test.each([
  ['an unknown source', () => 'source:none', 'NOT_FOUND'],
  ['a source without a text', () => api.sources.upi, 'INVALID_INPUT'],
])('%s is refused', async (_, of, code) => {
  for (const query of [MENTIONS, CANDIDATES])
    expect(await api.refuses(query, { source: of() })).toEqual([code]);
});

test('the journal tells of a kept text in words', async () => {
  const { journal } = await api.ask('{ journal(first: 100, types: [TextKept]) { nodes { type summary } } }');
  expect((journal as Data)['nodes']).toEqual([
    { type: 'TextKept', summary: `Kept its text (${FIRST.length} characters): an unnamed party, “Made”` },
  ]);
});
