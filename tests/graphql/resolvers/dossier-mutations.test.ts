// Dossiers that are sent to the API, and the one that comes with Hearsay.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dossierReader } from '../../../src/exchange/dossier/dossier.js';
import type { Scope } from '../../../src/graphql/auth/scope.js';
import { Scheduler } from '../../../src/graph/work/scheduler.js';
import type { Dossiers, RequestContext } from '../../../src/graphql/operation/context.js';
import { askLedger } from '../../../src/graphql/local-api.js';
import { OperationWork } from '../../../src/graphql/operation/operation-work.js';
import { LIMITS } from '../../../src/graphql/operation/request-limits.js';
import { DossierMutations } from '../../../src/graphql/resolvers/dossier-mutations.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openLedger } from '../../fixtures/open-ledger.js';
import type { Data } from '../tiny-api.js';

const READER = dossierReader(readFileSync('schema/dossier.schema.json', 'utf8'));
const SAMPLE = readFileSync('graph-data/choe-moscow-2014/dossier.yaml', 'utf8');
const WITH_SAMPLE: Dossiers = { reader: READER, sample: () => Promise.resolve(SAMPLE) };

const SMALL = `hearsay: dossier/1
id: small
title: A small dossier
entities:
  ann: { kind: PERSON, label: Ann }
  bob: { kind: PERSON, label: Bob }
claims:
  - { subject: ann, predicate: meets, object: bob }
`;

const PAYLOAD = `{ title entities claims sources attestations alreadyThere problems { line column message }
  userErrors { code field message } }`;
const LOAD = `mutation($text: String!, $preview: Boolean) { loadDossier(text: $text, preview: $preview) ${PAYLOAD} }`;
const LOAD_SAMPLE = `mutation { loadSample ${PAYLOAD} }`;

interface Desk {
  readonly ledger: Ledger;
  readonly load: (text: string, preview?: boolean | null) => Promise<Data>;
  readonly loadSample: () => Promise<Data>;
  /** Codes and messages of errors that are no user errors. */
  readonly refused: (query: string, variables?: object) => Promise<readonly (readonly [unknown, string])[]>;
}

async function openDesk(dossiers: Dossiers | null = WITH_SAMPLE, scope: Scope = 'write'): Promise<Desk> {
  const { ledger } = await openLedger();
  const faults: unknown[] = [];
  const ask = await askLedger({ ledger, by: 'Tess', scope, ...(dossiers ? { dossiers } : {}) }, (_, fault) =>
    faults.push(fault),
  );
  const answer = async (query: string, field: string, variables: object = {}): Promise<Data> => {
    const { data, errors } = await ask({ query, variables: { ...variables } });
    if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
    return data?.[field] as Data;
  };
  return {
    ledger,
    load: (text, preview = false) => answer(LOAD, 'loadDossier', { text, preview }),
    loadSample: () => answer(LOAD_SAMPLE, 'loadSample'),
    refused: async (query, variables = {}) =>
      ((await ask({ query, variables: { ...variables } })).errors ?? []).map(
        ({ extensions, message }) => [extensions?.['code'], message] as const,
      ),
  };
}

const NOTHING = { entities: 0, claims: 0, sources: 0, attestations: 0 };

describe('a dossier that is sent', () => {
  test('is recorded, in the name of whoever sent it, as an import', async () => {
    const { ledger, load } = await openDesk();
    expect(await load(SMALL)).toEqual({
      ...NOTHING,
      title: 'A small dossier',
      entities: 2,
      claims: 1,
      alreadyThere: 0,
      problems: [],
      userErrors: [],
    });
    expect(ledger.graph.counts).toMatchObject({ entities: 2, claims: 1 });
    expect((await ledger.history(0, 1))[0]).toMatchObject({ by: 'Tess', way: 'IMPORT' });
  });

  test('again, is there already', async () => {
    const { ledger, load } = await openDesk();
    await load(SMALL);
    const { seq } = ledger.graph;
    expect(await load(SMALL, null)).toMatchObject({ ...NOTHING, alreadyThere: 3, userErrors: [] });
    expect(ledger.graph.seq).toBe(seq);
  });

  test('in a preview counts as it would, and is not recorded', async () => {
    const { ledger, load } = await openDesk();
    expect(await load(SMALL, true)).toMatchObject({ title: 'A small dossier', entities: 2, claims: 1 });
    expect(ledger.graph.seq).toBe(0);
  });

  const bad: [what: string, text: string, title: string | null, lines: number[]][] = [
    [
      'mistakes in two places',
      SMALL.replace('object: bob', 'object: bop').replace(
        'kind: PERSON, label: Ann',
        'kind: HUMAN, label: Ann',
      ),
      null,
      [5],
    ],
    [
      'names that are not there',
      SMALL.replace('ann, predicate', 'anne, predicate').replace('object: bob', 'object: bop'),
      'A small dossier',
      [8, 8],
    ],
    [
      'what only the ledger can tell',
      SMALL.replace('object: bob', 'object: entity:x/nobody'),
      'A small dossier',
      [8],
    ],
    ['YAML that is broken', 'hearsay: [', null, [1]],
    ['nothing in it', '', null, [1]],
    ['nesting without end', '['.repeat(100_000), null, [1]],
    ['a name of the language itself', `${SMALL}__proto__: { a: b }\n`, null, [9]],
  ];
  test.each(bad)('with %s is refused as a whole, with the place', async (_, text, title, lines) => {
    for (const preview of [true, false]) {
      const { ledger, load } = await openDesk();
      const answer = await load(text, preview);
      expect(answer).toMatchObject({ ...NOTHING, alreadyThere: 0 });
      expect(answer['title']).toBe(title);
      expect(answer['problems'].map(({ line }: Data) => line).slice(0, lines.length)).toEqual(lines);
      expect(answer['userErrors']).toEqual([
        {
          code: 'INVALID_INPUT',
          field: ['text'],
          message: expect.stringMatching(
            /^Line \d+, column \d+: .* nothing of it was recorded\.$/s,
          ) as string,
        },
      ]);
      expect(ledger.graph.seq).toBe(0);
    }
  });

  test('problems say nothing of files', async () => {
    const { load } = await openDesk();
    const { problems } = await load(SMALL.replace('object: bob', 'object: bop'));
    expect(problems).toEqual([
      {
        line: 8,
        column: expect.any(Number) as number,
        message: 'There is no entity "bop" in this dossier: did you mean "bob"?',
      },
    ]);
  });
});

