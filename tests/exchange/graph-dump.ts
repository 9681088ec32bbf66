// All that a graph says, in plain data without who recorded it and when: two graphs of equal dumps answer alike.
import { contradictionKey } from '../../src/evidence/weighing/contradictions.js';
import { ViewedGraph } from '../../src/evidence/viewed-graph.js';
import type { ClaimGraph } from '../../src/graph/claim-graph.js';
import type { ClaimRecord } from '../../src/graph/records/records.js';

export function dumpOf(graph: ClaimGraph): unknown {
  const viewed = new ViewedGraph(graph);
  return {
    entities: [...graph.entities()].map(({ entity, names, grades, judgements }) => ({
      entity,
      names: names.map(({ recorded: _, ...name }) => JSON.stringify(name)).sort(),
      grade: grades.at(-1)?.reliability,
      judgements: [...new Set(judgements.map(({ other }) => other))]
        .map(other => `${other} ${viewed.lens.identities.judgementOn(entity.id, other)?.judgement}`)
        .sort(),
      home: viewed.lens.identities.homeOf(entity.id),
    })),
    sources: [...graph.sources()].map(({ source, held }) => ({ source, held: held !== null })),
    claims: [...graph.claims()].map(record => claimDump(viewed, record)),
  };
}

function claimDump(viewed: ViewedGraph, record: ClaimRecord): unknown {
  const { claim, withdrawn, superseded } = record;
  const support = (['AFFIRMS', 'DENIES'] as const).map(polarity => {
    const { ties, ...figures } = viewed.supportOf(record, polarity);
    return { ...figures, ties: ties.map(({ a, b, because }) => [a, b, because.map(tie => tie.claim.id)]) };
  });
  return {
    claim,
    withdrawn: withdrawn?.reason,
    superseded: superseded && { by: superseded.by, reason: superseded.reason },
    status: viewed.statusOf(record),
    support,
    contradictions: viewed.contradictionsOf(record).map(contradictionKey),
    attestations: viewed.graph.attestationsOf(claim.id).map(one => ({
      ...one.attestation,
      now: [one.lineages.at(-1)?.lineage, one.lineages.at(-1)?.relays],
      withdrawn: one.withdrawn?.reason,
    })),
  };
}
