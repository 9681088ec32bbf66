// All that a graph holds, but for who recorded it and when: two graphs with one picture are the same.
import { ViewedGraph } from '../../../src/evidence/viewed-graph.js';
import type { ClaimGraph } from '../../../src/graph/claim-graph.js';
import type { AttestationRecord, EntityRecord } from '../../../src/graph/records/records.js';

const byText = <T>(list: Iterable<T>): T[] =>
  [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

/** Plain data without what differs: where, when and by whom. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, member: unknown) => (key === 'recorded' ? undefined : member)));

export function pictureOf(graph: ClaimGraph): unknown {
  const viewed = new ViewedGraph(graph, { includeWithdrawn: true });
  return plain({
    entities: byText([...graph.entities()].map(entityPicture)),
    sources: byText([...graph.sources()].map(({ source, held }) => ({ ...source, held: held !== null }))),
    claims: byText(
      [...graph.claims()].map(record => ({
        ...record.claim,
        withdrawn: record.withdrawn?.reason,
        superseded: record.superseded && [record.superseded.by, record.superseded.reason],
        status: viewed.statusOf(record),
        support: viewed.supportOf(record),
        denials: viewed.supportOf(record, 'DENIES'),
        contradictions: viewed.contradictionsOf(record).length,
        attestations: byText(graph.attestationsOf(record.claim.id).map(attestationPicture)),
      })),
    ),
  });
}

const entityPicture = ({ entity, names, grades, judgements }: EntityRecord) => ({
  ...entity,
  names: byText(names.map(({ recorded: _, ...name }) => name)),
  grade: grades.at(-1)?.reliability,
  reason: grades.at(-1)?.reason,
  judgements: byText(
    [...new Map(judgements.map(one => [one.other, one])).values()].map(({ other, judgement, reason }) => ({
      other,
      judgement,
      reason,
    })),
  ),
});

const attestationPicture = ({ attestation, lineages, withdrawn }: AttestationRecord) => ({
  ...attestation,
  now: [lineages.at(-1)?.lineage, lineages.at(-1)?.relays],
  withdrawn: withdrawn?.reason,
});
