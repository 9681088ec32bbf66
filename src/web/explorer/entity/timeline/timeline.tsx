// Claims along time: each a line that can be selected, with its bar in the style of its status; unknown times stand apart.
import type { CSSProperties, ReactElement } from 'react';
import type { ClaimWeighedFragment } from '../../api/documents.js';
import { ClaimLineItem } from '../../look/claim-line.js';
import { STATUS_STYLE } from '../../look/status-mark.js';
import { lineNote } from '../line-note.js';
import './timeline.css';
import { along, type Axis } from './time-axis.js';
import { timelineOf, type Bar } from './time-bars.js';

export function Timeline({ claims }: { readonly claims: readonly ClaimWeighedFragment[] }): ReactElement {
  const { axis, dated, undated } = timelineOf(claims);
  return (
    <>
      {axis && (
        <div className="entity-time">
          <Ticks axis={axis} />
          <ol className="entity-rows">
            {dated.map(({ claim, bar }) => (
              <li key={claim.id} className="entity-row">
                <ClaimLineItem claim={claim} note={lineNote(claim)} />
                <Track axis={axis} bar={bar} claim={claim} />
              </li>
            ))}
          </ol>
          <p className="muted small">
            A bar ends in a stroke where a date is given, fades where it is about then, and ends in an arrow
            where it is open.
            {dated.some(({ bar }) => bar.overlaps.length > 0) &&
              ' Where two are said to hold the same place at one time, the time is shaded.'}
          </p>
        </div>
      )}
      {undated.length > 0 && (
        <div>
          <h3 className="label">Time not known</h3>
          <ul className="page-list">
            {undated.map(claim => (
              <li key={claim.id}>
                <ClaimLineItem claim={claim} note={lineNote(claim)} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

/** The dates along the axis; each line says its own in words. */
const Ticks = ({ axis }: { readonly axis: Axis }): ReactElement => (
  <div className="entity-ticks small muted" aria-hidden="true">
    {axis.ticks.map(({ at, words }) => (
      <span key={at} style={tickStyle(along(axis, at), words)}>
        {words}
      </span>
    ))}
  </div>
);

/** In the middle of its date, but never out of the page. */
function tickStyle(left: number, words: string): CSSProperties {
  const half = `${words.length / 2}ch`;
  return { left: `clamp(${half}, ${left}%, calc(100% - ${half}))`, transform: 'translateX(-50%)' };
}

function Track({
  axis,
  bar,
  claim: { status },
}: {
  readonly axis: Axis;
  readonly bar: Bar;
  readonly claim: ClaimWeighedFragment;
}): ReactElement {
  const { colour, line } = STATUS_STYLE[status];
  return (
    <div className="entity-track" aria-hidden="true">
      {axis.ticks.map(({ at }) => (
        <i key={at} className="entity-tick" style={{ left: `${along(axis, at)}%` }} />
      ))}
      {bar.overlaps.map(({ left, width }, at) => (
        <i key={at} className="entity-overlap" style={{ left: `${left}%`, width: `${width}%` }} />
      ))}
      <span
        className="entity-bar"
        data-line={line}
        data-begins={bar.begins}
        data-ends={bar.ends}
        style={{ left: `${bar.left}%`, width: `${bar.width}%`, color: `var(${colour})` }}
      >
        <i className="entity-line" />
        {line === 'crossed' && <i className="entity-cross" />}
      </span>
    </div>
  );
}
