// Pages about an entity elsewhere, as links; addresses that a browser should not be sent to are left out.
import type { ReactElement } from 'react';
import { webAddress } from '../claim/claim-words.js';
import { OfAll } from '../look/of-all.js';
import { addressWords } from './name-words.js';

interface SameAsProps {
  readonly addresses: readonly string[];
  /** How many there are, those that the API did not give included. */
  readonly all: number;
}

export function SameAs({ addresses, all }: SameAsProps): ReactElement | null {
  const known = addresses
    .flatMap(address => webAddress(address) ?? [])
    .filter(address => URL.canParse(address));
  if (known.length === 0) return null;
  return (
    <>
      <ul className="row small" aria-label="Elsewhere">
        {known.map(address => (
          <li key={address}>
            <a href={address} rel="noreferrer noopener" target="_blank">
              {addressWords(address)} ↗<span className="unseen"> opens in a new tab</span>
            </a>
          </li>
        ))}
      </ul>
      <OfAll shown={addresses.length} all={all} what="pages" />
    </>
  );
}
