// What if this falls: whom or what of a claim to set aside; the graph then shows what goes with it. Nothing is written.
import type { ReactElement, ReactNode } from 'react';
import { ClaimSayersDocument } from '../../api/documents.js';
import { useAsk } from '../../api/use-ask.js';
import { edtfWords } from '../../words/dates.js';
import { Dialog } from '../../look/dialog.js';
import { Answered } from '../../look/states.js';
import { timesOf } from '../../view-state/view-state.js';
import { useViewState } from '../../view-state/use-view-state.js';
import type { ShownClaim } from '../claim-words.js';
import { fallsOf, ifFallen, type Falling } from './falls.js';

export function FallDialog({
  claim,
  onClose,
}: {
  readonly claim: ShownClaim;
  readonly onClose: () => void;
}): ReactElement {
  const { state, go } = useViewState();
  const answer = useAsk(ClaimSayersDocument, { id: claim.id, view: timesOf(state) });
  const fall = ({ id, withFamily }: Falling): void => {
    onClose();
    go(ifFallen(id, claim.subject.id, withFamily));
  };
  const listed = (heading: string, falls: readonly Falling[]): ReactNode =>
    falls.length > 0 && (
      <section>
        <h3 className="label">{heading}</h3>
        <ul className="claim-falls">
          {falls.map(falling => (
            <li key={falling.id}>
              <button className="button" onClick={() => fall(falling)}>
                {falling.words}
                <span className="muted">{falling.more}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <Dialog title="What if this falls?" onClose={onClose}>
      <p>
        Choose what to set aside. The graph then shows which claims lose all support, drop to one chain, or
        change their status. Nothing is written.
      </p>
      <Answered to={answer} what="those who say so">
        {({ claim: found }) => {
          const { nodes = [], totalCount = 0 } = found?.attestations ?? {};
          const { shared, parties, sources } = fallsOf(claim.support, nodes, edtfWords);
          return (
            <>
              {listed('All of it rests on', shared)}
              {listed('A party, with all that it says', parties)}
              {listed('One source', sources)}
              {totalCount > nodes.length && (
                <p className="small muted">
                  Of the first {nodes.length} of {totalCount} that say or deny it.
                </p>
              )}
            </>
          );
        }}
      </Answered>
    </Dialog>
  );
}
