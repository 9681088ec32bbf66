// The page of who is who: pairs that may be one, to be judged, and what was judged, to be taken back.
import type { ReactElement } from 'react';
import { WhoAsksDocument, type WhoAsksQuery } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { NoSuch } from '../entity/no-such.js';
import { Page, PageSection } from '../look/page.js';
import { PlaceLink } from '../look/place-link.js';
import { Answered, Empty } from '../look/states.js';
import { useViewState } from '../view-state/use-view-state.js';
import { openPage, openWhoIsWho } from '../view-state/steps.js';
import { Candidates } from './candidates.js';
import { Conflicts } from './conflicts.js';
import { JudgedAll } from './judged-all.js';
import { JoinedWith } from '../judgements/joined-with.js';
import { judgementsOn } from '../judgements/judgement-words.js';
import { useJudgementNotice } from '../judgements/use-judgement-notice.js';
import '../judgements/judgements.css';

/** @param of an entity: with whom it may be one. Null: everybody. */
export function WhoIsWhoPage({ of }: { readonly of: string | null }): ReactElement {
  const asks = useAsk(WhoAsksDocument, { id: of ?? '', isOne: of !== null }, { keep: false });
  return (
    <Page key={of}>
      <Answered to={asks} what="who is asked about">
        {answer =>
          of !== null && !answer.entity ? (
            <NoSuch what="entity" isPage />
          ) : (
            <Whole caller={answer.caller} entity={answer.entity?.canonical ?? null} />
          )
        }
      </Answered>
    </Page>
  );
}

interface WholeProps {
  readonly caller: WhoAsksQuery['caller'];
  readonly entity: NonNullable<WhoAsksQuery['entity']>['canonical'] | null;
}

function Whole({ caller, entity }: WholeProps): ReactElement {
  const { line, tell } = useJudgementNotice();
  const mayWrite = caller.scope !== 'READ';
  const of = entity?.id ?? null;
  return (
    <>
      <header className="stack">
        <h1 className="page-title">{entity ? `Who may ${entity.label} be?` : 'Who is who'}</h1>
        <p className="muted">
          The same person may be recorded twice, and two may bear one name. Nothing is joined by itself: you
          judge, and can take it back. Judged the same, two are drawn and answer as one; claims keep the
          entity they were recorded with.
        </p>
        {entity && (
          <p className="row">
            <PlaceLink to={now => openPage(now, 'entity', entity.id)}>The page of {entity.label}</PlaceLink>
            <PlaceLink to={now => openWhoIsWho(now)}>Everybody</PlaceLink>
          </p>
        )}
        <OtherTimes />
        {!mayWrite && <p className="note">{caller.name} may read here, and judge nothing.</p>}
        {line}
      </header>
      <Conflicts of={of} mayWrite={mayWrite} onTold={tell} />
      <Candidates of={of} mayWrite={mayWrite} onTold={tell} />
      {entity ? (
        <PageSection title="Judged of it">
          {judgementsOn(entity).length === 0 && <Empty>Nothing yet, or all was taken back.</Empty>}
          <JoinedWith entity={entity} mayWrite={mayWrite} />
        </PageSection>
      ) : (
        <JudgedAll mayWrite={mayWrite} onTold={tell} />
      )}
    </>
  );
}

function OtherTimes(): ReactElement | null {
  const { state } = useViewState();
  if (state.knownOn === null && state.trueOn === null) return null;
  return <p className="note small">This page is of today, whatever time is chosen above.</p>;
}
