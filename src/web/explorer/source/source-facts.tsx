// What a source is: its title, who puts it out and when, where it is to be found, and whether we have it itself.
import type { ReactElement } from 'react';
import type { SourceHeadFragment } from '../api/documents.js';
import { partyWords } from '../words/source-words.js';
import { WAY, webAddress } from '../claim/claim-words.js';
import { EntityLink } from '../look/place-link.js';
import { reliabilityWords } from '../entity/reliability.js';
import { edtfWords, momentWords } from '../words/dates.js';
import { SOURCE_KIND } from '../words/words.js';
import { titleWords } from '../words/title-words.js';

/** @param isPage the heading is the page's own. */
export function SourceFacts({
  source,
  isPage = false,
}: {
  readonly source: SourceHeadFragment;
  readonly isPage?: boolean;
}): ReactElement {
  const { kind, url, publishedAt, party, held, recorded } = source;
  const address = webAddress(url);
  const Title = isPage ? 'h1' : 'h2';
  const reliability = party?.reliability ?? null;
  return (
    <div className="source-facts">
      <p className="page-kicker small">
        Source · {SOURCE_KIND[kind]} · {edtfWords(publishedAt) || 'date not known'}
      </p>
      <Title className={isPage ? 'page-title' : 'sentence'}>{titleWords(source)}</Title>
      <p>
        {party ? <EntityLink entity={party} /> : partyWords(source)}
        {party && reliability !== null && (
          <span className="muted"> · as a source {reliabilityWords(reliability)}</span>
        )}
        {!party && <span className="muted"> · unnamed</span>}
      </p>
      {address !== null && URL.canParse(address) && (
        <p>
          <a href={address} rel="noreferrer noopener" target="_blank">
            {new URL(address).hostname} ↗<span className="unseen"> opens in a new tab</span>
          </a>
        </p>
      )}
      <p className="small">
        {held
          ? 'Someone here has this source itself.'
          : 'Nobody here has this source itself: it is known only through those who pass it on.'}
      </p>
      <p className="small muted">
        recorded by {recorded.by} on {momentWords(recorded.at)}
        {recorded.way === 'API' ? '' : `, ${WAY[recorded.way]}`}
      </p>
    </div>
  );
}
