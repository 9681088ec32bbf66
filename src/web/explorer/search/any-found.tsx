// One row of what a search of everything found.
import type { ReactElement } from 'react';
import { edtfWords } from '../words/dates.js';
import { StatusLine } from '../look/status-mark.js';
import { STATUS } from '../words/words.js';
import { EntityFound } from './entity-found.js';
import type { AnyRow } from './everything.js';
import { partyName, sourceName } from './source-name.js';

export function AnyFound({ row: { thing } }: { readonly row: AnyRow }): ReactElement {
  switch (thing.type) {
    case 'entity':
      return <EntityFound found={thing.found} />;
    case 'claim':
      return (
        <>
          <StatusLine status={thing.claim.status} />
          <span className="search-name">
            {thing.claim.sentence}{' '}
            <span className="muted small">{STATUS[thing.claim.status].toLowerCase()}</span>
          </span>
        </>
      );
    case 'source':
      return (
        <span className="search-name">
          {sourceName(thing.source)}{' '}
          <span className="muted small">
            {[partyName(thing.source), edtfWords(thing.source.publishedAt)].filter(Boolean).join(' · ')}
          </span>
        </span>
      );
  }
}
