// The ways step by step: each step a claim with how firm it is, the weakest said in words.
import type { ReactElement } from 'react';
import type { WaysQuery } from '../api/documents.js';
import { ClaimLineItem } from '../look/claim-line.js';
import { counted } from '../words/words.js';
import { wayWords, type PathWay } from './draw-ways.js';

export interface WayListProps {
  readonly found: WaysQuery['paths'];
  readonly busy: boolean;
}

export function WayList({ found: { paths, truncated, reason }, busy }: WayListProps): ReactElement {
  return (
    <div className="paths-list stack" role="region" aria-label="Ways, step by step" tabIndex={0}>
      <p role="status">
        {busy ? 'Asking for ways …' : `${counted(paths.length, 'way')}, shortest first`}
        {!busy && truncated && reason !== null && <span className="muted"> ({reason})</span>}
      </p>
      <ol className="stack">
        {paths.map((way, at) => (
          <li key={way.hops.map(({ claim }) => claim.id).join(' ')}>
            <WayItem way={way} number={at + 1} />
          </li>
        ))}
      </ol>
    </div>
  );
}

function WayItem({ way, number }: { readonly way: PathWay; readonly number: number }): ReactElement {
  return (
    <section>
      <h2 className="paths-way">
        <span className="label">
          Way {number} · {counted(way.hops.length, 'step')}
        </span>
        {wayWords(way)}
      </h2>
      <ol>
        {way.hops.map(({ claim }) => (
          <li key={claim.id}>
            <ClaimLineItem claim={claim} note={noteOf(way, claim.id)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Of a single step there is no weakest. */
const noteOf = ({ weakest, hops }: PathWay, claim: string): ReactElement | undefined =>
  weakest.claim.id === claim && hops.length > 1 ? (
    <b className="paths-weakest">Weakest step of this way</b>
  ) : undefined;
