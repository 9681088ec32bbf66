// Offices over time: the roles of a person, or who held a role, each claim with how firm it is.
import type { ReactElement } from 'react';
import { EntityClaimsDocument, type ClaimFilter, type EntityPageQuery } from '../api/documents.js';
import { usePages } from '../api/use-pages.js';
import { PageSection } from '../look/page.js';
import { Paged } from '../look/paged.js';
import { viewOf } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import type { EntityShown } from './entity-shown.js';
import { officePredicates } from './office-predicates.js';
import { Timeline } from './timeline/timeline.js';

const PAGE = 50;

interface OfficesProps {
  readonly entity: EntityShown;
  readonly predicates: EntityPageQuery['predicates'];
}

/** Nothing where the entity is neither a person nor a role. */
export function Offices({ entity, predicates }: OfficesProps): ReactElement | null {
  const own = officePredicates(predicates);
  const { id, kind, label } = entity;
  if (kind === 'PERSON')
    return (
      <OfficesOverTime
        title="Offices over time"
        empty={`No claim in this view puts ${label} into an office.`}
        filter={{ subject: id, predicates: own }}
      />
    );
  if (kind === 'ROLE')
    return (
      <OfficesOverTime
        title="Who held it"
        empty="No claim in this view says who held it."
        filter={{ object: id, predicates: own }}
      />
    );
  return null;
}

function OfficesOverTime({
  title,
  empty,
  filter,
}: {
  readonly title: string;
  readonly empty: string;
  readonly filter: ClaimFilter;
}): ReactElement {
  const { state } = useViewState();
  const pages = usePages(
    EntityClaimsDocument,
    { view: viewOf(state), filter, first: PAGE, orderBy: 'VALID_TIME' },
    ({ claims }) => claims,
  );
  return (
    <PageSection title={title}>
      <Paged of={pages} what="its offices" empty={empty}>
        {claims => <Timeline claims={claims} />}
      </Paged>
    </PageSection>
  );
}
