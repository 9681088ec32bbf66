// What a claim is at odds with: both sides beside one another, each with what it rests on. Nothing here is decided.
import type { ReactElement, ReactNode } from 'react';
import type {
  ClaimSupportFragment,
  ClaimWeighedFragment,
  ContradictionLineFragment,
} from '../api/documents.js';
import { edtfWords } from '../words/dates.js';
import { OfAll } from '../look/of-all.js';
import { StatusMark } from '../look/status-mark.js';
import { CONTRADICTION, counted, INDEPENDENCE } from '../words/words.js';
import { explainedWords, type ShownClaim } from './claim-words.js';
import { ClaimLink } from '../look/place-link.js';

export function ClaimContradictions({ claim }: { readonly claim: ShownClaim }): ReactElement {
  const { contradictions, contradictionsCount } = claim;
  return (
    <>
      <ul className="claim-contradictions">
        {contradictions.map((contradiction, at) => (
          <li key={at} className="stack">
            <h4>{CONTRADICTION[contradiction.kind]}</h4>
            <Sides contradiction={contradiction} claim={claim} />
            <OfAll shown={contradiction.claims.length} all={contradiction.claimsCount} what="claims" />
            <p className="small muted">{explainedWords(contradiction.explained)}</p>
          </li>
        ))}
      </ul>
      <OfAll shown={contradictions.length} all={contradictionsCount} what="contradictions" />
    </>
  );
}

/** Where it is affirmed and denied, the two sides are of one claim. */
function Sides({
  contradiction: { claims },
  claim,
}: {
  readonly contradiction: ContradictionLineFragment;
  readonly claim: ShownClaim;
}): ReactElement {
  if (claims.length < 2)
    return (
      <ul className="claim-sides">
        <Side support={claim.support}>Said so</Side>
        <Side support={claim.supportAgainst}>Denied</Side>
      </ul>
    );
  return (
    <ul className="claim-sides">
      {claims.map(one => (
        <Side key={one.id} support={one.support} weighed={one}>
          {one.id === claim.id ? one.sentence : <ClaimLink claim={one} />}
        </Side>
      ))}
    </ul>
  );
}

type Weight = Pick<ClaimSupportFragment, 'independent' | 'exact' | 'independence'>;

const Side = ({
  support,
  weighed,
  children,
}: {
  readonly support: Weight;
  readonly weighed?: ClaimWeighedFragment;
  readonly children: ReactNode;
}): ReactElement => (
  <li className="claim-side">
    <p className="said">{children}</p>
    {weighed && (
      <p className="small muted">
        {weighed.validTime === null ? 'time not known' : edtfWords(weighed.validTime)}
      </p>
    )}
    {weighed && <StatusMark status={weighed.status} />}
    <p className="small">
      {INDEPENDENCE[support.independence]}
      <br />
      {support.exact ? '' : 'at least '}
      {counted(support.independent, 'independent chain')}
    </p>
  </li>
);
