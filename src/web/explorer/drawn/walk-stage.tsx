// The stage of a walk: the graph or its table, what would fall above it, what can be done below it.
import type { ReactElement, ReactNode } from 'react';
import { GraphCanvas } from '../canvas/graph-canvas.js';
import { Empty, Problem, Waiting } from '../look/states.js';
import { filtersOn, NO_FILTERS } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { useShowDrawing } from './drawn.js';
import { DrawingTable } from '../table/drawing-table.js';
import { TimeLine } from '../time/time-line.js';
import type { Drawing } from '../walk/drawing.js';
import type { Walked } from '../walk/gather.js';
import { ImpactBar } from '../walk/impact-bar.js';
import { useFates } from '../walk/use-falls.js';
import { useWalk } from '../walk/use-walk.js';
import { WalkBar } from '../walk/walk-bar.js';
import '../walk/walk.css';

export function WalkStage(): ReactElement {
  const { walked, problem, busy, again } = useWalk();
  const focus = walked?.brought[0]?.entity?.canonical;
  const drawing = useFates(walked?.drawing ?? null);
  useShowDrawing(drawing);
  return (
    <div className="walk">
      <h1 className="unseen">{focus ? `Around ${focus.label}` : 'A walk'}</h1>
      <TimeLine />
      <ImpactBar />
      {problem && <Problem problem={problem} again={again} />}
      {!problem && !walked && <Waiting what="the claims" />}
      {walked && !focus && <NotHere />}
      {walked && focus && drawing && (
        <>
          <Notes walked={walked} />
          <DrawingView drawing={drawing} busy={busy} />
          <WalkBar walked={walked} busy={busy} />
        </>
      )}
    </div>
  );
}

/** A drawing in the form that the view state asks for. */
export function DrawingView({
  drawing,
  busy,
}: {
  readonly drawing: Drawing;
  readonly busy: boolean;
}): ReactElement {
  const { state } = useViewState();
  return (
    <div className="walk-view" data-form={state.form} aria-busy={busy}>
      {state.form === 'table' ? (
        <DrawingTable drawing={drawing} />
      ) : (
        <GraphCanvas drawing={drawing} busy={busy} />
      )}
    </div>
  );
}

/** Why there is less than one may expect. */
function Notes({ walked: { brought, claims } }: { readonly walked: Walked }): ReactNode {
  const { state, go } = useViewState();
  const gone = brought.filter(({ entity }) => entity === null).length;
  const on = filtersOn(state);
  return (
    <>
      {gone > 0 && (
        <p className="walk-line muted">
          {gone === 1 ? 'One expanded entity was' : `${gone} expanded entities were`} not known here by then.
        </p>
      )}
      {claims.length === 0 && (
        <div className="walk-line row">
          <Empty>No claim about it is kept in this view.</Empty>
          {on > 0 && (
            <button className="button plain" onClick={() => go({ filters: NO_FILTERS })}>
              Clear the filters
            </button>
          )}
          {(state.trueOn !== null || state.knownOn !== null) && (
            <button className="button plain" onClick={() => go({ trueOn: null, knownOn: null })}>
              Any time, as known today
            </button>
          )}
        </div>
      )}
    </>
  );
}

function NotHere(): ReactElement {
  const { state, go } = useViewState();
  return (
    <div className="walk-line stack">
      <Empty>
        {state.knownOn === null
          ? 'There is no such entity here. The link may come from another journal: search for a name above.'
          : 'There was no such entity here by then.'}
      </Empty>
      {state.knownOn !== null && (
        <button className="button" onClick={() => go({ knownOn: null })}>
          As known today
        </button>
      )}
    </div>
  );
}
