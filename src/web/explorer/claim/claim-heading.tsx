// The head of a claim: when it holds, the sentence itself, and how firm it is in words.
import type { ReactElement } from 'react';
import { StatusMark } from '../look/status-mark.js';
import { CERTAINTY, INDEPENDENCE } from '../words/words.js';
import { trueWords, type ShownClaim } from './claim-words.js';

export function ClaimHeading({ claim }: { readonly claim: ShownClaim }): ReactElement {
  const { sentence, status, support, validTime } = claim;
  const { certainty, independence, origins } = support;
  return (
    <header className="claim-heading">
      <p className="small muted">Claim · {trueWords(validTime)}</p>
      <h2 className="sentence">{sentence}</h2>
      <p className="claim-pills">
        <StatusMark status={status} pill />
        <span className="status pill muted">
          {INDEPENDENCE[independence]}
          {independence === 'DEPENDENT' && origins === 1 && ': one origin'}
        </span>
        {certainty !== null && certainty !== 'CERTAIN' && (
          <span className="status pill claim-hedged">
            {certainty === 'UNCOMMITTED' ? CERTAINTY[certainty] : `${CERTAINTY[certainty]} at most`}
          </span>
        )}
      </p>
    </header>
  );
}
