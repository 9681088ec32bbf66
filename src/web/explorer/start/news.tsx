// What is going on: what was recorded last, what is disputed, and what hangs on a single chain.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import type { ApiProblem } from '../api/ask.js';
import {
  DisputedDocument,
  NewsDocument,
  OnOneChainDocument,
  type NewsQuery,
  type Way,
} from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { ClaimLineItem } from '../look/claim-line.js';
import { momentWords } from '../words/dates.js';
import { OfAll } from '../look/of-all.js';
import { Answered, Empty } from '../look/states.js';
import { CONTRADICTION } from '../words/words.js';
import { timesOf } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { newsOf, untilAfter } from './news-words.js';

/** So many of each are listed. */
export const SHOWN = 5;

const WAY: Readonly<Record<Way, string>> = {
  API: 'by hand or program',
  COMMAND_LINE: 'by command',
  IMPORT: 'by import',
};

/** So many entries are looked at, because several may be about one claim. */
const LOOKED_AT = 50;

/** What was recorded last, whatever time in the world it is about. */
export function useNews(): UseQueryResult<NewsQuery, ApiProblem> {
  const { state } = useViewState();
  const until = state.knownOn === null ? null : untilAfter(state.knownOn);
  return useAsk(NewsDocument, { view: timesOf(state), until, first: LOOKED_AT });
}

export function News({ news }: { readonly news: ReturnType<typeof useNews> }): ReactElement {
  const items = newsOf(news.data?.journal.nodes ?? []);
  const isCut = items.length > SHOWN || news.data?.journal.pageInfo.hasNextPage === true;
  return (
    <Column title="New" note={isCut ? `the newest ${SHOWN}` : null}>
      <Answered to={news} what="what is new">
        {() => (
          <List empty="No claim is recorded in this view yet.">
            {items.slice(0, SHOWN).map(({ claim, words, at, by, way }) => (
              <li key={claim.id + by + way} className="start-news">
                <p className="small">{words}</p>
                <ClaimLineItem claim={claim} note={`${momentWords(at)} · ${by}, ${WAY[way]}`} />
              </li>
            ))}
          </List>
        )}
      </Answered>
    </Column>
  );
}

export function Disputed(): ReactElement {
  const { state } = useViewState();
  const disputed = useAsk(DisputedDocument, { view: timesOf(state), first: SHOWN });
  return (
    <Column title="Disputed" note={ofAll(disputed.data?.contradictions.totalCount)}>
      <Answered to={disputed} what="what is disputed">
        {({ contradictions }) => (
          <List empty="No two claims are at odds, and none is both affirmed and denied.">
            {contradictions.nodes.map(({ kind, explained, claims, claimsCount }) => (
              <li key={kind + claims.map(({ id }) => id).join()} className="start-dispute">
                <p className="label">{CONTRADICTION[kind]}</p>
                <div className="start-sides">
                  {claims.map(claim => (
                    <ClaimLineItem key={claim.id} claim={claim} />
                  ))}
                </div>
                <OfAll shown={claims.length} all={claimsCount} what="claims" />
                <p className="muted small">{explained}</p>
              </li>
            ))}
          </List>
        )}
      </Answered>
    </Column>
  );
}

/** @param known ids of claims that are listed already. */
export function OnOneChain({ known }: { readonly known: readonly string[] }): ReactElement {
  const { state } = useViewState();
  const single = useAsk(OnOneChainDocument, { view: timesOf(state), first: 2 * SHOWN });
  return (
    <Column title="Hangs on a single chain" note={ofAll(single.data?.claims.totalCount)}>
      <Answered to={single} what="claims on a single chain">
        {({ claims }) => (
          <List empty="No claim hangs on one chain alone.">
            {beyond(known, claims.nodes).map(claim => (
              <li key={claim.id}>
                <ClaimLineItem claim={claim} />
              </li>
            ))}
          </List>
        )}
      </Answered>
    </Column>
  );
}

/** The first few that are not listed above; where there are no others, those. */
function beyond<Item extends { readonly id: string }>(
  known: readonly string[],
  items: readonly Item[],
): readonly Item[] {
  const others = items.filter(({ id }) => !known.includes(id));
  return (others.length > 0 ? others : items).slice(0, SHOWN);
}

/** `5 of 312`: those beyond the first few are not listed. */
const ofAll = (count = 0): string | null =>
  count > SHOWN ? `${SHOWN} of ${count.toLocaleString('en')}` : null;

interface ColumnProps {
  readonly title: string;
  /** What is not listed, in words. */
  readonly note: string | null;
  readonly children: ReactNode;
}

function Column({ title, note, children }: ColumnProps): ReactElement {
  return (
    <section className="start-column">
      <div className="start-column-head">
        <h2 className="label">{title}</h2>
        {note !== null && <span className="muted small">{note}</span>}
      </div>
      {children}
    </section>
  );
}

function List({
  empty,
  children,
}: {
  readonly empty: string;
  readonly children: readonly ReactNode[];
}): ReactElement {
  return children.length === 0 ? <Empty>{empty}</Empty> : <ul>{children}</ul>;
}
