// The lower part of every dialog that changes the record: why, what cannot be undone, a button, and what was refused.
import { useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import type { ApiProblem } from '../../api/ask.js';
import type { ProblemsFragment } from '../../api/documents.js';
import { firstFocus } from '../../look/first-focus.js';
import { Problem } from '../../look/states.js';

const LONGEST_REASON = 5000;

export function ReasonForm({
  action,
  children,
  isReady = true,
  tell,
  onTold,
}: {
  /** The word on the button. */
  readonly action: string;
  readonly children: ReactNode;
  readonly isReady?: boolean;
  /** Records it; why it was refused, empty where it was not. */
  readonly tell: (reason: string) => Promise<readonly ProblemsFragment[]>;
  readonly onTold: () => void;
}): ReactElement {
  const [reason, setReason] = useState('');
  const [isTelling, setIsTelling] = useState(false);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const dialog = event.currentTarget.closest('dialog');
    setIsTelling(true);
    setProblem(null);
    tell(reason.trim())
      .then(errors => {
        setRefusals(errors.map(({ message }) => message));
        if (errors.length > 0) return;
        onTold();
        // Closed by the dialog itself, so that the keyboard returns to where it was.
        dialog?.close();
      })
      .catch((error: unknown) => setProblem(error as ApiProblem))
      .finally(() => setIsTelling(false));
  };
  return (
    <form className="stack" onSubmit={submit}>
      {children}
      <label className="field">
        <span className="label">Why</span>
        <textarea
          required
          ref={firstFocus}
          rows={3}
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={event => setReason(event.target.value)}
        />
        <span className="small muted">It stays on record, for all to read.</span>
      </label>
      {refusals.length > 0 && (
        <div className="note problem" role="alert">
          {refusals.map(message => (
            <p key={message}>{message}</p>
          ))}
        </div>
      )}
      {problem && <Problem problem={problem} />}
      <div className="row">
        <button className="button first" disabled={!isReady || reason.trim() === '' || isTelling}>
          {isTelling ? 'Recording …' : action}
        </button>
      </div>
    </form>
  );
}
