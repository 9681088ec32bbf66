// The panel at the side: what is selected, with a way to close it.
import type { ReactElement } from 'react';
import { ClaimPanel } from '../claim/claim-panel.js';
import { EntityPanel } from '../entity/entity-panel.js';
import type { Selected } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { SourcePanel } from '../source/source-panel.js';

const PANELS = { claim: ClaimPanel, entity: EntityPanel, source: SourcePanel };

export function Panel({ selected: { type, id } }: { readonly selected: Selected }): ReactElement {
  const { go } = useViewState();
  const Shown = PANELS[type];
  return (
    <aside className="panel" aria-label={`Selected ${type}`}>
      <button className="button plain" style={{ float: 'right' }} onClick={() => go({ selected: null })}>
        Close
      </button>
      <Shown key={id} id={id} />
    </aside>
  );
}
