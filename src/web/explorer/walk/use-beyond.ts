// What a small drawing does not show of its neighbours: how many claims there are of each, so that one sees where a step leads on.
import { useMemo } from 'react';
import { BeyondDocument, type ClaimFilter, type ViewInput } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { EGO } from '../view-state/view-state.js';
import type { Walked } from './gather.js';

/** The walk with the counts of the neighbours of its focus, once they are there; larger walks stay as they are. */
export function useBeyond(walked: Walked | null, view: ViewInput, filter: ClaimFilter): Walked | null {
  const focus = walked?.brought[0];
  const isSmall = focus !== undefined && focus.entity !== null && focus.step.most <= EGO;
  const asked = { id: focus?.step.entity ?? '', view, filter, first: EGO };
  const { data } = useAsk(BeyondDocument, asked, { when: isSmall, keep: false });
  return useMemo(() => {
    if (!walked || !data?.entity) return walked;
    const ends = data.entity.claims.nodes.flatMap(({ subject, object }) => [
      subject,
      ...(object ? [object] : []),
    ]);
    const counts = new Map(ends.map(({ id, claims }) => [id, claims.totalCount]));
    const nodes = walked.drawing.nodes.map(node => ({
      ...node,
      claims: node.claims ?? node.ids.map(id => counts.get(id)).find(count => count !== undefined) ?? null,
    }));
    return { ...walked, drawing: { ...walked.drawing, nodes } };
  }, [walked, data]);
}
