// All that is said about an entity along time, by when it is said to hold.
import type { ReactElement } from 'react';
import { EntityClaimsDocument } from '../../api/documents.js';
import { usePages } from '../../api/use-pages.js';
import { PageSection } from '../../look/page.js';
import { Paged } from '../../look/paged.js';
import { counted } from '../../words/words.js';
import { filterOf, viewOf } from '../../view-state/view-state.js';
import { useViewState } from '../../view-state/use-view-state.js';
import type { EntityShown } from '../entity-shown.js';
import { Timeline } from './timeline.js';

const PAGE = 50;

export function ClaimsInTime({ entity: { id } }: { readonly entity: EntityShown }): ReactElement {
  const { state } = useViewState();
  const pages = usePages(
    EntityClaimsDocument,
    { view: viewOf(state), filter: { ...filterOf(state), about: id }, first: PAGE, orderBy: 'VALID_TIME' },
    ({ claims }) => claims,
  );
  const shown = pages.items.length;
  return (
    <PageSection
      title="In time"
      note={
        shown < pages.total
          ? `the earliest ${shown} of ${counted(pages.total, 'claim')}, unknown times last`
          : 'by when it is said to hold'
      }
    >
      <Paged of={pages} what="its claims by time" empty="Nothing is said about it in this view.">
        {claims => <Timeline claims={claims} />}
      </Paged>
    </PageSection>
  );
}
