// The bar below a walk: how much of what there is stands in sight, and the steps one can take from here.
import type { ReactElement } from 'react';
import { AroundDocument } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { filterOf, viewOf } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { nodeOf, type DrawnNode } from './drawing.js';
import { ExpandMenu } from './expand-menu.js';
import type { Walked } from './gather.js';
import { offersOf, type Offer } from './offers.js';
import { PATH_MARK, PathMenu } from './path-menu.js';
import { canCollapse, collapse, expandTo } from '../view-state/steps.js';
import { useKeys } from './use-keys.js';
import { Counts, Lineless } from './walk-counts.js';

export function WalkBar({
  walked,
  busy,
}: {
  readonly walked: Walked;
  readonly busy: boolean;
}): ReactElement | null {
  const { state, go, undo, redo, canUndo, canRedo } = useViewState();
  const node = useCurrent(walked);
  const current = node?.entity ?? null;
  const asked = { id: current?.id ?? '', view: viewOf(state), filter: filterOf(state) };
  const { data } = useAsk(AroundDocument, asked, { when: current !== null, keep: false });
  const offers = node && data?.entity ? offersOf(data.entity.claims, node.ids, walked) : null;
  const collapsible = node !== null && canCollapse(state, ...node.ids);
  const bring = ({ predicate, most }: Offer): void => {
    if (current) go(now => expandTo(now, current.id, predicate === null ? null : [predicate], most));
  };
  const onCollapse = (): void => {
    if (collapsible) go(now => collapse(now, ...node.ids));
  };
  useKeys({
    e: () => offers && offers.all.adds > 0 && bring(offers.all),
    backspace: onCollapse,
    p: () => document.querySelector<HTMLElement>(`[data-opens=${PATH_MARK}]`)?.click(),
  });
  if (!current) return null;
  return (
    <div className="walk-bar" role="group" aria-label="Steps of the walk">
      <Counts entity={current} all={offers?.all ?? null} busy={busy} onBring={bring} />
      <Lineless drawing={walked.drawing} />
      <ExpandMenu entity={current} offers={offers} onBring={bring} />
      <button className="walk-act" disabled={!collapsible} onClick={onCollapse}>
        Collapse <kbd>⌫</kbd>
      </button>
      <button className="walk-act" disabled={!canUndo} onClick={undo}>
        Undo <kbd>Ctrl Z</kbd>
      </button>
      <button className="walk-act" disabled={!canRedo} onClick={redo}>
        Redo
      </button>
      <PathMenu from={current} />
    </div>
  );
}

/** The entity that the bar is about: the selected one where it is drawn, else the focus. */
function useCurrent({ drawing }: Walked): DrawnNode | null {
  const {
    state: { selected },
  } = useViewState();
  const drawn = selected?.type === 'entity' ? nodeOf(drawing, selected.id) : undefined;
  return drawn ?? drawing.nodes.find(({ isFocus }) => isFocus) ?? null;
}
