// Importing into a server that runs: every record by itself, as a data set's and not as what was typed in.
import { expect, test } from 'vitest';
import { Scheduler } from '../../../src/graph/work/scheduler.js';
import type { ImportRecordInput } from '../../../src/graphql/inputs/import-inputs.js';
import { askLedger } from '../../../src/graphql/local-api.js';
import { OperationWork } from '../../../src/graphql/operation/operation-work.js';
import { LIMITS } from '../../../src/graphql/operation/request-limits.js';
import { ImportMutations } from '../../../src/graphql/resolvers/import-mutations.js';
import type { Ledger } from '../../../src/journal/ledger.js';
import { openLedger } from '../../fixtures/open-ledger.js';

const IMPORT = `mutation($records: [ImportRecordInput!]!) { importRecords(records: $records) {
  records { isNew entities claims sources attestations names refusal { code field message } }
  userErrors { code field message } } }`;

interface Answer {
  readonly records: readonly Record<string, unknown>[];
  readonly userErrors: readonly Record<string, unknown>[];
}

async function desk(): Promise<{ ledger: Ledger; take: (...records: object[][]) => Promise<Answer> }> {
  const { ledger } = await openLedger();
  const ask = await askLedger({ ledger, by: 'Tess', scope: 'write' }, () => undefined);
  return {
    ledger,
    take: async (...records) => {
      const variables = { records: records.map(commands => ({ commands })) };
      const { data, errors } = await ask({ query: IMPORT, variables });
      if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
      return data?.['importRecords'] as Answer;
    },
  };
}

const person = (key: string) => ({
  addEntity: { id: `entity:set/${key}`, kind: 'PERSON', label: key.toUpperCase(), spelledOtherwise: true },
});
const meets = { makeClaim: { subject: 'entity:set/ann', predicate: 'meets', object: 'entity:set/bob' } };

test('a record that is refused leaves the others, and says why', async () => {
  const { take, ledger } = await desk();
  const { records, userErrors } = await take(
    [person('ann'), person('bob')],
    [person('cem'), { makeClaim: { ...meets.makeClaim, object: 'entity:set/nobody' } }],
    [meets],
  );
  expect(userErrors).toEqual([]);
  expect(records).toMatchObject([
    { isNew: true, entities: 2, claims: 0, refusal: null },
    { isNew: false, entities: 0, refusal: { code: 'NOT_FOUND', field: ['object'] } },
    { isNew: true, claims: 1, refusal: null },
  ]);
  expect(ledger.graph.counts).toMatchObject({ entities: 2, claims: 1 });
  const [first] = [...ledger.graph.entities()];
  expect(first?.recorded).toMatchObject({ by: 'Tess', way: 'IMPORT' });
});

test('commands are paid for in steps before anything of them is recorded', async () => {
  const { ledger } = await openLedger();
  const work = new OperationWork({ ...LIMITS, steps: 99 }, new Scheduler());
  const records = [{ commands: [person('ann'), person('bob')] }] as ImportRecordInput[];
  const importing = new ImportMutations().importRecords(records, { ledger, by: 'T', scope: 'write', work });
  await expect(importing).rejects.toMatchObject({ extensions: { code: 'QUERY_TOO_COSTLY' } });
  expect(ledger.graph.seq).toBe(0);
});

test('lists that are too long together are refused, for the first time and again; the longest that is taken is', async () => {
  const { ledger } = await openLedger();
  const ask = await askLedger({ ledger, by: 'Tess', scope: 'write' }, () => undefined);
  const query = 'mutation($input: AddEntityInput!) { addEntity(input: $input) { entity { id } } }';
  const named = (count: number) => {
    const names = Array.from({ length: count }, (_, at) => ({ text: `Name ${at}` }));
    return ask({ query, variables: { input: { kind: 'PERSON', label: 'Many', names } } });
  };
  const most = 12_249;
  for (const count of [most, most + 1, most + 1]) {
    const { errors = [] } = await named(count);
    const codes = errors.map(({ extensions }) => extensions?.['code']);
    expect(codes).toEqual(count === most ? [] : ['QUERY_TOO_COSTLY']);
  }
  expect(ledger.graph.seq).toBe(1);
});

test('importing again adds nothing', async () => {
  const { take, ledger } = await desk();
  await take([person('ann'), person('bob'), meets]);
  const { seq } = ledger.graph;
  expect((await take([person('ann'), person('bob'), meets])).records).toMatchObject([{ isNew: false }]);
  expect(ledger.graph.seq).toBe(seq);
});

