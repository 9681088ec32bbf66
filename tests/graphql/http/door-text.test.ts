// Text from outside is text: kept as it came or refused with a reason, and told so that no browser takes it for a page.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ask, send } from '../../fixtures/ask-api.js';
import { openServedLedger, type ServedLedger } from '../../fixtures/served-ledger.js';

const ADD = `mutation ($label: String!) {
  addEntity(input: { kind: PERSON, label: $label }) { entity { id label } userErrors { code message field } }
}`;
const ATTACH = `mutation ($claim: ID!, $title: String, $url: String, $quote: String!) {
  attachSource(input: {
    claim: $claim, own: true, quote: { exact: $quote }
    source: { new: { kind: REPORT, title: $title, url: $url, partyDescribedAs: "someone" } }
  }) { attestation { quote { exact } source { title url } } userErrors { code message field } }
}`;
const CLAIM = '{ claims(first: 1) { nodes { id } } }';

let served: ServedLedger;
let claim: string;
beforeAll(async () => {
  served = await openServedLedger();
  claim = ((await ask(served.apiUrl, CLAIM)).data as { claims: { nodes: [{ id: string }] } }).claims.nodes[0]
    .id;
});
afterAll(() => served.stop());

interface Told {
  readonly addEntity: { readonly entity: { label: string } | null };
  readonly attachSource: {
    readonly attestation: { quote: { exact: string }; source: { title: string; url: string | null } } | null;
  };
}

const KEPT: readonly (readonly [string, string])[] = [
  ['markup', '<script>alert(1)</script>'],
  ['an attribute that would act', '"><img src=x onerror=alert(1)>'],
  ['a template', '{{constructor.constructor("alert(1)")()}}'],
  ['the name of a trap', '__proto__'],
  ['another one', 'constructor'],
  ['SQL', "'); DROP TABLE events; --"],
  ['a path', '../../../etc/hosts'],
  ['right to left', 'شبكة أخبار'],
  ['marks, joined signs and pictures', 'Ｚ̃ 최룡해 👩‍👩‍👧 ﬃ'],
  ['line separators', 'a\u2028b\u2029c'],
];

const REFUSED: readonly (readonly [string, string])[] = [
  ['NUL', 'a\u0000b'],
  ['an escape sequence', '\u001b[31mred'],
  ['a bell', 'a\u0007'],
  ['an override of the direction', 'a\u202Eb'],
  ['an isolate of the direction', 'a\u2066b'],
  ['a byte order mark', 'a\uFEFFb'],
  ['half a sign', 'a\uD800b'],
  ['10,000 characters', 'x'.repeat(10_000)],
  ['nothing but blanks', ' \u00a0\t'],
];

describe('a text that can be shown inert is kept as it is', () => {
  test.each(KEPT)('%s', async (_, given) => {
    const added = await ask(served.apiUrl, ADD, { label: given });
    const attached = await ask(served.apiUrl, ATTACH, { claim, title: given, quote: given });
    expect([...added.codes, ...attached.codes]).toEqual([]);
    expect((added.data as unknown as Told).addEntity.entity?.label).toBe(given.normalize('NFC'));
    expect((attached.data as unknown as Told).attachSource.attestation).toMatchObject({
      quote: { exact: given },
      source: { title: given.normalize('NFC') },
    });
    expect(added.type).toMatch(/^application\/(graphql-response\+)?json/);
  });
});

describe('a text that cannot is refused with a reason and in its place, and writes nothing', () => {
  test.each(REFUSED)('%s', async (_, given) => {
    const before = served.ledger.graph.seq;
    for (const [query, variables] of [
      [ADD, { label: given }],
      [ATTACH, { claim, title: given, quote: 'words' }],
      [ATTACH, { claim, title: 'A title', quote: given }],
    ] as const) {
      const { codes, text } = await ask(served.apiUrl, query, variables);
      expect(codes).toEqual(['INVALID_INPUT']);
      expect(text).toMatch(/"field":\[".+"\]/);
      // Nothing of it comes back that a terminal or a page would obey.
      // eslint-disable-next-line no-control-regex -- naming control characters is the point
      expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202A-\u202E\u2066-\u2069]/);
    }
    expect(served.ledger.graph.seq).toBe(before);
  });
});

describe('addresses lead to pages only', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/hosts',
    'ftp://example.org/',
    '//example.org/',
    'https://user:secret@example.org/',
    'https://exa mple.org/',
    'java\nscript:alert(1)',
  ])('%j is refused', async url => {
    const { codes } = await ask(served.apiUrl, ATTACH, { claim, title: 'T', url, quote: 'words' });
    expect(codes).toEqual(['INVALID_INPUT']);
  });

  test.each(['http://example.org/a', 'https://example.org/b?c=%3Cscript%3E'])('%s is kept', async url => {
    const { codes, data } = await ask(served.apiUrl, ATTACH, { claim, title: 'T', url, quote: 'words' });
    expect(codes).toEqual([]);
    expect((data as unknown as Told).attachSource.attestation?.source.url).toBe(url);
  });
});

test('keys that are traps do no harm, in a body, in variables and in an input', async () => {
  const post = (body: string) =>
    send(served.apiUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  const query = JSON.stringify(ADD);
  for (const body of [
    `{"query": ${query}, "variables": {"label": "x"}, "__proto__": {"polluted": 1}}`,
    `{"query": ${query}, "variables": {"label": "x", "__proto__": {"polluted": 1}}}`,
    `{"query": ${query}, "variables": {"label": "x", "constructor": {"prototype": {"polluted": 1}}}}`,
  ]) {
    expect((await post(body)).status).toBeLessThan(500);
  }
  const input = '{ kind: PERSON, label: "x", __proto__: { polluted: 1 } }';
  const inDocument = `mutation { addEntity(input: ${input}) { userErrors { code } } }`;
  expect((await ask(served.apiUrl, inDocument)).codes).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  expect(({} as { polluted?: number }).polluted).toBeUndefined();
  expect(served.incidents).toEqual([]);
});

describe('every answer tells browsers to load nothing, to guess nothing and to show it in no frame', () => {
  test.each([
    ['an answer', '/graphql?query=%7Bstats%7Bseq%7D%7D', {}],
    ['a refusal', '/graphql?query=%7B', {}],
    ['an unknown address', '/<script>alert(1)</script>', {}],
    ['an unreadable address', '/%zz', {}],
    ['a foreign page', '/graphql', { origin: 'http://evil.example' }],
    ['the playground', '/playground/', {}],
    ['the explorer', '/', {}],
    ['a file that is not there', '/playground/none.js', {}],
  ])('%s', async (_, path, headers) => {
    const response = await fetch(`${served.url}${path}`, {
      redirect: 'manual',
      headers: { 'content-type': 'application/json', ...headers },
    });
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src '(none|self)';/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe|https?:|\*/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
    expect(isPage).toBe(['/', '/playground/'].includes(path));
  });
});
