// The page of an entity: its names, its offices over time, what is said about it and when, what it says itself, what it puts out.
import type { ReactElement } from 'react';
import './entity.css';
import { EntityPageDocument } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { Page } from '../look/page.js';
import { Answered, Empty } from '../look/states.js';
import { timesOf } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { ClaimsAbout } from './claims-about.js';
import { ClaimsInTime } from './timeline/claims-in-time.js';
import { EntityIntro } from './entity-intro.js';
import { NoSuch } from './no-such.js';
import { Offices } from './offices.js';
import { OwnSources } from './own-sources.js';
import { OwnWord } from './own-word.js';

export function EntityPage({ id }: { readonly id: string }): ReactElement {
  const { state } = useViewState();
  const answer = useAsk(EntityPageDocument, { id, times: timesOf(state) }, { keep: false });
  return (
    <Page key={id}>
      <Answered to={answer} what="the entity">
        {({ entity: named, sources, predicates, caller }) => {
          if (!named) return <NoSuch what="entity" isPage />;
          const entity = named.canonical;
          return (
            <>
              <EntityIntro entity={entity} caller={caller} speaks={sources.totalCount > 0} />
              <Offices entity={entity} predicates={predicates} />
              {entity.claims.totalCount > 0 && <ClaimsAbout entity={entity} />}
              {entity.says.totalCount > 0 && <OwnWord entity={entity} />}
              {sources.totalCount > 0 && <OwnSources entity={entity} />}
              {entity.claims.totalCount > 0 ? (
                <ClaimsInTime entity={entity} />
              ) : (
                <Empty>Nothing is said about {entity.label} itself in this view.</Empty>
              )}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}
