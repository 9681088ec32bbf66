// Attaching a source to a claim: which source, which words, how it says it, and what that would change.
import { useState, type ReactElement } from 'react';
import { ClaimToAttachDocument, type ClaimToAttachQuery } from '../api/documents.js';
import { useAsk } from '../api/use-ask.js';
import { momentWords } from '../words/dates.js';
import { Answered, Empty } from '../look/states.js';
import { useViewState } from '../view-state/use-view-state.js';
import { Attached } from './attached.js';
import { AttachForm } from './attach-form.js';
import { EMPTY_DRAFT, isTouched, type AttachDraft } from './draft.js';
import { FormDialog } from '../form/form-dialog.js';
import { useAttaching } from './use-attaching.js';
import './attach.css';

interface AttachProps {
  /** Id of the claim. */
  readonly claim: string;
  /** What led here, in words. */
  readonly lead?: string;
  readonly onClose: () => void;
}

/** A dialog above the page; what it records is shown everywhere once it is saved. */
export function AttachDialog({ claim: id, lead, onClose }: AttachProps): ReactElement {
  const [draft, setDraft] = useState<AttachDraft>(EMPTY_DRAFT);
  const asked = useAsk(ClaimToAttachDocument, { id });
  const attaching = useAttaching(id, draft);
  const isUnsaved = attaching.done === null && isTouched(draft);
  return (
    <FormDialog title="Add a source" isUnsaved={isUnsaved} isReady={asked.data != null} onClose={onClose}>
      {lead !== undefined && attaching.done === null && <p className="note">{lead}</p>}
      <Answered to={asked} what="the claim">
        {({ claim }) => (
          <Body claim={claim} draft={draft} setDraft={setDraft} attaching={attaching} onClose={onClose} />
        )}
      </Answered>
    </FormDialog>
  );
}

interface BodyProps {
  readonly claim: ClaimToAttachQuery['claim'];
  readonly draft: AttachDraft;
  readonly setDraft: (draft: AttachDraft | ((before: AttachDraft) => AttachDraft)) => void;
  readonly attaching: ReturnType<typeof useAttaching>;
  readonly onClose: () => void;
}

function Body({ claim, draft, setDraft, attaching, onClose }: BodyProps): ReactElement {
  const { knownOn } = useViewState().state;
  if (!claim) return <Empty>There is no such claim.</Empty>;
  const another = (): void => {
    setDraft(EMPTY_DRAFT);
    attaching.again();
  };
  return (
    <div className="stack">
      <p className="sentence">{claim.sentence}</p>
      {knownOn !== null && attaching.done === null && (
        <p className="note small">
          You look at what was known on {momentWords(knownOn)}. What you attach is recorded today, and shows
          once you look at today.
        </p>
      )}
      {attaching.done ? (
        <Attached {...attaching.done} onAnother={another} onClose={onClose} />
      ) : (
        <AttachForm
          claim={claim}
          draft={draft}
          onChange={change => setDraft(before => ({ ...before, ...change(before) }))}
          attaching={attaching}
        />
      )}
    </div>
  );
}
