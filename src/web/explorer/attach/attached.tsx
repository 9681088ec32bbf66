// After saving: what was recorded, what changed by it, and the way back.
import { useEffect, useRef, type ReactElement } from 'react';
import { TakeBackDocument, type AttachmentFragment } from '../api/documents.js';
import { useRecording } from '../api/use-ask.js';
import { StatusMark } from '../look/status-mark.js';
import { STATUS } from '../words/words.js';
import { changesOf } from './effect-words.js';

const REASON = 'Attached by mistake';

export interface AttachedProps {
  readonly payload: AttachmentFragment;
  /** Recorded by this form, if by an earlier try whose answer was lost. */
  readonly isOurs: boolean;
  readonly onAnother: () => void;
  readonly onClose: () => void;
}

export function Attached({ payload, isOurs, onAnother, onClose }: AttachedProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  const undo = useRecording(TakeBackDocument);
  useEffect(() => heading.current?.focus(), []);
  const { attestation } = payload;
  const undone = undo.data?.withdrawAttestation;
  const isUndone = undone !== undefined && undone.userErrors.length === 0;
  return (
    <div className="stack">
      <h3 ref={heading} tabIndex={-1} className="attach-done">
        {headingOf(isOurs, isUndone)}
      </h3>
      {isOurs && !isUndone && <WhatChanged payload={payload} />}
      <div role="status">
        {isUndone && (
          <p className="note">
            The source stays on record as withdrawn, “{REASON}”, and supports nothing any more. The claim is{' '}
            {undone.claim ? STATUS[undone.claim.status].toLowerCase() : 'as it was'} now.
          </p>
        )}
      </div>
      {undo.error && <p className="note problem">{undo.error.message}</p>}
      {undone?.userErrors.map(({ message }) => (
        <p key={message} className="note problem">
          {message}
        </p>
      ))}
      <div className="row">
        <button type="button" className="button first" onClick={onClose}>
          Done
        </button>
        <button type="button" className="button" onClick={onAnother}>
          Attach another source
        </button>
        {isOurs && !isUndone && attestation && (
          <button
            type="button"
            className="button"
            disabled={undo.isPending}
            onClick={() => undo.mutate({ id: attestation.id, reason: REASON })}
          >
            Undo
          </button>
        )}
      </div>
      {isOurs && !isUndone && (
        <p className="muted small">
          Undo withdraws what was attached; nothing is ever deleted from the record.
        </p>
      )}
    </div>
  );
}

/** The counts that are others now, and the status. */
function WhatChanged({
  payload: { supportBefore, supportAfter, statusAfter },
}: Pick<AttachedProps, 'payload'>): ReactElement | null {
  if (!supportBefore || !supportAfter || !statusAfter) return null;
  return (
    <p className="row">
      {changesOf(supportBefore, supportAfter)
        .filter(({ before, after }) => before !== after)
        .map(({ what, before, after }) => (
          <span key={what}>
            {what} {before} → {after}
          </span>
        ))}
      <StatusMark status={statusAfter} pill />
    </p>
  );
}

function headingOf(isOurs: boolean, isUndone: boolean): string {
  if (!isOurs) return 'Nothing was recorded: this source was attached already.';
  return isUndone ? 'Taken back.' : 'Saved: the source is attached.';
}
