// Attaching to a claim that many attest: what it rests on is worked out before the writer's turn, in pieces that the operation pays for.
import { expect, test } from 'vitest';
import { Scheduler } from '../../../src/graph/work/scheduler.js';
import { OperationWork } from '../../../src/graphql/operation/operation-work.js';
import { LIMITS } from '../../../src/graphql/operation/request-limits.js';
import { AttestationMutations } from '../../../src/graphql/resolvers/attestation-mutations.js';
import { openTinyApi } from '../tiny-api.js';

test('a claim that weighs more than the operation may take is refused before anything is recorded', async () => {
  const { ledger, claims } = await openTinyApi();
  const claim = claims.envoy;
  const { seq } = ledger.graph;
  const work = new OperationWork({ ...LIMITS, steps: 1 }, new Scheduler());
  const source = { new: { kind: 'ARTICLE' as const, title: 'One more' } };
  const attaching = new AttestationMutations().attachSource(
    { claim, source, own: true },
    { ledger, by: 'Tess', scope: 'write', work },
  );
  await expect(attaching).rejects.toMatchObject({ extensions: { code: 'QUERY_TOO_COSTLY' } });
  expect(ledger.graph.seq).toBe(seq);
});
