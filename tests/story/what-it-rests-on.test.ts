// What the first data set must show of its claims, beyond the ten questions: who is independent of whom, and what a withdrawal does.
import { beforeEach, describe, expect, test } from 'vitest';
import { askLedger, type Ask } from '../../src/graphql/local-api.js';
import type { Ledger } from '../../src/journal/ledger.js';
import { openLoadedLedger } from '../fixtures/loaded-ledger.js';

interface Row {
  readonly sentence: string;
  readonly support: { readonly independence: string; readonly independent: number };
}

let ledger: Ledger;
let ask: Ask;

beforeEach(async () => {
  ({ ledger } = await openLoadedLedger());
  ask = await askLedger({ ledger, by: 'tests' }, () => undefined);
});

const data = async <T>(query: string): Promise<T> => {
  const { data: found, errors } = await ask({ query });
  expect(errors).toBeUndefined();
  return found as T;
};

async function claimsWith(independence: string): Promise<[string, number][]> {
  const { claims } = await data<{ claims: { nodes: Row[] } }>(
    '{ claims(first: 100) { nodes { sentence support { independence independent } } } }',
  );
  expect(claims.nodes).toHaveLength(ledger.graph.counts.claims);
  return claims.nodes
    .filter(({ support }) => support.independence === independence)
    .map(({ sentence, support }) => [sentence, support.independent]);
}

test('rows 15, 16 and 23, said by both articles, are dependent; nothing else is', async () => {
  expect(await claimsWith('DEPENDENT')).toEqual([
    ['The round of talks in Russia covers security in north-east Asia', 1],
    ['The round of talks in Russia covers relations between Russia and North Korea', 1],
    ['North Korea works towards more diverse foreign relations', 1],
  ]);
});

test('row 1, the journey, and offices that both articles name are established by two', async () => {
  expect(await claimsWith('ESTABLISHED')).toEqual([
    ['Choe Ryong Hae is an envoy of Kim Jong Un to Russia', 2],
    ['Choe Ryong Hae travels to Russia', 2],
    ['Lim Byung-chul speaks for Unification Ministry of South Korea', 2],
    ['Unification Ministry of South Korea is part of Government of South Korea', 2],
    ['Vladimir Putin is President of Russia', 2],
    ['Vladimir Putin holds office in Russia as President of Russia', 2],
  ]);
});

test('on the day the articles came out, all that they say was public; the day before, nothing', async () => {
  const count = async (publishedBy: string): Promise<unknown> =>
    data(`{ claims(view: { publishedBy: "${publishedBy}" }) { totalCount } }`);
  expect(await count('2014-11-18')).toEqual({ claims: { totalCount: ledger.graph.counts.claims } });
  expect(await count('2014-11-17')).toEqual({ claims: { totalCount: 0 } });
});

test('the two articles contradict each other nowhere', async () => {
  expect(await data('{ contradictions { nodes { kind } } }')).toEqual({ contradictions: { nodes: [] } });
});

describe('a withdrawn attestation', () => {
  const FLIGHT = 'filter: { text: "turns back to" }';
  const ask8 = (args: string, attestations = ''): string => `{ claims(${args}) { nodes {
    status attestations${attestations} { nodes { id carries lineage withdrawn { reason } } } } } }`;
  interface Answer {
    claims: {
      nodes: {
        status: string;
        attestations: {
          nodes: { id: string; carries: boolean; lineage: string; withdrawn: object | null }[];
        };
      }[];
    };
  }
  let seq = 0;
  let origin = '';

  beforeEach(async () => {
    seq = ledger.graph.seq;
    const before = await data<Answer>(ask8(FLIGHT));
    origin = before.claims.nodes[0]?.attestations.nodes.find(({ lineage }) => lineage === 'OWN')?.id ?? '';
    const { withdrawAttestation } = await data<{ withdrawAttestation: { userErrors: unknown[] } }>(
      `mutation { withdrawAttestation(id: "${origin}", reason: "misheard") { userErrors { message } } }`,
    );
    expect(withdrawAttestation.userErrors).toEqual([]);
  });

  test('silences those who only relayed it', async () => {
    const { claims } = await data<Answer>(ask8(FLIGHT));
    expect(claims.nodes[0]?.status).toBe('UNSUPPORTED');
    expect(claims.nodes[0]?.attestations.nodes.map(({ carries }) => carries)).toEqual([false, false]);
  });

  test('stays visible to those who ask for it', async () => {
    const { claims } = await data<Answer>(ask8(FLIGHT, '(includeWithdrawn: true)'));
    const withdrawn = claims.nodes[0]?.attestations.nodes.filter(({ withdrawn: note }) => note !== null);
    expect(withdrawn).toEqual([
      { id: origin, carries: false, lineage: 'OWN', withdrawn: { reason: 'misheard' } },
    ]);
  });

  test('is live again in a view of what was known before', async () => {
    const { claims } = await data<Answer>(ask8(`${FLIGHT}, view: { knownAtSeq: ${seq} }`));
    expect(claims.nodes[0]?.status).toBe('SUPPORTED');
    expect(claims.nodes[0]?.attestations.nodes.map(({ carries }) => carries)).toEqual([true, true, true]);
  });
});
