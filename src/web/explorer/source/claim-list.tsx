// A list of claims that the API gives without pages, up to a hundred: the first few, and the others on demand.
import { useState, type ReactElement } from 'react';
import type { ClaimWeighedFragment } from '../api/documents.js';
import { lineNote } from '../entity/line-note.js';
import { ClaimLineItem } from '../look/claim-line.js';
import { OfAll } from '../look/of-all.js';

/** Each press shows at most so many more, so that the page stays quick. */
const STEP = 100;

export function ClaimList({
  claims,
  all,
  first,
}: {
  readonly claims: readonly ClaimWeighedFragment[];
  /** How many there are, those that the API did not give included. */
  readonly all: number;
  /** So many are shown at first. */
  readonly first: number;
}): ReactElement {
  const [most, setMost] = useState(first);
  const shown = claims.slice(0, most);
  const rest = claims.length - shown.length;
  return (
    <>
      <ul className="page-list">
        {shown.map(claim => (
          <li key={claim.id}>
            <ClaimLineItem claim={claim} note={lineNote(claim)} />
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <div className="row small">
          <span role="status">
            Showing {shown.length} of {all.toLocaleString('en')}.
          </span>
          <button className="button" onClick={() => setMost(most + STEP)}>
            Show {Math.min(rest, STEP)} more
          </button>
        </div>
      )}
      {rest === 0 && <OfAll shown={shown.length} all={all} />}
    </>
  );
}
