import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ask, send } from '../fixtures/ask-api.js';
import { hearsay, inFolder, serving } from '../fixtures/hearsay-process.js';

const NUMBER_TWO = 'entity:choe-moscow-2014/number-two';
const CHINA = 'entity:choe-moscow-2014/china';
const COOLING =
  '{ claims(filter: { predicates: ["ties_cooling_with"] }) { nodes { id } pageInfo { endCursor } } }';
const STATS = '{ stats { entities claims sources attestations seq } }';
const AT = 'query ($at: EDTF) { claims(view: { validAt: $at }) { totalCount } }';
const JSON_TYPE = { 'content-type': 'application/json' };

type Case = readonly [name: string, query: string, code: string, variables?: object];

const make = (input: string): string =>
  `mutation { makeClaim(input: { ${input} }) { made userErrors { code } } }`;
const attach = (input: string): string =>
  `mutation { attachSource(input: { ${input} }) { outcome userErrors { code } } }`;
const NEW = 'own: true, source: { new: { kind: REPORT, title: "t" } }';

const cases = (claim: string, cursor: string): readonly Case[] => [
  ['an unknown root', '{ neighborhood(of: "entity:nobody") { explored } }', 'NOT_FOUND'],
  ['an unknown source', attach(`claim: "${claim}", source: { id: "source:none" }`), 'NOT_FOUND'],
  ['an unknown claim', attach(`claim: "claim:none", ${NEW}`), 'NOT_FOUND'],
  [
    'wrong kinds for a predicate',
    make(`subject: "${NUMBER_TWO}", predicate: "ties_cooling_with", object: "${CHINA}"`),
    'INVALID_INPUT',
  ],
  [
    'a missing entity',
    make(`subject: "entity:nobody", predicate: "ties_cooling_with", object: "${CHINA}"`),
    'NOT_FOUND',
  ],
  [
    'a bad date',
    `{ holders(role: "${NUMBER_TWO}", view: { validAt: "Tuesday" }) { totalCount } }`,
    'INVALID_INPUT',
  ],
  ['a bad date in a variable', AT, 'INVALID_INPUT', { at: 'Tuesday' }],
  ['an empty quote', attach(`claim: "${claim}", ${NEW}, quote: { exact: " " }`), 'INVALID_INPUT'],
  [
    'two ways to name a source',
    attach(`claim: "${claim}", source: { id: "source:a", url: "https://example.org/" }`),
    'GRAPHQL_VALIDATION_FAILED',
  ],
  [
    'a cursor of another query',
    `{ sources(after: "${cursor}") { totalCount nodes { id } } }`,
    'INVALID_INPUT',
  ],
  ['a page that is too long', '{ claims(first: 1000) { totalCount } }', 'INVALID_INPUT'],
  ['a subscription by POST', 'subscription { claimChanged { statusAfter } }', 'SUBSCRIPTION_NEEDS_WEBSOCKET'],
];

test('bad input is refused with a code, and nothing is written', () =>
  inFolder(folder =>
    serving(['--data', join(folder, 'a.db')], async ({ api }) => {
      const { claims } = (await ask(api, COOLING)).data as {
        claims: { nodes: [{ id: string }]; pageInfo: { endCursor: string } };
      };
      const before = (await ask(api, STATS)).text;
      for (const [name, query, code, variables] of cases(claims.nodes[0].id, claims.pageInfo.endCursor)) {
        expect([name, (await ask(api, query, variables)).codes]).toEqual([name, [code]]);
      }
      const large = { method: 'POST', headers: JSON_TYPE, body: `"${'x'.repeat(2_000_000)}"` };
      expect(await send(api, large)).toMatchObject({ status: 413, codes: ['BODY_TOO_LARGE'] });
      expect((await ask(api, STATS)).text).toBe(before);
    }),
  ));

test('without a server or a journal there is nothing to ask, and that is said', () =>
  inFolder(async folder => {
    const { code, out, err } = await hearsay(['query', '-', '--data', join(folder, 'none.db')], STATS);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toMatch(/^hearsay: There is no journal [^\n]*\n$/);
  }));
