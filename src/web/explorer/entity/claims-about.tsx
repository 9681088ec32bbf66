// What is said about an entity, under the predicates that say it; words and a predicate narrow the list.
import { useState, type ReactElement } from 'react';
import { EntityClaimsDocument, EntityPredicatesDocument } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { usePages } from '../api/use-pages.js';
import { ClaimLineItem } from '../look/claim-line.js';
import { PageSection } from '../look/page.js';
import { Paged } from '../look/paged.js';
import { counted } from '../words/words.js';
import { filterOf, filtersOn, viewOf } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { useDebounced } from '../look/use-debounced.js';
import { byPredicate, type Gathered } from './by-predicate.js';
import type { EntityShown } from './entity-shown.js';
import { lineNote } from './line-note.js';

const PAGE = 50;
const ANY = '';

export function ClaimsAbout({ entity }: { readonly entity: EntityShown }): ReactElement {
  const { state } = useViewState();
  const [text, setText] = useState('');
  const [predicate, setPredicate] = useState(ANY);
  const words = useDebounced(text).trim();
  const view = viewOf(state);
  const narrowed = { about: entity.id, ...(words === '' ? {} : { text: words }) };
  const own = predicate === ANY ? null : [predicate];
  const pages = usePages(
    EntityClaimsDocument,
    { view, filter: { ...filterOf(state, own), ...narrowed }, first: PAGE, orderBy: 'SUPPORT' },
    ({ claims }) => claims,
  );
  const counts = useAsk(EntityPredicatesDocument, { view, filter: { ...filterOf(state), ...narrowed } });
  const known = counts.data?.claims.byPredicate ?? [];
  const isPart = known.length < (counts.data?.claims.byPredicateCount ?? 0);
  const countOf = new Map(known.map(({ predicate: { id }, count }) => [id, count]));
  const all = entity.claims.totalCount;
  return (
    <PageSection title="What is said about it" note={totalWords(pages.total, all, filtersOn(state))}>
      <div className="row entity-filter small" role="search" aria-label="Claims about it">
        <label>
          Words <input type="search" value={text} onChange={({ target }) => setText(target.value)} />
        </label>
        <label>
          Predicate{' '}
          <select value={predicate} onChange={({ target }) => setPredicate(target.value)}>
            <option value={ANY}>any</option>
            {predicate !== ANY && !countOf.has(predicate) && <option value={predicate}>{predicate}</option>}
            {known.map(({ predicate: { id, label }, count }) => (
              <option key={id} value={id}>
                {label} ({count.toLocaleString('en')})
              </option>
            ))}
            {isPart && <option disabled>no more than {known.length} are listed</option>}
          </select>
        </label>
        <span className="unseen" role="status">
          {counted(pages.total, 'claim')}
        </span>
      </div>
      <Paged of={pages} what="what is said about it" empty={emptyWords(words !== '' || own !== null)}>
        {claims => (
          <div className="entity-groups">
            {byPredicate(claims).map(group => (
              <Group
                key={group.predicate.id}
                group={group}
                of={countOf.get(group.predicate.id) ?? (isPart ? null : 0)}
              />
            ))}
          </div>
        )}
      </Paged>
    </PageSection>
  );
}

function Group({
  group: { predicate, claims },
  of,
}: {
  readonly group: Gathered;
  /** How many there are, those not shown included; null where they are not counted. */
  readonly of: number | null;
}): ReactElement {
  return (
    <section className="entity-group">
      <h3 className="label">
        {predicate.label} · {countWords(claims.length, of)}
      </h3>
      <ul className="page-list">
        {claims.map(claim => (
          <li key={claim.id}>
            <ClaimLineItem claim={claim} note={lineNote(claim)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const countWords = (shown: number, of: number | null): string => {
  if (of === null) return `${shown} so far`;
  return of > shown ? `${shown} of ${of}` : String(shown);
};

function totalWords(shown: number, all: number, filters: number): string {
  if (shown === all) return counted(all, 'claim');
  const why = filters > 0 ? `, with ${counted(filters, 'filter')} on` : '';
  return `${shown.toLocaleString('en')} of ${counted(all, 'claim')}${why}`;
}

const emptyWords = (isNarrowed: boolean): string =>
  isNarrowed ? 'No claim about it has these words.' : 'Nothing is said about it in this view.';
