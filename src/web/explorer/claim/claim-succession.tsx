// Claims in the same place that held before and after: no contradiction, but worth a look.
import type { ReactElement, ReactNode } from 'react';
import type { ClaimLineFragment } from '../api/documents.js';
import { edtfWords } from '../look/dates.js';
import type { ShownClaim } from './claim-words.js';
import { ClaimLink } from '../look/place-link.js';

export function ClaimSuccession({ claim }: { readonly claim: ShownClaim }): ReactElement {
  const { precededBy, succeededBy, superseded } = claim;
  if (precededBy.length + succeededBy.length === 0 && superseded === null) return <></>;
  return (
    <section className="claim-section">
      <h3 className="label">Before and after</h3>
      {superseded && (
        <p>
          Replaced by <ClaimLink claim={superseded.by} />
        </p>
      )}
      <Neighbours word="before" claims={precededBy} />
      <Neighbours word="after" claims={succeededBy} />
    </section>
  );
}

const Neighbours = ({
  word,
  claims,
}: {
  readonly word: string;
  readonly claims: readonly ClaimLineFragment[];
}): ReactNode =>
  claims.length > 0 && (
    <ul className="claim-neighbours">
      {claims.map(claim => (
        <li key={claim.id}>
          <span className="muted small">{word}</span> <ClaimLink claim={claim} />{' '}
          <span className="muted small">
            {claim.validTime === null ? 'time not known' : edtfWords(claim.validTime)}
          </span>
        </li>
      ))}
    </ul>
  );
