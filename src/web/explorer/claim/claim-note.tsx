// The short paragraph under a claim's status: what it rests on and why it stands where it stands.
import { Fragment, type ReactElement } from 'react';
import { STATUS } from '../words/words.js';
import { ClaimLink, EntityLink } from '../look/place-link.js';
import { explainedWords, type ShownClaim } from './claim-words.js';
import { supportWords, type SentencePart } from './support-words.js';

export function ClaimNote({ claim }: { readonly claim: ShownClaim }): ReactElement {
  const sentences = supportWords(claim);
  const explained = explainedWords(claim.statusExplained);
  // Where it stands well, what it rests on matters more than how that was decided; else the decision is the news.
  const standsWell = claim.status === 'SUPPORTED' || claim.status === 'CORROBORATED';
  return (
    <div className="note claim-note">
      {!standsWell && <p>{explained}</p>}
      {sentences.map((sentence, at) => (
        <p key={at} className={at === 0 && standsWell ? undefined : 'small'}>
          {sentence.map((part, place) => (
            <Fragment key={place}>
              <PartShown part={part} />
            </Fragment>
          ))}
        </p>
      ))}
      {standsWell && (
        <details className="small">
          <summary>Why “{STATUS[claim.status]}”</summary>
          {explained}
        </details>
      )}
    </div>
  );
}

function PartShown({ part }: { readonly part: SentencePart }): ReactElement {
  if (typeof part === 'string') return <>{part}</>;
  return 'entity' in part ? <EntityLink entity={part.entity} /> : <ClaimLink claim={part.claim} />;
}
