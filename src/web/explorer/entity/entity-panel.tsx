// An entity at the side: who it is, what is said about it by predicate, and the ways on from it.
import { useState, type ReactElement } from 'react';
import './entity.css';
import { EntityPanelDocument, type ClaimOrder, type EntityPanelQuery } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { ClaimLineItem } from '../look/claim-line.js';
import { KindMark } from '../look/kind-mark.js';
import { Answered, Empty } from '../look/states.js';
import { counted, KIND } from '../words/words.js';
import { filterOf, filtersOn, timesOf, viewOf } from '../view-state/view-state.js';
import { useViewState } from '../view-state/use-view-state.js';
import { JoinedWith } from '../judgements/joined-with.js';
import { EntityActions } from './entity-actions.js';
import { EntityNames } from './entity-names.js';
import { otherScripts } from './name-words.js';
import { Provisional } from './provisional.js';
import { NoSuch } from './no-such.js';
import { PredicateCounts } from './predicate-counts.js';
import { reliabilityWords } from './reliability.js';
import { SameAs } from './same-as.js';

const LISTED = 10;

type Found = NonNullable<EntityPanelQuery['entity']>['canonical'];

export function EntityPanel({ id }: { readonly id: string }): ReactElement {
  const { state } = useViewState();
  const [orderBy, setOrder] = useState<ClaimOrder>('SUPPORT');
  const answer = useAsk(EntityPanelDocument, {
    id,
    times: timesOf(state),
    view: viewOf(state),
    filter: { ...filterOf(state), about: id },
    first: LISTED,
    orderBy,
  });
  return (
    <div>
      <Answered to={answer} what="the entity">
        {({ entity: named, claims, sources, caller }) => {
          if (!named) return <NoSuch what="entity" />;
          const entity = named.canonical;
          return (
            <>
              <Heading entity={entity} mayWrite={caller.scope !== 'READ'} speaks={sources.totalCount > 0} />
              <p className="small">
                <b>{counted(claims.totalCount, 'claim')}</b> in this view
                {filtersOn(state) > 0 && `, with ${counted(filtersOn(state), 'filter')} on`}
                {entity.says.totalCount > 0 && (
                  <>
                    {' · '}
                    <b>{entity.says.totalCount.toLocaleString('en')}</b> that it vouches for itself
                  </>
                )}
              </p>
              <EntityActions entity={entity} speaks={sources.totalCount > 0} />
              {claims.byPredicate.length > 0 && <PredicateCounts entity={entity} claims={claims} />}
              <Listed claims={claims} orderBy={orderBy} onOrder={setOrder} />
            </>
          );
        }}
      </Answered>
    </div>
  );
}

interface HeadingProps {
  readonly entity: Found;
  readonly mayWrite: boolean;
  /** It puts out sources. */
  readonly speaks: boolean;
}

function Heading({ entity, mayWrite, speaks }: HeadingProps): ReactElement {
  const others = otherScripts(entity.names);
  return (
    <div className="entity-heading">
      <p className="page-kicker small">
        <KindMark kind={entity.kind} /> {KIND[entity.kind]}
      </p>
      <h2 className="sentence">{entity.label}</h2>
      {others.length > 0 && <EntityNames names={others} short />}
      {entity.names.length < entity.namesCount && (
        <p className="muted small">
          Other scripts among the first {entity.names.length} of {entity.namesCount.toLocaleString('en')}{' '}
          names.
        </p>
      )}
      {entity.description !== null && <p>{entity.description}</p>}
      {entity.isProvisional && <Provisional />}
      <SameAs addresses={entity.sameAs} all={entity.sameAsCount} />
      <JoinedWith entity={entity} mayWrite={mayWrite} />
      {(entity.reliability !== null || speaks) && (
        <p className="small">
          As a source: <b>{reliabilityWords(entity.reliability)}</b>
        </p>
      )}
    </div>
  );
}

interface ListedProps {
  readonly claims: EntityPanelQuery['claims'];
  readonly orderBy: ClaimOrder;
  readonly onOrder: (order: ClaimOrder) => void;
}

function Listed({ claims, orderBy, onOrder }: ListedProps): ReactElement {
  const { nodes, totalCount } = claims;
  return (
    <section className="entity-part">
      <div className="row entity-part-head">
        <h3 className="label">Claims about it</h3>
        <select
          aria-label="Which claims come first"
          className="entity-order small"
          value={orderBy}
          onChange={({ target }) => onOrder(target.value as ClaimOrder)}
        >
          <option value="SUPPORT">best supported first</option>
          <option value="NEWEST">newest first</option>
        </select>
      </div>
      {nodes.length === 0 ? (
        <Empty>Nothing is said about it in this view.</Empty>
      ) : (
        <ul className="page-list">
          {nodes.map(claim => (
            <li key={claim.id}>
              <ClaimLineItem claim={claim} />
            </li>
          ))}
        </ul>
      )}
      {totalCount > nodes.length && (
        <p className="muted small">
          Showing {nodes.length} of {totalCount.toLocaleString('en')}; its page has them all.
        </p>
      )}
    </section>
  );
}
