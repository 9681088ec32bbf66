// Whom a source passes on, and who passes it on: each other source with how often.
import type { ReactElement } from 'react';
import { sourceTitle } from '../words/source-words.js';
import { PlaceLink } from '../look/place-link.js';
import { counted } from '../words/words.js';
import { useViewState } from '../view-state/use-view-state.js';
import { openPage, select } from '../view-state/steps.js';
import { countedSources, isCut, LOOKED_AT, type Counted } from './relays.js';
import type { Sayings } from './use-sayings.js';

export function Relayed({ of: { items, total, asked } }: { readonly of: Sayings }): ReactElement {
  const [relays, relayedBy] = [countedSources(items, 'relays'), countedSources(items, 'relayedBy')];
  if (!asked.data) return <p className="muted">…</p>;
  return (
    <div className="source-relayed">
      {relays.length > 0 ? (
        <SourceCounts title="It relays" of={relays} />
      ) : (
        <p className="muted">It passes on nobody else that is recorded.</p>
      )}
      {relayedBy.length > 0 && <SourceCounts title="It is relayed by" of={relayedBy} />}
      {items.length < total && (
        <p className="muted small">
          Counted among the {items.length} shown of {counted(total, 'claim')}.
        </p>
      )}
      {isCut(items) && (
        <p className="muted small">
          For each claim, no more than the first {LOOKED_AT} are counted that it relays, or is relayed by.
        </p>
      )}
    </div>
  );
}

function SourceCounts({
  title,
  of,
}: {
  readonly title: string;
  readonly of: readonly Counted[];
}): ReactElement {
  const { state } = useViewState();
  // A page leads on to pages; elsewhere the panel shows the other source.
  const isPage = state.stage.at === 'source';
  return (
    <div>
      <p className="small muted">{title}</p>
      <ul>
        {of.map(({ source, count }) => (
          <li key={source.id}>
            <PlaceLink
              to={now => (isPage ? openPage(now, 'source', source.id) : select(now, 'source', source.id))}
            >
              {sourceTitle(source)}
            </PlaceLink>{' '}
            <span className="muted small">
              for {counted(count, 'claim')}
              {!source.held && ' · known only through others'}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