test('all that can be recorded can be imported', async () => {
  const { take, ledger } = await desk();
  const { records } = await take([person('ann'), person('bob'), person('cem'), meets]);
  expect(records).toMatchObject([{ refusal: null }]);
  const claim = [...ledger.graph.claims()][0]?.claim.id ?? '';
  const url = 'https://example.org/a';
  const source = { new: { kind: 'ARTICLE', url } };
  const attached = await take(
    [{ addName: { entity: 'entity:set/ann', name: { text: 'Anna' } } }],
    [{ attachSource: { claim, source } }],
    [{ attachSource: { claim, source: { new: { kind: 'WIRE', url: 'https://example.org/b' } } } }],
    [{ makeClaim: { subject: 'entity:set/ann', predicate: 'meets', object: 'entity:set/cem' } }],
  );
  expect(attached.records.map(({ refusal }) => refusal)).toEqual([null, null, null, null]);
  const [one, other] = ledger.graph.attestationsOf(claim).map(({ attestation }) => attestation.id);
  const by = [...ledger.graph.claims()].at(-1)?.claim.id;
  const further = await take(
    [{ recordLineage: { attestation: one, lineage: 'RELAYED', relays: [other] } }],
    [{ gradeParty: { id: 'entity:set/bob', reliability: 'B' } }],
    [{ judgeIdentity: { a: 'entity:set/ann', b: 'entity:set/cem', judgement: 'DIFFERENT' } }],
    [{ withdrawAttestation: { id: one, reason: 'a reprint' } }],
    [{ supersedeClaim: { id: claim, by, reason: 'better' } }],
    [{ withdrawClaim: { id: by, reason: 'wrong' } }],
  );
  expect(further.records.map(({ refusal }) => refusal)).toEqual(Array(6).fill(null));
  expect(further.records.map(({ isNew }) => isNew)).toEqual(Array(6).fill(true));
  const c = { new: { kind: 'WIRE', url: 'https://example.org/c' } };
  const restored = await take(
    [{ addSource: { source: { kind: 'WIRE', url: 'https://example.org/d' }, held: true } }],
    [
      { makeClaim: { subject: 'entity:set/bob', predicate: 'meets', object: 'entity:set/cem' } },
      {
        restoreAttestations: {
          claim: [...ledger.graph.claims()].at(-1)?.claim.id,
          attestations: [],
        },
      },
    ],
    [
      {
        restoreAttestations: {
          claim,
          attestations: [
            { source: c, polarity: 'AFFIRMS', certainty: 'CERTAIN', lineage: 'OWN', relays: [] },
          ],
        },
      },
    ],
  );
  expect(restored.records).toMatchObject([
    { sources: 1, refusal: null },
    { claims: 1, refusal: null },
    { sources: 1, attestations: 1, refusal: null },
  ]);
});

test('a preview, and too many at once, are refused', async () => {
  const { take, ledger } = await desk();
  const source = { new: { kind: 'ARTICLE', url: 'https://example.org/a' } };
  const preview = await take([{ attachSource: { claim: 'claim:x', source, preview: true } }]);
  expect(preview.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['records', 'preview'] }]);
  const many = await take(Array.from({ length: 2001 }, (_, at) => person(`p${at}`)));
  expect(many).toMatchObject({ records: [], userErrors: [{ code: 'INVALID_INPUT', field: ['records'] }] });
  const empty = await take(...Array.from({ length: 2001 }, () => []));
  expect(empty).toMatchObject({ records: [], userErrors: [{ code: 'INVALID_INPUT', field: ['records'] }] });
  expect(ledger.graph.seq).toBe(0);
});

test('an entity that is only referred to says so, until it is told what it is', async () => {
  const { take, ledger } = await desk();
  const ask = await askLedger({ ledger, by: 'Tess', scope: 'read' }, () => undefined);
  const shown = async () =>
    (
      await ask({
        query:
          '{ entity(id: "entity:set/q7") { __typename label isProvisional names { text kind } } journal(first: 9) { nodes { type summary subjectId } } }',
      })
    ).data;
  const referred = { id: 'entity:set/q7', kind: 'ORGANIZATION', label: 'Q7', provisional: true };
  await take([person('ann'), { addEntity: referred }]);
  expect(await shown()).toMatchObject({ entity: { label: 'Q7', isProvisional: true } });
  const described = { addEntity: { id: 'entity:set/q7', kind: 'PERSON', label: 'Bob' } };
  expect((await take([described])).records).toMatchObject([{ isNew: true, entities: 0, refusal: null }]);
  expect((await take([described], [{ addEntity: referred }])).records).toMatchObject([
    { isNew: false },
    { isNew: false },
  ]);
  const answer = await shown();
  expect(answer?.['entity']).toEqual({
    __typename: 'Person',
    label: 'Bob',
    isProvisional: false,
    names: [
      { text: 'Bob', kind: 'PRIMARY' },
      { text: 'Q7', kind: 'ALIAS' },
    ],
  });
  const { data } = await ask({
    query: '{ entity(id: "entity:set/q7", view: { knownAtSeq: 2 }) { label names { text kind } } }',
  });
  expect(data?.['entity']).toEqual({ label: 'Bob', names: [{ text: 'Q7', kind: 'ALIAS' }] });
  expect((answer?.['journal'] as { nodes: object[] }).nodes.at(-1)).toEqual({
    type: 'EntityDescribed',
    summary: 'Described Bob (person), known only by reference before',
    subjectId: 'entity:set/q7',
  });
});
