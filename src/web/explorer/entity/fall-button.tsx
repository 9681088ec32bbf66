// Asks what falls with an entity's word or with a source, and stops asking.
import type { ReactElement } from 'react';
import { useViewState } from '../view-state/use-view-state.js';
import './entity.css';
import { setAside } from './set-aside.js';

export function FallButton({
  at,
  id,
  children,
}: {
  readonly at: 'entity' | 'source';
  readonly id: string;
  /** On the button. */
  readonly children: string;
}): ReactElement {
  const { state, go } = useViewState();
  const isFallen = state.fallen === id;
  return (
    <button
      className="button entity-fall"
      aria-pressed={isFallen}
      onClick={() => go(isFallen ? { fallen: null } : setAside(at, id))}
    >
      {children}
    </button>
  );
}
