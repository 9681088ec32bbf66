// The buttons of a claim. What would be refused is left out, with a line why.
import type { ReactElement } from 'react';
import type { ShownClaim } from './claim-words.js';
import type { Opened } from './dialogs/claim-dialogs.js';

export function ClaimActions({
  claim,
  mayWrite,
  open,
}: {
  readonly claim: ShownClaim;
  readonly mayWrite: boolean;
  readonly open: (opened: Opened) => void;
}): ReactElement {
  const isWithdrawn = claim.withdrawn !== null;
  const records = mayWrite && !isWithdrawn;
  return (
    <div className="claim-actions">
      <div className="row">
        {records && (
          <button className="button first" onClick={() => open({ what: 'attach' })}>
            Add a source
          </button>
        )}
        <button className="button" onClick={() => open({ what: 'fall' })}>
          What if this falls?
        </button>
        <button className="button" onClick={() => open({ what: 'cite' })}>
          Cite
        </button>
        <button className="button" onClick={() => open({ what: 'graphql' })}>
          GraphQL
        </button>
        {records && claim.superseded === null && (
          <button className="button" onClick={() => open({ what: 'supersede' })}>
            Supersede …
          </button>
        )}
        {records && (
          <button className="button" onClick={() => open({ what: 'withdraw' })}>
            Withdraw …
          </button>
        )}
      </div>
      {!mayWrite && (
        <p className="small muted">
          You may read here, not record: adding a source, superseding and withdrawing are left out.
        </p>
      )}
      {mayWrite && isWithdrawn && (
        <p className="small muted">It was withdrawn: nothing more can be recorded about it.</p>
      )}
    </div>
  );
}
