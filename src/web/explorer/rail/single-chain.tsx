// Claims that hang on one chain: one source that falls, and nothing holds them.
import type { ReactElement } from 'react';
import { SingleChainDocument } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { ClaimLineItem } from '../look/claim-line.js';
import { Answered, Empty } from '../look/states.js';
import { viewOf } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { singleChainAsked } from './scope.js';

const SHOWN = 5;

export function SingleChain(): ReactElement {
  const { state } = useViewState();
  const { filter } = singleChainAsked(state);
  const found = useAsk(SingleChainDocument, { filter, view: viewOf(state), first: SHOWN });
  return (
    <section className="rail-group">
      <h2 className="label">Hangs on one chain</h2>
      <Answered to={found} what="claims on one chain">
        {({ claims: { totalCount, nodes } }) =>
          totalCount === 0 ? (
            <Empty>None in this view.</Empty>
          ) : (
            <>
              <ul className="rail-claims">
                {nodes.map(claim => (
                  <li key={claim.id}>
                    <ClaimLineItem claim={claim} />
                  </li>
                ))}
              </ul>
              {totalCount > nodes.length && (
                <p className="muted small">
                  The newest {nodes.length} of {totalCount.toLocaleString('en')}.
                </p>
              )}
            </>
          )
        }
      </Answered>
    </section>
  );
}