describe('the limits of a dossier that is sent', () => {
  const people = (count: number): string =>
    `hearsay: dossier/1\nid: many\ntitle: Many\nentities:\n${Array.from(
      { length: count },
      (_, place) => `  p${place}: { kind: PERSON, label: Person ${place} }\n`,
    ).join('')}`;

  test('as many records as one request may have are taken, and one more is refused with what to do', async () => {
    const { ledger, load } = await openDesk();
    expect((await load(people(2001)))['userErrors']).toEqual([
      {
        code: 'INVALID_INPUT',
        field: ['text'],
        message:
          'The dossier has 2001 records, and at most 2000 are taken in one request: split it, or use `hearsay import --format dossier`, which takes any number.',
      },
    ]);
    expect(ledger.graph.seq).toBe(0);
    expect(await load(people(2000))).toMatchObject({ entities: 2000, userErrors: [] });
  });

  test('one whose reading outlasts the operation is not recorded', async () => {
    const reader: Dossiers['reader'] = {
      async examine(file, vocabulary, begin) {
        begin?.();
        await new Promise(resolve => setTimeout(resolve, 60));
        return READER.examine(file, vocabulary);
      },
    };
    const { ledger } = await openLedger();
    const work = new OperationWork({ ...LIMITS, operationMs: 30 }, new Scheduler());
    const context: RequestContext = { ledger, by: 'Tess', scope: 'write', dossiers: { reader }, work };
    const loading = new DossierMutations().loadDossier(SMALL, false, context);
    await expect(loading).rejects.toMatchObject({ extensions: { code: 'OPERATION_TIMEOUT' } });
    expect(ledger.graph.seq).toBe(0);
  });
});

describe('the data set that comes with Hearsay', () => {
  test('is loaded when asked for, and safely again', async () => {
    const { ledger, loadSample } = await openDesk();
    const first = await loadSample();
    expect(first).toMatchObject({ problems: [], userErrors: [], alreadyThere: 0 });
    expect(first['title']).toBeTruthy();
    const { entities, claims, sources, attestations } = first;
    expect(ledger.graph.counts).toEqual({ entities, claims, sources, attestations });
    const { seq } = ledger.graph;
    expect(await loadSample()).toMatchObject({ title: first['title'], ...NOTHING, userErrors: [] });
    expect(ledger.graph.seq).toBe(seq);
  });

  test('is refused where there is none', async () => {
    const { loadSample } = await openDesk({ reader: READER });
    const { title, userErrors } = await loadSample();
    expect(title).toBeNull();
    expect(userErrors).toEqual([
      {
        code: 'INVALID_INPUT',
        field: null,
        message: 'This server has no data set to load: send a dossier to `loadDossier`.',
      },
    ]);
  });

  test('which cannot be read is a fault of the server, and its path is not told', async () => {
    const sample = () => Promise.reject(new Error('ENOENT /somewhere/dossier.yaml'));
    const { refused } = await openDesk({ reader: READER, sample });
    const [fault = []] = await refused(LOAD_SAMPLE);
    expect(fault[0]).toBe('INTERNAL');
    expect(fault[1]).not.toContain('somewhere');
  });
});

test('a server that reads no dossiers says so', async () => {
  const { load, loadSample } = await openDesk(null);
  for (const answer of [await load(SMALL), await loadSample()]) {
    expect(answer['userErrors'].map(({ code }: Data) => code)).toEqual(['INVALID_INPUT']);
  }
});

test('who may only read may load nothing, not even in a preview', async () => {
  const { ledger, refused } = await openDesk(WITH_SAMPLE, 'read');
  for (const answer of [await refused(LOAD_SAMPLE), await refused(LOAD, { text: SMALL, preview: true })]) {
    expect(answer.map(([code]) => code)).toEqual(['FORBIDDEN']);
  }
  expect(ledger.graph.seq).toBe(0);
});
