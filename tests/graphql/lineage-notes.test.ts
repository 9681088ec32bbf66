// The notes of an attestation's lineage: as it was attached, and all that were made since.
import { expect, test } from 'vitest';
import { openTinyApi, type Data } from './tiny-api.js';

const NOTES = 'lineageNotes { lineage relays { id } recorded { seq by } }';

test('all notes are kept, oldest first, and a view shows those made by then', async () => {
  const { ask, attestations, claims, ledger } = await openTinyApi();
  const { diplomatEnvoy, upiEnvoy } = attestations;
  const before = ledger.graph.seq;
  await ask(`mutation {
    one: recordLineage(input: { attestation: "${diplomatEnvoy}", lineage: RELAYED, relays: ["${upiEnvoy}"] }) { attestation { id } }
    two: recordLineage(input: { attestation: "${diplomatEnvoy}", lineage: UNRECORDED }) { attestation { id } }
  }`);
  const notes = async (view = '{}') => {
    const { claim } = await ask(
      `{ claim(id: "${claims.envoy}", view: ${view}) { attestations { nodes { id lineage ${NOTES} } } } }`,
    );
    return claim.attestations.nodes.find(({ id }: Data) => id === diplomatEnvoy);
  };
  const own = { lineage: 'OWN', relays: [], recorded: { seq: expect.any(Number), by: expect.any(String) } };
  expect(await notes()).toMatchObject({
    lineage: 'UNRECORDED',
    lineageNotes: [
      own,
      { lineage: 'RELAYED', relays: [{ id: upiEnvoy }], recorded: { seq: before + 1, by: 'Tess' } },
      { lineage: 'UNRECORDED', relays: [], recorded: { seq: before + 2, by: 'Tess' } },
    ],
  });
  expect(await notes(`{ knownAtSeq: ${before} }`)).toMatchObject({ lineage: 'OWN', lineageNotes: [own] });
});
