// The stage of paths: the ways from one entity to another, as a graph and step by step.
import { useMemo, type ReactElement } from 'react';
import { EndsDocument, WaysDocument, type WaysQuery } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { Answered } from '../look/states.js';
import { filterOf, REACH, viewOf, type Reach } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { useShowDrawing } from '../drawn/drawn.js';
import { TimeLine } from '../time/time-line.js';
import { ImpactBar } from '../walk/impact-bar.js';
import { useFates } from '../walk/use-falls.js';
import { DrawingView } from '../drawn/walk-stage.js';
import { drawWays } from './draw-ways.js';
import { EndsBar } from './ends-bar.js';
import { NoWay } from './no-way.js';
import { WayList } from './way-list.js';
import './paths.css';

const NOWHERE = { from: '', to: '', reach: REACH };

export function PathsStage(): ReactElement {
  const { state, go } = useViewState();
  const { from, to, reach } = state.stage.at === 'paths' ? state.stage : NOWHERE;
  const setReach = (reach: Reach): void => go({ stage: { at: 'paths', from, to, reach } });
  const ends = useAsk(EndsDocument, { from, to });
  const asked = { from, to, view: viewOf(state), filter: filterOf(state), ...reach };
  const ways = useAsk(WaysDocument, asked);
  const names = [ends.data?.from?.canonical.label ?? 'one', ends.data?.to?.canonical.label ?? 'another'];
  return (
    <div className="walk">
      <h1 className="unseen">
        Ways from {names[0]} to {names[1]}
      </h1>
      <TimeLine />
      <ImpactBar />
      <EndsBar from={from} to={to} ends={ends.data ?? null} reach={reach} onReach={setReach} />
      <Answered to={ways} what="the ways">
        {({ paths }) => (
          <Ways found={paths} ends={[from, to]} busy={ways.isFetching} reach={reach} onReach={setReach} />
        )}
      </Answered>
    </div>
  );
}

interface WaysProps {
  readonly found: WaysQuery['paths'];
  readonly ends: readonly [from: string, to: string];
  readonly busy: boolean;
  readonly reach: Reach;
  readonly onReach: (reach: Reach) => void;
}

function Ways({ found, ends: [from, to], busy, reach, onReach }: WaysProps): ReactElement {
  const plain = useMemo(() => drawWays(found.paths, from, to), [found, from, to]);
  const drawing = useFates(plain);
  useShowDrawing(drawing);
  if (found.paths.length === 0) return <NoWay reason={found.reason} reach={reach} onReach={onReach} />;
  return (
    <div className="paths">
      <div className="paths-ways">
        {drawing && <DrawingView drawing={drawing} busy={busy} />}
        <WayList found={found} busy={busy} />
      </div>
    </div>
  );
}
