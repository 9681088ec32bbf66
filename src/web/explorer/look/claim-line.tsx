// A claim as one line of a list: its sentence, how firm it is, and on how many chains. Pressing it selects the claim.
import type { ReactElement, ReactNode } from 'react';
import type { ClaimWeighedFragment } from '../api/documents.js';
import { useViewState } from '../view-state/use-view-state.js';
import { select } from '../view-state/steps.js';
import './claim-line.css';
import { StatusMark } from './status-mark.js';
import { counted } from '../words/words.js';

export function ClaimLineItem({
  claim,
  note,
}: {
  readonly claim: ClaimWeighedFragment;
  /** In words, after what it rests on. */
  readonly note?: ReactNode;
}): ReactElement {
  const { state, go } = useViewState();
  return (
    <button
      className="claim-line"
      aria-current={state.selected?.id === claim.id ? 'true' : undefined}
      onClick={() => go(now => select(now, 'claim', claim.id))}
    >
      <span className="said">{claim.sentence}</span>
      <span className="claim-line-notes small muted">
        <StatusMark status={claim.status} />
        <span>{chainsWords(claim.support)}</span>
        {note !== undefined && <span>{note}</span>}
      </span>
    </button>
  );
}

/** `2 independent chains`, `at least 2 …` where they could not all be counted. */
function chainsWords({ independent, exact }: ClaimWeighedFragment['support']): string {
  const chains = independent === 1 ? '1 chain' : counted(independent, 'independent chain');
  return exact ? chains : `at least ${chains}`;
}
