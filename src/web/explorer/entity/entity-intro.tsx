// The head of an entity's page: what it is called everywhere, how it is graded as a source, and what can be done from here.
import { useState, type ReactElement } from 'react';
import type { EntityPageQuery } from '../api/documents.js';
import { AddEntityDialog } from './dialogs/add-entity-dialog.js';
import { MakeClaimDialog } from '../attach/make-claim-dialog.js';
import { KindMark } from '../look/kind-mark.js';
import { OfAll } from '../look/of-all.js';
import { KIND } from '../words/words.js';
import { walkFrom } from '../view-state/view-state.js';
import { openWhoIsWho } from '../view-state/steps.js';
import { JoinedWith } from '../judgements/joined-with.js';
import { Provisional } from './provisional.js';
import { useViewState } from '../view-state/use-view-state.js';
import { PathsTo } from './entity-actions.js';
import { EntityNames } from './entity-names.js';
import type { EntityShown } from './entity-shown.js';
import { FallButton } from './fall-button.js';
import { GradeDialog } from './dialogs/grade-dialog.js';
import { NameDialog } from './dialogs/name-dialog.js';
import { isActor, reliabilityWords } from './reliability.js';
import { SameAs } from './same-as.js';

interface IntroProps {
  readonly entity: EntityShown;
  readonly caller: EntityPageQuery['caller'];
  /** It puts out sources. */
  readonly speaks: boolean;
}

/** Which dialog. */
type Opened = 'name' | 'grade' | 'claim' | 'entity';

export function EntityIntro({ entity, caller, speaks }: IntroProps): ReactElement {
  const { go } = useViewState();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [told, setTold] = useState('');
  const mayWrite = caller.scope !== 'READ';
  // The heading says it already.
  const others = entity.names.filter(({ text }) => text !== entity.label);
  const close = (): void => setOpened(null);
  return (
    <header className="entity-intro">
      <p className="page-kicker small">
        <KindMark kind={entity.kind} /> {KIND[entity.kind]}
      </p>
      <h1 className="page-title">{entity.label}</h1>
      {entity.description !== null && <p className="entity-description">{entity.description}</p>}
      {others.length > 0 && <EntityNames names={others} />}
      <OfAll shown={entity.names.length} all={entity.namesCount} what="names" />
      {entity.isProvisional && <Provisional />}
      <SameAs addresses={entity.sameAs} all={entity.sameAsCount} />
      <JoinedWith entity={entity} mayWrite={mayWrite} />
      {(speaks || entity.reliability !== null) && (
        <p>
          As a source: <b>{reliabilityWords(entity.reliability)}</b>
        </p>
      )}
      <div className="row">
        <button className="button first" onClick={() => go(now => walkFrom(now, entity.id))}>
          Walk from here
        </button>
        <PathsTo entity={entity} />
        {speaks && (
          <FallButton at="entity" id={entity.id}>
            What if its word falls
          </FallButton>
        )}
        <button className="button" onClick={() => go(now => openWhoIsWho(now, entity.id))}>
          Who it may be
        </button>
        {mayWrite && <WriteButtons entity={entity} onOpen={setOpened} />}
      </div>
      {!mayWrite && (
        <p className="muted small">
          {caller.name} may read here, and record nothing: names and grades stay as they are.
        </p>
      )}
      <p role="status" className={told === '' ? 'unseen' : 'note'}>
        {told}
      </p>
      {opened === 'claim' && <MakeClaimDialog subject={entity.id} onClose={close} />}
      {opened === 'entity' && <AddEntityDialog onClose={close} />}
      {opened === 'name' && <NameDialog entity={entity} onClose={close} onTold={setTold} />}
      {opened === 'grade' && <GradeDialog entity={entity} onClose={close} onTold={setTold} />}
    </header>
  );
}

function WriteButtons({
  entity,
  onOpen,
}: {
  readonly entity: EntityShown;
  readonly onOpen: (dialog: Opened) => void;
}): ReactElement {
  return (
    <>
      <button className="button" onClick={() => onOpen('claim')}>
        Make a claim
      </button>
      <button className="button" onClick={() => onOpen('entity')}>
        Add an entity
      </button>
      <button className="button" onClick={() => onOpen('name')}>
        Add a name
      </button>
      {isActor(entity) && (
        <button className="button" onClick={() => onOpen('grade')}>
          Grade as a source
        </button>
      )}
    </>
  );
}
