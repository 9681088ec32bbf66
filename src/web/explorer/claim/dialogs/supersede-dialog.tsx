// Putting another claim in the place of one: found by words, then chosen, with a reason.
import { useState, type ReactElement } from 'react';
import {
  ClaimsInPlaceDocument,
  SupersedeThisClaimDocument,
  type ClaimLineFragment,
} from '../../api/documents.js';
import { useAsk, useRecording } from '../../api/use-ask.js';
import { edtfWords } from '../../words/dates.js';
import { Dialog } from '../../look/dialog.js';
import { firstFocus } from '../../look/first-focus.js';
import { Answered, Empty } from '../../look/states.js';
import { StatusMark } from '../../look/status-mark.js';
import { useDebounced } from '../../look/use-debounced.js';
import type { ShownClaim } from '../claim-words.js';
import { ReasonForm } from './reason-form.js';
import { NoWayBack, type Changing } from './withdraw-dialog.js';

export function SupersedeDialog({
  claim,
  onClose,
  onTold,
}: Changing & { readonly claim: ShownClaim }): ReactElement {
  const [text, setText] = useState('');
  const [by, setBy] = useState<ClaimLineFragment | null>(null);
  const { mutateAsync } = useRecording(SupersedeThisClaimDocument);
  return (
    <Dialog title="Put another claim in its place" onClose={onClose}>
      <ReasonForm
        action="Put it in its place"
        isReady={by !== null}
        tell={async reason =>
          (await mutateAsync({ id: claim.id, by: by?.id ?? '', reason })).supersedeClaim.userErrors
        }
        onTold={() => onTold(`The claim is replaced by “${by?.sentence ?? ''}”.`)}
      >
        <p className="said">{claim.sentence}</p>
        <label className="field">
          <span className="label">Find the other claim by words of it</span>
          <input
            type="search"
            ref={firstFocus}
            value={text}
            onChange={event => setText(event.target.value)}
          />
        </label>
        <Found text={useDebounced(text.trim())} except={claim.id} chosen={by} onChoose={setBy} />
        <NoWayBack />
      </ReasonForm>
    </Dialog>
  );
}

function Found({
  text,
  except,
  chosen,
  onChoose,
}: {
  readonly text: string;
  readonly except: string;
  readonly chosen: ClaimLineFragment | null;
  readonly onChoose: (claim: ClaimLineFragment) => void;
}): ReactElement {
  const answer = useAsk(ClaimsInPlaceDocument, { text }, { when: text !== '' });
  if (text === '') return <></>;
  return (
    <Answered to={answer} what="claims">
      {({ claims: { nodes, totalCount } }) => {
        const others = nodes.filter(({ id }) => id !== except);
        if (others.length === 0) return <Empty>No other claim holds these words.</Empty>;
        return (
          <fieldset className="claim-choice">
            <legend className="label">In its place</legend>
            {others.map(other => (
              <label key={other.id}>
                <input
                  type="radio"
                  name="in-its-place"
                  checked={chosen?.id === other.id}
                  onChange={() => onChoose(other)}
                />
                <span>
                  <span className="said">{other.sentence}</span>
                  <span className="row small">
                    <StatusMark status={other.status} />
                    <span className="muted">
                      {other.validTime === null ? 'time not known' : edtfWords(other.validTime)}
                    </span>
                  </span>
                </span>
              </label>
            ))}
            {totalCount > nodes.length && (
              <p className="small muted">
                Showing {nodes.length} of {totalCount}; more words find fewer.
              </p>
            )}
          </fieldset>
        );
      }}
    </Answered>
  );
}
