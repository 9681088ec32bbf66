// What is going on: what is new, what is disputed, and what hangs on a single chain.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import type { ApiProblem } from '../api/ask.js';
import { DisputedDocument, OnOneChainDocument, type NewestQuery, type Way } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { ClaimLineItem } from '../look/claim-line.js';
import { momentWords } from '../look/dates.js';
import { Answered, Empty } from '../look/states.js';
import { CONTRADICTION } from '../look/words.js';
import { timesOf } from '../place/place.js';
import { usePlace } from '../place/use-place.js';

/** So many of each are listed. */
export const SHOWN = 5;

const WAY: Readonly<Record<Way, string>> = {
  API: 'by hand or program',
  COMMAND_LINE: 'by command',
  IMPORT: 'by import',
};

export function Newest({
  newest,
}: {
  readonly newest: UseQueryResult<NewestQuery, ApiProblem>;
}): ReactElement {
  return (
    <Column title="New" count={newest.data?.claims.totalCount}>
      <Answered to={newest} what="the newest claims">
        {({ claims }) => (
          <List empty="No claim is recorded in this view yet.">
            {claims.nodes.slice(0, SHOWN).map(claim => (
              <li key={claim.id}>
                <ClaimLineItem
                  claim={claim}
                  note={`${momentWords(claim.recorded.at)} · ${claim.recorded.by}, ${WAY[claim.recorded.way]}`}
                />
              </li>
            ))}
          </List>
        )}
      </Answered>
    </Column>
  );
}

export function Disputed(): ReactElement {
  const { place } = usePlace();
  const disputed = useAsk(DisputedDocument, { view: timesOf(place), first: SHOWN });
  return (
    <Column title="Disputed" count={disputed.data?.contradictions.totalCount}>
      <Answered to={disputed} what="what is disputed">
        {({ contradictions }) => (
          <List empty="No two claims are at odds, and none is both affirmed and denied.">
            {contradictions.nodes.map(({ kind, explained, claims }) => (
              <li key={kind + claims.map(({ id }) => id).join()} className="start-dispute">
                <p className="label">{CONTRADICTION[kind]}</p>
                <div className="start-sides">
                  {claims.map(claim => (
                    <ClaimLineItem key={claim.id} claim={claim} />
                  ))}
                </div>
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
  const { place } = usePlace();
  const single = useAsk(OnOneChainDocument, { view: timesOf(place), first: 2 * SHOWN });
  return (
    <Column title="Hangs on a single chain" count={single.data?.claims.totalCount}>
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

interface ColumnProps {
  readonly title: string;
  /** How many there are; those beyond the first few are not listed. */
  readonly count: number | undefined;
  readonly children: ReactNode;
}

function Column({ title, count = 0, children }: ColumnProps): ReactElement {
  return (
    <section className="start-column">
      <div className="start-column-head">
        <h2 className="label">{title}</h2>
        {count > SHOWN && (
          <span className="muted small">
            {SHOWN} of {count.toLocaleString('en')}
          </span>
        )}
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
