// The two texts of a claim to take along: a citation, and the question to the API whose answer is shown.
import type { ReactElement } from 'react';
import { ClaimSayersDocument, ThisClaimDocument } from '../../api/documents.js';
import { useAsk } from '../../api/use-ask.js';
import { momentWords } from '../../words/dates.js';
import { Dialog } from '../../look/dialog.js';
import { Answered } from '../../look/states.js';
import { timesOf } from '../../view-state/view-state.js';
import { useViewState } from '../../view-state/use-view-state.js';
import { citationText } from './citation.js';
import type { ShownClaim } from '../claim-words.js';
import { CopyDialog } from './copy-dialog.js';
import { inlinedQuery } from './inlined-query.js';

interface Copying {
  readonly claim: ShownClaim;
  readonly onClose: () => void;
}

export function CiteDialog({ claim, onClose }: Copying): ReactElement {
  const { state } = useViewState();
  const answer = useAsk(ClaimSayersDocument, { id: claim.id, view: timesOf(state) });
  const sayers = answer.data?.claim?.attestations;
  if (sayers === undefined)
    return (
      <Dialog title="Cite this claim" onClose={onClose}>
        <Answered to={answer} what="those who say so">
          {() => null}
        </Answered>
      </Dialog>
    );
  const asOf = momentWords(state.knownOn ?? new Date().toISOString());
  const text = citationText({
    claim,
    sayers: sayers.nodes,
    total: sayers.totalCount,
    asOf,
    link: location.href,
  });
  return <CopyDialog title="Cite this claim" text={text} onClose={onClose} />;
}

export function GraphqlDialog({ claim: { id }, onClose }: Copying): ReactElement {
  const { state } = useViewState();
  const text = inlinedQuery(ThisClaimDocument, { id, view: timesOf(state) });
  return (
    <CopyDialog title="This claim as GraphQL" text={text} onClose={onClose}>
      <p>
        The question whose answer is shown here, with the times of this view. Paste it into the{' '}
        <a href="/playground/" target="_blank" rel="noreferrer noopener">
          playground<span className="unseen"> (opens in a new tab)</span>
        </a>{' '}
        or send it from a program.
      </p>
    </CopyDialog>
  );
}
