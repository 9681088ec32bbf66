import { renameSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openLedger } from '../../fixtures/open-ledger.js';
import { openTokens } from '../../../src/graphql/auth/tokens.js';
import { makeToken } from '../../../src/graphql/auth/token.js';
import type { Scope } from '../../../src/graphql/auth/scope.js';
import { startServer } from '../../../src/graphql/server.js';
import { send, type ApiAnswer } from '../../fixtures/ask-api.js';
import { addToken, dropToken, openGuardedLedger, type GuardedLedger } from '../../fixtures/guarded-ledger.js';

const STATS = '{ stats { seq } }';
const ADD =
  'mutation ($label: String!) { addEntity(input: { kind: TOPIC, label: $label }) { entity { id } } }';
const REDACT = 'mutation { redact(seq: 999999, what: NAME, reason: "law") { userErrors { code } } }';

let guarded: GuardedLedger;
beforeAll(async () => (guarded = await openGuardedLedger()));
afterAll(async () => guarded.stop());

const asking = (query: string, authorization?: string, variables: object = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
  body: JSON.stringify({ query, variables }),
});
const ask = (query: string, authorization?: string, variables: object = {}): Promise<ApiAnswer> =>
  send(guarded.apiUrl, asking(query, authorization, variables));
const as = (scope: Scope): string => `Bearer ${guarded.tokens[scope]}`;
const told = ({ status, codes }: ApiAnswer) => ({ status, codes });
const LET_IN = { status: 200, codes: [] };
const REFUSED = { status: 401, codes: ['UNAUTHENTICATED'] };
const FORBIDDEN = { status: 403, codes: ['FORBIDDEN'] };

