// Asks where a path is to lead, from the entity that the walk is at.
import type { ReactElement } from 'react';
import type { EntityLineFragment } from '../api/documents.js';
import { PopoverButton } from '../look/popover-button.js';
import { useViewState } from '../view-state/use-view-state.js';
import { EntitySearch } from '../search/search-box.js';
import { openPaths } from '../view-state/steps.js';

/** Marks the button that the key P presses. */
export const PATH_MARK = 'path';

export function PathMenu({ from }: { readonly from: EntityLineFragment }): ReactElement {
  const { go } = useViewState();
  return (
    <PopoverButton
      className="walk-act"
      mark={PATH_MARK}
      label={`Paths from ${from.label}`}
      face={
        <>
          Path to … <kbd>P</kbd>
        </>
      }
    >
      {close => (
        <div className="stack">
          <EntitySearch
            label={`Paths from ${from.label} to`}
            autoFocus
            placeholder="A person, state, role …"
            onPick={({ id }) => {
              close();
              if (id !== from.id) go(state => openPaths(state, from.id, id));
            }}
          />
          <p className="muted small">
            Or in the graph: press <kbd>P</kbd> on one entity, then on another.
          </p>
        </div>
      )}
    </PopoverButton>
  );
}
