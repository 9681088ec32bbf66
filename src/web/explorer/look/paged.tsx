// A list that comes page by page: what happens until it is there, what it holds, and how much of it is not shown.
import type { ReactElement, ReactNode } from 'react';
import type { Pages } from '../api/use-pages.js';
import { Empty, Problem, Waiting } from './states.js';

interface PagedProps<Item> {
  readonly of: Pages<Item>;
  /** In words, e.g. "its sources". */
  readonly what: string;
  /** What to say where there is nothing. */
  readonly empty: ReactNode;
  readonly children: (items: readonly Item[]) => ReactNode;
}

export function Paged<Item>({ of, what, empty, children }: PagedProps<Item>): ReactElement {
  const { asked, items, total } = of;
  if (asked.error) return <Problem problem={asked.error} again={asked.refetch} />;
  if (!asked.data) return <Waiting what={what} />;
  if (items.length === 0) return <Empty>{empty}</Empty>;
  return (
    <>
      {children(items)}
      {asked.hasNextPage && (
        <div className="row small">
          <span role="status">
            Showing {items.length.toLocaleString('en')} of {total.toLocaleString('en')}.
          </span>
          <button
            className="button"
            aria-busy={asked.isFetchingNextPage}
            onClick={() => void (asked.isFetchingNextPage || asked.fetchNextPage())}
          >
            {asked.isFetchingNextPage ? 'Asking …' : 'Show more'}
            <span className="unseen"> of {what}</span>
          </button>
        </div>
      )}
    </>
  );
}
