// Between which two the ways lead, how long they may be, and how many are asked for.
import type { ReactElement } from 'react';
import type { EndsQuery, EntityLineFragment } from '../api/documents.js';
import { KindMark } from '../look/kind-mark.js';
import { PopoverButton } from '../look/popover-button.js';
import { counted } from '../words/words.js';
import { HOPS, WAYS, type Reach } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { EntitySearch } from '../search/search-box.js';
import { openPaths } from '../view-state/steps.js';

export interface EndsBarProps {
  readonly from: string;
  readonly to: string;
  /** Null until they are there. */
  readonly ends: EndsQuery | null;
  readonly reach: Reach;
  readonly onReach: (reach: Reach) => void;
}

export function EndsBar({ from, to, ends, reach, onReach }: EndsBarProps): ReactElement {
  const { go } = useViewState();
  return (
    <div className="paths-bar">
      <End
        label="From"
        entity={ends?.from && ends.from.canonical}
        onPick={id => go(state => openPaths(state, id, to))}
      />
      <button className="button" onClick={() => go(state => openPaths(state, to, from))}>
        <span aria-hidden="true">⇄</span> Swap
      </button>
      <End
        label="To"
        entity={ends?.to && ends.to.canonical}
        onPick={id => go(state => openPaths(state, from, id))}
      />
      <label className="paths-choice small">
        At most
        <select
          value={reach.maxHops}
          onChange={({ target }) => onReach({ ...reach, maxHops: Number(target.value) })}
        >
          {HOPS.map(hops => (
            <option key={hops} value={hops}>
              {counted(hops, 'step')}
            </option>
          ))}
        </select>
      </label>
      <label className="paths-choice small">
        Show
        <select
          value={reach.limit}
          onChange={({ target }) => onReach({ ...reach, limit: Number(target.value) })}
        >
          {WAYS.map(limit => (
            <option key={limit} value={limit}>
              {counted(limit, 'way')}
            </option>
          ))}
        </select>
      </label>
      <label className="paths-choice small">
        <input
          type="checkbox"
          checked={!reach.avoidHubs}
          onChange={({ target }) => onReach({ ...reach, avoidHubs: !target.checked })}
        />
        Also through entities with more than 100 claims
      </label>
    </div>
  );
}

interface EndProps {
  readonly label: string;
  readonly entity: EntityLineFragment | null | undefined;
  readonly onPick: (id: string) => void;
}

function End({ label, entity, onPick }: EndProps): ReactElement {
  return (
    <PopoverButton
      label={`${label}: choose another`}
      face={
        <span className="paths-end">
          <span className="muted small">{label}</span> {entity && <KindMark kind={entity.kind} />}
          {entity?.label ?? (entity === null ? 'not known here' : '…')} <span aria-hidden="true">▾</span>
        </span>
      }
    >
      {close => (
        <EntitySearch
          label={`${label} another`}
          autoFocus
          placeholder="A person, state, role …"
          onPick={({ id }) => {
            close();
            onPick(id);
          }}
        />
      )}
    </PopoverButton>
  );
}
