// What one can do from an entity at the side: more or less of it in the graph, its page, paths, and what falls with its word.
import type { ReactElement } from 'react';
import type { EntityHeadFragment } from '../api/documents.js';
import { PopoverButton } from '../look/popover-button.js';
import { walkFrom } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { EntitySearch } from '../search/search-box.js';
import { canCollapse, collapse, expand, idOnWalk, openPage, openPaths } from '../view-state/steps.js';
import { FallButton } from './fall-button.js';

export function EntityActions({
  entity,
  speaks,
}: {
  readonly entity: EntityHeadFragment;
  /** It puts out sources, so that something may rest on its word. */
  readonly speaks: boolean;
}): ReactElement {
  const { state, go } = useViewState();
  const { id } = entity;
  const ids = [id, ...entity.sameEntities.map(same => same.id)] as const;
  const isWalk = state.stage.at === 'walk';
  return (
    <div className="row entity-actions">
      <button className="button first" onClick={() => go(now => openPage(now, 'entity', id))}>
        Open page
      </button>
      {isWalk ? (
        <button className="button" onClick={() => go(now => expand(now, idOnWalk(now, ids)))}>
          Expand
        </button>
      ) : (
        <button className="button" onClick={() => go(now => walkFrom(now, id))}>
          Walk from here
        </button>
      )}
      {isWalk && canCollapse(state, ...ids) && (
        <button className="button" onClick={() => go(now => collapse(now, ...ids))}>
          Collapse
        </button>
      )}
      <PathsTo entity={entity} />
      {speaks && (
        <FallButton at="entity" id={id}>
          What if its word falls
        </FallButton>
      )}
    </div>
  );
}

/** Asks for the other end. */
export function PathsTo({
  entity: { id, label },
}: {
  readonly entity: Pick<EntityHeadFragment, 'id' | 'label'>;
}): ReactElement {
  const { go } = useViewState();
  return (
    <PopoverButton label={`Paths from ${label}`} face="Paths to …">
      {close => (
        <EntitySearch
          label={`Paths from ${label} to`}
          autoFocus
          placeholder="A person, state, role …"
          onPick={end => {
            close();
            if (end.id !== id) go(state => openPaths(state, id, end.id));
          }}
        />
      )}
    </PopoverButton>
  );
}
