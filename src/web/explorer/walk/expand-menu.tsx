// What expanding an entity would bring, by predicate, before anything is brought.
import type { ReactElement } from 'react';
import type { EntityLineFragment } from '../api/documents.js';
import { OfAll } from '../look/of-all.js';
import { PopoverButton } from '../look/popover-button.js';
import { EXPANSION } from '../view-state/view-state.js';
import { restText, type Offer, type Offers } from './offers.js';
import { MOST_SHOWN } from '../view-state/steps.js';

export interface ExpandMenuProps {
  readonly entity: EntityLineFragment;
  /** Null until they are counted. */
  readonly offers: Offers | null;
  readonly onBring: (offer: Offer) => void;
}

export function ExpandMenu({ entity, offers, onBring }: ExpandMenuProps): ReactElement {
  return (
    <PopoverButton
      className="walk-act"
      label={`Expand ${entity.label}`}
      disabled={offers === null || offers.all.adds === 0}
      face={
        <>
          Expand … <kbd>E</kbd>
        </>
      }
    >
      {close =>
        offers && (
          <div className="stack">
            <h2 className="label">Expand {entity.label}</h2>
            <ul className="walk-list">
              {[offers.all, ...offers.predicates].map(offer => (
                <li key={offer.predicate ?? ''}>
                  <OfferButton
                    offer={offer}
                    onPress={() => {
                      close();
                      onBring(offer);
                    }}
                  />
                </li>
              ))}
            </ul>
            <OfAll shown={offers.predicates.length} all={offers.predicatesCount} what="predicates" />
            <p className="muted small">At most {EXPANSION} claims come at a time.</p>
          </div>
        )
      }
    </PopoverButton>
  );
}

function OfferButton({
  offer,
  onPress,
}: {
  readonly offer: Offer;
  readonly onPress: () => void;
}): ReactElement {
  return (
    <button className="walk-offer" disabled={offer.adds === 0} onClick={onPress}>
      <span>{offer.predicate === null ? 'All claims' : offer.label}</span>
      <span className="muted small">{comingWords(offer)}</span>
    </button>
  );
}

function comingWords(offer: Offer): string {
  if (offer.adds > 0) return `${offer.adds} to come${restText(offer)}`;
  if (offer.shown < offer.total) return `no more than ${MOST_SHOWN} are shown`;
  return offer.total === 1 ? 'shown' : `all ${offer.total.toLocaleString('en')} shown`;
}