describe('where there are tokens, every request needs one, from this machine too', () => {
  const almost = (token: string): string => `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`;
  const cases: readonly (readonly [string, () => string | undefined, object])[] = [
    ['no header', () => undefined, REFUSED],
    ['an empty header', () => '', REFUSED],
    ['a token without its scheme', () => guarded.tokens.admin, REFUSED],
    ['another scheme', () => `Basic ${btoa(`admin:${guarded.tokens.admin}`)}`, REFUSED],
    ['a token that nobody made', () => `Bearer ${makeToken()}`, REFUSED],
    ['a token with another last character', () => `Bearer ${almost(guarded.tokens.admin)}`, REFUSED],
    ['a token with something behind it', () => `${as('admin')}x`, REFUSED],
    ['two tokens', () => `${as('admin')}, ${as('admin')}`, REFUSED],
    ['the hash of a token in place of it', () => `Bearer ${'0'.repeat(64)}`, REFUSED],
    ['a token to read', () => as('read'), LET_IN],
    ['a token to administer', () => as('admin'), LET_IN],
    ['the scheme in lower case', () => as('read').replace('Bearer', 'bearer'), LET_IN],
  ];
  test.each(cases)('%s', async (_, authorization, expected) => {
    expect(told(await ask(STATS, authorization()))).toEqual(expected);
  });

  test.each([
    ['GET', '/graphql?query=%7Bstats%7Bseq%7D%7D'],
    ['POST', '/graphql?query=%7Bstats%7Bseq%7D%7D'],
    ['GET', '/metrics'],
    ['HEAD', '/graphql'],
  ])('%s %s', async (method, path) => {
    const response = await fetch(guarded.url + path, {
      method,
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="hearsay"');
  });

  test('a token in the address lets nobody in', async () => {
    const { admin } = guarded.tokens;
    const url = `${guarded.apiUrl}?access_token=${admin}&token=${admin}`;
    expect(told(await send(url, asking(STATS)))).toEqual(REFUSED);
  });

  test('a body that nobody may send is not read', async () => {
    const body = 'x'.repeat(2_000_000);
    const refused = await send(guarded.apiUrl, { ...asking(STATS), body });
    expect(told(refused)).toEqual(REFUSED);
  });

  test('a wrong token is told apart from none, for clients', async () => {
    const response = await fetch(guarded.apiUrl, asking(STATS, 'Bearer nope'));
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="hearsay", error="invalid_token"');
  });

  test('a browser that opens the API is sent to the playground, which is open and says nothing', async () => {
    const opened = await fetch(guarded.apiUrl, { headers: { accept: 'text/html' }, redirect: 'manual' });
    expect([opened.status, opened.headers.get('location')]).toEqual([302, '/playground/']);
    // It is not built here: the page would be served.
    expect((await send(guarded.playgroundUrl, {})).codes).toEqual(['ROUTE_NOT_FOUND']);
  });
});

describe('each mutation demands its scope, and a greater one holds the smaller', () => {
  test.each<readonly [Scope, string, object]>([
    ['read', STATS, LET_IN],
    ['read', ADD, FORBIDDEN],
    ['read', REDACT, FORBIDDEN],
    ['write', ADD, LET_IN],
    ['write', REDACT, FORBIDDEN],
    ['admin', STATS, LET_IN],
    ['admin', ADD, LET_IN],
    ['admin', REDACT, { status: 200, codes: ['NOT_FOUND'] }],
  ])('%s: %s', async (scope, query, expected) => {
    const variables = query === ADD ? { label: `Topic of ${scope}` } : {};
    expect(told(await ask(query, as(scope), variables))).toEqual(expected);
  });

  const hidden: readonly (readonly [string, string])[] = [
    ['in a fragment', `mutation { ...f } fragment f on Mutation { ${REDACT.slice(11, -1)} }`],
    ['in an inline fragment', `mutation { ... on Mutation { ${REDACT.slice(11, -1)} } }`],
    ['under another name', REDACT.replace('redact(', 'addEntity: redact(')],
    ['behind a directive', REDACT.replace('"law")', '"law") @include(if: true)')],
    [
      'after a mutation that is allowed',
      `mutation { a: addEntity(input: { kind: TOPIC, label: "too early" }) { entity { id } } ${REDACT.slice(11, -1)} }`,
    ],
  ];
  test.each(hidden)('a field is found %s, and nothing of the operation is run', async (_, query) => {
    const before = guarded.ledger.graph.seq;
    expect(told(await ask(query, as('write')))).toEqual(FORBIDDEN);
    expect(guarded.ledger.graph.seq).toBe(before);
  });

  test('the same document is judged anew for each who sends it', async () => {
    const variables = { label: 'Sent by two' };
    const answers = [];
    for (const scope of ['write', 'read', 'write'] as const)
      answers.push(await ask(ADD, as(scope), variables));
    expect(answers.map(told)).toEqual([LET_IN, FORBIDDEN, LET_IN]);
    expect(answers[1]?.data).toEqual({});
  });

  test('who asks in application/json is told by the same status', async () => {
    const init = asking(REDACT, as('read'));
    const headers = { ...init.headers, accept: 'application/json' };
    expect(told(await send(guarded.apiUrl, { ...init, headers }))).toEqual(FORBIDDEN);
  });
});

test('what is recorded carries the name of the token, and the way it came', async () => {
  const { data } = await ask(ADD, as('write'), { label: 'By whom' });
  expect(data['addEntity']).toMatchObject({ entity: {} });
  const { seq } = guarded.ledger.graph;
  expect(await guarded.ledger.history(seq - 1, 1)).toMatchObject([{ by: 'write token', way: 'API' }]);
});

describe('a running server', () => {
  let token: string;
  beforeEach(() => {
    dropToken(guarded.tokenFile, 'guest');
    token = addToken(guarded.tokenFile, 'guest', 'read');
  });

  test('lets a new token in', async () => {
    expect(told(await ask(STATS, `Bearer ${token}`))).toEqual(LET_IN);
  });

  test('lets a revoked token in no more, and the others still', async () => {
    expect(told(await ask(STATS, `Bearer ${token}`))).toEqual(LET_IN);
    dropToken(guarded.tokenFile, 'guest');
    expect(told(await ask(STATS, `Bearer ${token}`))).toEqual(REFUSED);
    expect(told(await ask(STATS, as('read')))).toEqual(LET_IN);
  });

  test.each<readonly [string, (file: string) => void]>([
    ['is gone', file => renameSync(file, `${file}.away`)],
    ['is damaged', file => damage(file, '{')],
    ['holds no token any more', file => damage(file, '{ "version": 1, "tokens": [] }')],
    ['is of a newer Hearsay', file => damage(file, '{ "version": 2, "tokens": [] }')],
  ])('lets nobody in while the file of its tokens %s', async (_, harm) => {
    harm(guarded.tokenFile);
    const answers = [await ask(STATS, as('admin')), await ask(STATS)];
    renameSync(`${guarded.tokenFile}.away`, guarded.tokenFile);
    expect(answers.map(told)).toEqual([REFUSED, REFUSED]);
    expect(told(await ask(STATS, as('admin')))).toEqual(LET_IN);
  });

  const damage = (file: string, text: string): void => {
    renameSync(file, `${file}.away`);
    writeFileSync(file, text);
  };
});

test('no answer and no log repeats a token', async () => {
  const { read } = guarded.tokens;
  const bearer = `Bearer ${read}`;
  const texts = [
    (await ask(STATS, `Basic ${read}`)).text,
    (await ask(`{ ${read} }`, bearer)).text,
    (await ask('query ($a: Int) { claims(first: $a) { totalCount } }', bearer, { a: read })).text,
    (await ask(`{ journal(after: "${read}") { totalCount } }`, bearer)).text,
    (await send(`${guarded.url}/nothing?token=${read}`, {})).text,
    (await send(`${guarded.url}/${read}`, {})).text,
    (await send(guarded.apiUrl, { ...asking(STATS, bearer), body: `{"query": ${read}` })).text,
  ];
  expect(texts.filter(text => text.includes('"errors"'))).toHaveLength(texts.length);
  expect(texts.filter(text => text.includes(read))).toEqual([]);
  expect(guarded.incidents.map(String).filter(text => text.includes(read))).toEqual([]);
});

describe('an address that others can reach', () => {
  const start = async (host: string, tokenFile: string) => {
    const { ledger } = await openLedger();
    return startServer({
      ledger,
      by: 'nobody',
      host,
      port: 0,
      webFolder: '',
      log: () => undefined,
      tokens: openTokens(tokenFile, () => undefined),
    });
  };

  test.each(['0.0.0.0', '::', '192.0.2.1', 'hearsay.example', '127.0.0.1.example', '128.0.0.1'])(
    '%s is refused in one line without tokens',
    async host => {
      const refused = start(host, `${guarded.folder}/none.json`);
      await expect(refused).rejects.toThrow(/^Others can reach [^\n]*hearsay token create[^\n]*$/);
    },
  );

  test('a file without a token is no reason to open it', async () => {
    const file = `${guarded.folder}/empty.json`;
    changeToNone(file);
    await expect(start('0.0.0.0', file)).rejects.toThrow(/^Others can reach/);
  });

  const changeToNone = (file: string): void => {
    addToken(file, 'gone', 'admin');
    dropToken(file, 'gone');
  };

  test('is served with tokens, and only to those who have one', async () => {
    const server = await start('0.0.0.0', guarded.tokenFile);
    try {
      const { port } = new URL(server.url);
      const url = `http://127.0.0.1:${port}/graphql`;
      expect(told(await send(url, asking(STATS)))).toEqual(REFUSED);
      expect(told(await send(url, asking(STATS, as('read'))))).toEqual(LET_IN);
    } finally {
      await server.close();
    }
  });

  test.each(['localhost', '127.0.0.1'])('%s is open without tokens', async host => {
    const server = await start(host, `${guarded.folder}/none.json`);
    try {
      expect(told(await send(server.apiUrl, asking(STATS)))).toEqual(LET_IN);
    } finally {
      await server.close();
    }
  });

  test('one that is open asks for a token from the moment the first is made', async () => {
    const file = `${guarded.folder}/first.json`;
    const server = await start('127.0.0.1', file);
    try {
      const token = addToken(file, 'first', 'read');
      expect(told(await send(server.apiUrl, asking(STATS)))).toEqual(REFUSED);
      expect(told(await send(server.apiUrl, asking(STATS, `Bearer ${token}`)))).toEqual(LET_IN);
      renameSync(file, `${file}.away`);
      expect(told(await send(server.apiUrl, asking(STATS)))).toEqual(REFUSED);
    } finally {
      await server.close();
    }
  });
});
