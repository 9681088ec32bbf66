// One thing that a source says: the claim, and below it the words that say it and on whose word.
import type { ReactElement } from 'react';
import type { SourceSayingFragment } from '../api/documents.js';
import { partyWords } from '../words/source-words.js';
import { ClaimLineItem } from '../look/claim-line.js';
import { andMore, ANCHOR, CERTAINTY, LINEAGE } from '../words/words.js';

export function Saying({ saying }: { readonly saying: SourceSayingFragment }): ReactElement {
  const { claim, quote, wording, withdrawn } = saying;
  return (
    <li className={withdrawn || !saying.carries ? 'source-saying source-idle' : 'source-saying'}>
      <ClaimLineItem claim={claim} />
      <div className="source-words small">
        {quote && (
          <blockquote className="said">
            “{quote.prefix !== null && <span className="muted">… {quote.prefix}</span>}
            <mark>{quote.exact}</mark>
            {quote.suffix !== null && <span className="muted">{quote.suffix} …</span>}”
          </blockquote>
        )}
        <p className="muted">
          {notesOn(saying).join(' · ')}
          {wording !== null && (
            <>
              {' · words that show it: '}
              <q>{wording}</q>
            </>
          )}
        </p>
      </div>
    </li>
  );
}

function notesOn(saying: SourceSayingFragment): string[] {
  const { certainty, lineage, relays, relaysCount, quote, carries, withdrawn } = saying;
  const whose =
    relays.length > 0
      ? `← ${[...new Set(relays.map(({ source }) => partyWords(source)))].join(', ')}${andMore(relays.length, relaysCount)}`
      : LINEAGE[lineage];
  return [
    CERTAINTY[certainty],
    whose,
    ...(quote
      ? [
          quote.paragraph === null
            ? ANCHOR[quote.anchor]
            : `paragraph ${quote.paragraph}, ${ANCHOR[quote.anchor]}`,
        ]
      : []),
    ...(withdrawn ? [`withdrawn: ${withdrawn.reason}`] : []),
    ...(carries || withdrawn ? [] : ['does not count in this view']),
  ];
}
