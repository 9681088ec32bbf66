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
  const { submit, isTelling, refusals, problem } = useSubmit(() => tell(reason.trim()), onTold);
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

interface Submitting {
  readonly submit: (event: FormEvent<HTMLFormElement>) => void;
  readonly isTelling: boolean;
  /** Why the last try was refused. */
  readonly refusals: readonly string[];
  /** Why the last try came to nothing. */
  readonly problem: ApiProblem | null;
}

/** Submits a form in a dialog, and closes the dialog once it is recorded. */
function useSubmit(record: () => Promise<readonly ProblemsFragment[]>, onRecorded: () => void): Submitting {
  const [isTelling, setIsTelling] = useState(false);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const dialog = event.currentTarget.closest('dialog');
    setIsTelling(true);
    setProblem(null);
    record()
      .then(errors => {
        setRefusals(errors.map(({ message }) => message));
        if (errors.length > 0) return;
        onRecorded();
        // Closed by the dialog itself, so that the keyboard returns to where it was.
        dialog?.close();
      })
      .catch((error: unknown) => setProblem(error as ApiProblem))
      .finally(() => setIsTelling(false));
  };
  return { submit, isTelling, refusals, problem };
}
