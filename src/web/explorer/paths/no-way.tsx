// That no way was found, why, and what to try.
import type { ReactElement } from 'react';
import { counted } from '../words/words.js';
import { filtersOn, NO_FILTERS, type Reach } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { farther } from './reach.js';

export interface NoWayProps {
  /** Why ways may have been left out, in the API's words. */
  readonly reason: string | null;
  readonly reach: Reach;
  readonly onReach: (reach: Reach) => void;
}

export function NoWay({ reason, reach, onReach }: NoWayProps): ReactElement {
  const { state, go } = useViewState();
  const next = farther(reach);
  const on = filtersOn(state);
  return (
    <div className="paths-none stack" role="status">
      <p className="said">No way within {counted(reach.maxHops, 'step')} in this view.</p>
      {reason !== null && <p>{reason}</p>}
      <p className="muted">That none is recorded here does not mean that there is none. What to try:</p>
      <div className="row">
        {next && (
          <button className="button" onClick={() => onReach(next)}>
            Within {counted(next.maxHops, 'step')}
          </button>
        )}
        {reach.avoidHubs && (
          <button className="button" onClick={() => onReach({ ...reach, avoidHubs: false })}>
            Also through entities with more than 100 claims
          </button>
        )}
        {on > 0 && (
          <button className="button" onClick={() => go({ filters: NO_FILTERS })}>
            Without {counted(on, 'filter')}
          </button>
        )}
        {(state.trueOn !== null || state.knownOn !== null) && (
          <button className="button" onClick={() => go({ trueOn: null, knownOn: null })}>
            At any time, as known today
          </button>
        )}
      </div>
    </div>
  );
}
