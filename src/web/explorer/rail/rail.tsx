// The rail at the left: filters that stay on through every step, with how many claims each would keep.
import { useSyncExternalStore, type ReactElement } from 'react';
import { FacetsDocument, ScopeDocument } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { Problem } from '../look/states.js';
import { counted } from '../words/words.js';
import { filtersOn, NO_FILTERS } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { Facets } from './facets.js';
import { SingleChain } from './single-chain.js';
import { facetsAsked, scopeOf } from './scope.js';
import './rail.css';

const WIDE = '(width > 860px)';

export function Rail(): ReactElement {
  const { state } = useViewState();
  const isWide = useSyncExternalStore(watchWidth, () => matchMedia(WIDE).matches);
  const on = filtersOn(state);
  return (
    <div className="rail" role="region" aria-label="Filters" {...(isWide ? { tabIndex: 0 } : {})}>
      {isWide ? (
        <Content />
      ) : (
        <details>
          <summary>Filters{on > 0 && ` · ${on} on`}</summary>
          <Content />
        </details>
      )}
    </div>
  );
}

function watchWidth(changed: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}

function Content(): ReactElement {
  const { state, go } = useViewState();
  const facets = useAsk(FacetsDocument, facetsAsked(state));
  const scope = useScope();
  const on = filtersOn(state);
  const kept = facets.data?.kept.totalCount;
  if (scope === null) return <p className="muted small">Nothing to filter: the address leads to nobody.</p>;
  return (
    <div className="rail-groups">
      <div className="rail-kept">
        <p role="status">
          {on === 0 ? 'No filter is on' : `${counted(on, 'filter')} on`}
          {kept !== undefined && (
            <span className="muted">
              {' '}
              · {counted(kept, 'claim')}
              {on > 0 && ' kept'}
            </span>
          )}
        </p>
        {on > 0 && (
          <button className="button plain" onClick={() => go({ filters: NO_FILTERS })}>
            Clear
          </button>
        )}
        <p className="muted small">Ticking narrows the view. Counts are of {scope}.</p>
      </div>
      {facets.error && <Problem problem={facets.error} again={facets.refetch} />}
      <Facets counts={facets.data ?? null} />
      <SingleChain />
    </div>
  );
}

/** What the counts are counts of, in words; null where the address names an entity that is not here. */
function useScope(): string | null {
  const { state } = useViewState();
  const id = scopeOf(state);
  const { data } = useAsk(ScopeDocument, { id: id ?? '' }, { when: id !== null });
  if (id === null) return 'all claims';
  if (data && !data.entity) return null;
  return `claims about ${data?.entity?.canonical.label ?? '…'}`;
}
