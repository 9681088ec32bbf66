// The sources that an entity puts out.
import type { ReactElement } from 'react';
import { EntitySourcesDocument } from '../api/documents.js';
import { usePages } from '../api/use-pages.js';
import { PageSection } from '../look/page.js';
import { Paged } from '../look/paged.js';
import { counted } from '../words/words.js';
import { timesOf } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { SourceRow } from '../look/source-row.js';
import { openPage } from '../view-state/steps.js';
import type { EntityShown } from './entity-shown.js';

const PAGE = 25;

export function OwnSources({ entity: { id } }: { readonly entity: EntityShown }): ReactElement {
  const { state, go } = useViewState();
  const asked = { party: id, view: timesOf(state), first: PAGE };
  const pages = usePages(EntitySourcesDocument, asked, ({ sources }) => sources);
  return (
    <PageSection title="What it puts out" note={counted(pages.total, 'source')}>
      <Paged of={pages} what="its sources" empty="No source of it is recorded in this view.">
        {sources => (
          <ul className="page-list">
            {sources.map(source => (
              <li key={source.id}>
                <SourceRow source={source} onPress={() => go(now => openPage(now, 'source', source.id))} />
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </PageSection>
  );
}
