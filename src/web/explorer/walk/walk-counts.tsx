// How many of the claims there are stand in sight, and what became of the others: nothing is left out without a word.
import type { ReactElement } from 'react';
import type { EntityLineFragment } from '../api/documents.js';
import { ClaimLineItem } from '../look/claim-line.js';
import { PopoverButton } from '../look/popover-button.js';
import { counted } from '../words/words.js';
import { useViewState } from '../view-state/use-view-state.js';
import type { Drawing } from './drawing.js';
import { claimsWithoutLine } from './claims-without-line.js';
import type { Offer } from './offers.js';
import { MOST_SHOWN } from '../view-state/steps.js';

interface CountsProps {
  readonly entity: EntityLineFragment;
  /** Null until it is counted. */
  readonly all: Offer | null;
  readonly busy: boolean;
  readonly onBring: (offer: Offer) => void;
}

export function Counts({ entity, all, busy, onBring }: CountsProps): ReactElement {
  const isFull = all !== null && all.adds === 0;
  return (
    <div className="walk-counts">
      <p role="status">
        {all === null || busy ? (
          'Asking for claims …'
        ) : (
          <>
            {all.shown.toLocaleString('en')} of {counted(all.total, 'claim')} shown
            <span className="muted"> · {entity.label}</span>
          </>
        )}
      </p>
      {all !== null && all.total > all.shown && !isFull && (
        <button className="button plain" onClick={() => onBring({ ...all, most: all.total })}>
          {all.total > MOST_SHOWN ? `Show ${MOST_SHOWN}, the most a walk shows of one` : 'Show all'}
        </button>
      )}
      {isFull && all.total > all.shown && (
        <p className="muted small">More than {MOST_SHOWN} of one are not shown: filters choose among them.</p>
      )}
    </div>
  );
}

/** Claims that no line of the graph can stand for: named here, and in the table with all others. */
export function Lineless({ drawing }: { readonly drawing: Drawing }): ReactElement | null {
  const { state, go } = useViewState();
  const words = claimsWithoutLine(drawing);
  // The table has a row for each.
  if (words === null || state.form === 'table') return null;
  return (
    <PopoverButton
      className="button plain walk-lineless"
      label={`${words}: not drawn, in the table`}
      face={`${words}: in the table`}
    >
      {close => (
        <div className="walk-list stack">
          <p className="muted small">
            A line stands for a claim between two entities. These name no second one: no line stands for them.
          </p>
          <ul onClick={close}>
            {drawing.lineless.map(({ claim }) => (
              <li key={claim.id}>
                <ClaimLineItem claim={claim} />
              </li>
            ))}
          </ul>
          <div>
            <button
              className="button"
              onClick={() => {
                close();
                go({ form: 'table' });
              }}
            >
              Show the table
            </button>
          </div>
        </div>
      )}
    </PopoverButton>
  );
}
