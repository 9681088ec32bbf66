// Links to other view states: a click goes there, and they open in a new tab as links do.
import type { MouseEvent, ReactElement, ReactNode } from 'react';
import type { EntityLineFragment } from '../api/documents.js';
import type { ViewState } from '../view-state/view-state.js';
import { addressOf } from '../view-state/address.js';
import { useViewState } from '../view-state/use-view-state.js';
import { select } from '../view-state/steps.js';

export function PlaceLink({
  to,
  children,
}: {
  readonly to: (state: ViewState) => ViewState;
  readonly children: ReactNode;
}): ReactElement {
  const { state, go } = useViewState();
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={`?${addressOf(to(state))}`} onClick={follow}>
      {children}
    </a>
  );
}

export const EntityLink = ({
  entity: { id, label },
}: {
  readonly entity: EntityLineFragment;
}): ReactElement => <PlaceLink to={state => select(state, 'entity', id)}>{label}</PlaceLink>;

export const ClaimLink = ({
  claim: { id, sentence },
}: {
  readonly claim: { readonly id: string; readonly sentence: string };
}): ReactElement => <PlaceLink to={state => select(state, 'claim', id)}>{sentence}</PlaceLink>;
