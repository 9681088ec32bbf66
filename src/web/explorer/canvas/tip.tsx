// What the pointer is on, in words: a claim's sentence with its status, an entity with its kind.
import type { ReactElement } from 'react';
import { KindMark } from '../look/kind-mark.js';
import { StatusMark } from '../look/status-mark.js';
import { counted, KIND, PROVISIONAL } from '../words/words.js';
import type { Drawing } from '../walk/drawing.js';
import type { CanvasSize } from './camera.js';
import type { Point } from './layout/positions.js';
import type { Pointed } from './steering/pointer.js';

export interface Hovered extends Pointed {
  readonly at: Point;
  /** Of the graph: the tip stands on the side where there is room. */
  readonly of: CanvasSize;
}

/** The keyboard has the live region instead: this is for eyes alone. */
export function Tip({
  hovered,
  drawing,
}: {
  readonly hovered: Hovered;
  readonly drawing: Drawing;
}): ReactElement | null {
  const words =
    hovered.type === 'claim' ? (
      <ClaimTip drawing={drawing} id={hovered.id} />
    ) : (
      <NodeTip drawing={drawing} id={hovered.id} />
    );
  const {
    at: [x, y],
    of,
  } = hovered;
  const across = x > of.width / 2 ? 'calc(-100% - 12px)' : '12px';
  const down = y > of.height / 2 ? 'calc(-100% - 12px)' : '16px';
  return (
    <div
      className="canvas-tip"
      aria-hidden="true"
      style={{ left: x, top: y, translate: `${across} ${down}` }}
    >
      {words}
    </div>
  );
}

interface Of {
  readonly drawing: Drawing;
  readonly id: string;
}

function ClaimTip({ drawing, id }: Of): ReactElement | null {
  const edge = drawing.edges.find(({ claim }) => claim.id === id);
  if (!edge) return null;
  const { sentence, status, support } = edge.claim;
  return (
    <>
      <p className="said">{sentence}</p>
      <p className="row small">
        <StatusMark status={status} />
        <span className="muted">{counted(support.independent, 'independent chain')}</span>
        {edge.fall && <span className="canvas-fall">{edge.fall}</span>}
      </p>
    </>
  );
}

function NodeTip({ drawing, id }: Of): ReactElement | null {
  const node = drawing.nodes.find(({ entity }) => entity.id === id);
  if (!node) return null;
  const { entity, claims, isProvisional } = node;
  return (
    <>
      <p className="row">
        <KindMark kind={entity.kind} />
        <span>{entity.label}</span>
      </p>
      <p className="small muted">
        {KIND[entity.kind]}
        {claims !== null && ` · ${counted(claims, 'claim')}`}
        {isProvisional && ` · ${PROVISIONAL}`}
      </p>
    </>
  );
}
