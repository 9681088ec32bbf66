// Links to other places of the page: a click goes there, and they open in a tab of their own as links do.
import type { MouseEvent, ReactElement, ReactNode } from 'react';
import type { EntityLineFragment } from '../api/documents.js';
import type { Place } from '../place/place.js';
import { placeText } from '../place/place-text.js';
import { usePlace } from '../place/use-place.js';
import { select } from '../place/steps.js';

export function PlaceLink({
  to,
  children,
}: {
  readonly to: (place: Place) => Place;
  readonly children: ReactNode;
}): ReactElement {
  const { place, go } = usePlace();
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <a href={`?${placeText(to(place))}`} onClick={follow}>
      {children}
    </a>
  );
}

export const EntityLink = ({
  entity: { id, label },
}: {
  readonly entity: EntityLineFragment;
}): ReactElement => <PlaceLink to={place => select(place, 'entity', id)}>{label}</PlaceLink>;

export const ClaimLink = ({
  claim: { id, sentence },
}: {
  readonly claim: { readonly id: string; readonly sentence: string };
}): ReactElement => <PlaceLink to={place => select(place, 'claim', id)}>{sentence}</PlaceLink>;
