// The history of a claim: what was recorded about it here, newest first.
import { useState, type ReactElement } from 'react';
import { ClaimSayersDocument } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { momentWords } from '../words/dates.js';
import { Answered } from '../look/states.js';
import { counted } from '../words/words.js';
import { timesOf } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { WAY, type ShownClaim } from './claim-words.js';
import { historyOf, notesLeftOut } from './history.js';

export function ClaimHistory({ claim }: { readonly claim: ShownClaim }): ReactElement {
  const { state } = useViewState();
  const [isOpen, setIsOpen] = useState(false);
  const answer = useAsk(ClaimSayersDocument, { id: claim.id, view: timesOf(state) }, { when: isOpen });
  return (
    <details onToggle={event => setIsOpen(event.currentTarget.open)}>
      <summary>
        Made by {claim.recorded.by} on {momentWords(claim.recorded.at)}: what was recorded since
      </summary>
      {isOpen && (
        <Answered to={answer} what="the history">
          {({ claim: found }) => {
            const { nodes = [], totalCount = 0 } = found?.attestations ?? {};
            const left = notesLeftOut(nodes);
            return (
              <>
                <ol className="claim-history small">
                  {historyOf(claim, nodes).map(({ seq, at, by, way, what, reason }, place) => (
                    <li key={`${seq} ${place}`}>
                      {what}
                      {reason !== null && <q>{reason}</q>}
                      <span className="muted">
                        {' '}
                        · {momentWords(at)} · {by}, {WAY[way]} · entry {seq}
                      </span>
                    </li>
                  ))}
                </ol>
                {totalCount > nodes.length && (
                  <p className="small muted">
                    Showing the first {nodes.length} of {totalCount} that say or deny it.
                  </p>
                )}
                {left > 0 && (
                  <p className="small muted">
                    {counted(left, 'later note')} on whose word they say so {left === 1 ? 'is' : 'are'} not
                    shown.
                  </p>
                )}
              </>
            );
          }}
        </Answered>
      )}
    </details>
  );
}
