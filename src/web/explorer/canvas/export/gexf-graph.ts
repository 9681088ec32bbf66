// A drawing as the graph that is written as GEXF: kinds, statuses, independent chains and valid times as attributes.
import { MultiDirectedGraph } from 'graphology';
import type { Drawing } from '../../walk/drawing.js';
import type { Positions } from '../layout/positions.js';
import { withoutControls } from './svg-tag.js';

export function gexfGraph({ nodes, edges }: Drawing, positions: Positions): MultiDirectedGraph {
  const graph = new MultiDirectedGraph();
  for (const { entity, claims, isFocus, isProvisional } of nodes) {
    const [x, y] = positions.get(entity.id) ?? [0, 0];
    graph.addNode(entity.id, {
      label: withoutControls(entity.label),
      // Programs that read GEXF count upwards.
      x,
      y: -y,
      entity_kind: entity.kind,
      is_focus: isFocus,
      is_provisional: isProvisional,
      ...(claims === null ? {} : { claims }),
    });
  }
  for (const { claim, from, to, isWeakest, fall } of edges)
    graph.addDirectedEdgeWithKey(claim.id, from, to, {
      label: withoutControls(claim.predicate.label),
      sentence: withoutControls(claim.sentence),
      predicate: claim.predicate.id,
      symmetric: claim.predicate.symmetric,
      status: claim.status,
      independent_chains: claim.support.independent,
      independence: claim.support.independence,
      sources: claim.support.sources,
      certainty: claim.support.certainty ?? '',
      valid_time: claim.validTime ?? '',
      is_weakest: isWeakest,
      ...(fall === null ? {} : { fall }),
    });
  return graph;
}
