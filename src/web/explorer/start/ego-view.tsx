// What a click on the first example would show: the entity and what is said of it, drawn.
import type { ReactElement } from 'react';
import type { EntityLineFragment } from '../api/documents.js';
import { GraphCanvas } from '../canvas/graph-canvas.js';
import { Problem, Waiting } from '../look/states.js';
import { counted } from '../words/words.js';
import { walkFrom } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import type { Drawing } from '../walk/drawing.js';
import { claimsWithoutLine } from '../walk/claims-without-line.js';
import { useEgo } from '../walk/use-walk.js';

export function EgoView({ entity }: { readonly entity: EntityLineFragment }): ReactElement {
  const { go } = useViewState();
  const { drawing, problem, busy } = useEgo(entity.id);
  return (
    <section className="start-ego" aria-label={`Around ${entity.label}`}>
      <div className="start-canvas">
        {problem && <Problem problem={problem} />}
        {!problem && !drawing && <Waiting what={`what is said of ${entity.label}`} />}
        {drawing && <GraphCanvas drawing={drawing} busy={busy} />}
      </div>
      <div className="start-caption row">
        <h2 className="said">Around {entity.label}</h2>
        {drawing && <span className="muted small">{shownWords(drawing)}</span>}
        <button className="button" onClick={() => go(now => walkFrom(now, entity.id))}>
          Walk on from here
        </button>
      </div>
    </section>
  );
}

/** `36 claims drawn of 39, and 2 claims with values`. */
function shownWords(drawing: Drawing): string {
  const { nodes, edges, lineless } = drawing;
  const total = nodes.find(({ isFocus }) => isFocus)?.claims ?? null;
  const drawn = `${counted(edges.length, 'claim')} drawn`;
  const isAll = total === null || total === edges.length + lineless.length;
  const words = claimsWithoutLine(drawing);
  return `${isAll ? drawn : `${drawn} of ${total.toLocaleString('en')}`}${words === null ? '' : `, and ${words}`}`;
}
