// How many claims there are about an entity by predicate; pressing one brings those claims into the graph.
import { useState, type ReactElement } from 'react';
import type { EntityHeadFragment, EntityPanelQuery } from '../api/documents.js';
import { OfAll } from '../look/of-all.js';
import { EXPANSION } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { expand, idOnWalk } from '../view-state/steps.js';

const AT_FIRST = 8;

export function PredicateCounts({
  entity: { id, sameEntities },
  claims: { byPredicate, byPredicateCount },
}: {
  readonly entity: EntityHeadFragment;
  readonly claims: EntityPanelQuery['claims'];
}): ReactElement {
  const { state, go } = useViewState();
  const [showsAll, showAll] = useState(false);
  const ids = [id, ...sameEntities.map(same => same.id)] as const;
  const isWalk = state.stage.at === 'walk';
  const shown = showsAll ? byPredicate : byPredicate.slice(0, AT_FIRST);
  return (
    <section className="entity-part">
      <h3 className="label">Claims by predicate</h3>
      <ul className="entity-counts">
        {shown.map(({ predicate, count }) => (
          <li key={predicate.id}>
            <button
              className="entity-count"
              onClick={() => go(now => expand(now, idOnWalk(now, ids), [predicate.id]))}
            >
              <span>
                <span className="unseen">Expand by </span>
                {predicate.label}
              </span>
              <span className="muted">{count.toLocaleString('en')}</span>
            </button>
          </li>
        ))}
      </ul>
      {byPredicate.length > shown.length && (
        <button className="button plain entity-more" onClick={() => showAll(true)}>
          {byPredicateCount > byPredicate.length ? 'Show the first' : 'Show all'} {byPredicate.length}
        </button>
      )}
      {showsAll && <OfAll shown={byPredicate.length} all={byPredicateCount} what="predicates" />}
      <p className="muted small">
        {isWalk
          ? `Pressing one adds those claims to the graph, at most ${EXPANSION} at a time.`
          : 'Pressing one begins a walk here.'}
      </p>
    </section>
  );
}
