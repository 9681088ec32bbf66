// Claims that held the same slot before and after: no contradiction, but worth a look.
import type { ReactElement, ReactNode } from 'react';
import type { ClaimLineFragment } from '../api/documents.js';
import { edtfWords } from '../words/dates.js';
import { OfAll } from '../look/of-all.js';
import type { ShownClaim } from './claim-words.js';
import { ClaimLink } from '../look/place-link.js';

export function ClaimSuccession({ claim }: { readonly claim: ShownClaim }): ReactElement {
  const { precededBy, precededByCount, succeededBy, succeededByCount, superseded } = claim;
  if (precededBy.length + succeededBy.length === 0 && superseded === null) return <></>;
  return (
    <section className="claim-section">
      <h3 className="label">Before and after</h3>
      {superseded && (
        <p>
          Replaced by <ClaimLink claim={superseded.by} />
        </p>
      )}
      <Neighbours word="before" claims={precededBy} all={precededByCount} />
      <Neighbours word="after" claims={succeededBy} all={succeededByCount} />
    </section>
  );
}

const Neighbours = ({
  word,
  claims,
  all,
}: {
  readonly word: string;
  readonly claims: readonly ClaimLineFragment[];
  /** How many there are. */
  readonly all: number;
}): ReactNode =>
  claims.length > 0 && (
    <>
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
      <OfAll shown={claims.length} all={all} what={`that held ${word}: the nearest`} />
    </>
  );
