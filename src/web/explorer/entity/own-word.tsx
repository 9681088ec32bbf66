// What an entity says itself, as a party: its own word, and where nobody noted whose word it is.
import type { ReactElement } from 'react';
import { EntitySaysDocument, type EntitySaysQuery } from '../api/documents.js';
import { usePages } from '../api/use-pages.js';
import { sourceTitle } from '../words/source-words.js';
import { PlaceLink } from '../look/place-link.js';
import { ClaimLineItem } from '../look/claim-line.js';
import { edtfWords } from '../words/dates.js';
import { PageSection } from '../look/page.js';
import { Paged } from '../look/paged.js';
import { CERTAINTY, counted, POLARITY } from '../words/words.js';
import { viewOf } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { select } from '../view-state/steps.js';
import type { EntityShown } from './entity-shown.js';

const PAGE = 25;

export function OwnWord({ entity: { id } }: { readonly entity: EntityShown }): ReactElement {
  const { state } = useViewState();
  const pages = usePages(
    EntitySaysDocument,
    { id, view: viewOf(state), first: PAGE },
    ({ entity }) => entity?.says,
  );
  return (
    <PageSection title="What it says itself" note={`${counted(pages.total, 'claim')}; not what it passes on`}>
      <Paged of={pages} what="what it says" empty="It vouches for nothing in this view.">
        {sayings => (
          <ul className="page-list">
            {sayings.map(saying => (
              <Saying key={saying.id} saying={saying} />
            ))}
          </ul>
        )}
      </Paged>
    </PageSection>
  );
}

type Said = NonNullable<EntitySaysQuery['entity']>['says']['nodes'][number];

function Saying({
  saying: { polarity, certainty, wording, source, claim },
}: {
  readonly saying: Said;
}): ReactElement {
  return (
    <li>
      <ClaimLineItem claim={claim} />
      <p className="entity-said small muted">
        <b>{POLARITY[polarity]}</b>, {CERTAINTY[certainty]}
        {wording !== null && (
          <>
            {' '}
            (<q>{wording}</q>)
          </>
        )}
        {' · '}
        <PlaceLink to={now => select(now, 'source', source.id)}>{sourceTitle(source)}</PlaceLink>
        {source.publishedAt !== null && ` · ${edtfWords(source.publishedAt)}`}
        {!source.held && ' · known only through others'}
      </p>
    </li>
  );
}
