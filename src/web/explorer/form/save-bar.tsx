// The foot of a form, always in sight: the button that saves, and in one line what saving would do or what keeps it from being done.
import type { ReactElement, ReactNode } from 'react';
import { Part } from './problems.js';

interface SaveBarProps {
  readonly isSaving: boolean;
  /** How many problems the last save met. */
  readonly problems: number;
  /** Paths of the fields of the form, which show their problems themselves. */
  readonly paths: readonly string[];
  /** On the button. */
  readonly verb?: string;
  readonly children?: ReactNode;
}

export function SaveBar({ isSaving, problems, paths, verb = 'Save', children }: SaveBarProps): ReactElement {
  return (
    <Part path="" inner={paths} className="row form-save">
      <button type="submit" className="button first" aria-disabled={isSaving}>
        {isSaving ? 'Saving …' : verb}
      </button>
      <p role="status" className="form-gist">
        {problems > 0 ? <span className="form-problem">{toMend(problems)}</span> : children}
      </p>
      <span className="muted small form-keys">
        <kbd>Ctrl</kbd> <kbd>Enter</kbd> saves
      </span>
    </Part>
  );
}

const toMend = (problems: number): string =>
  problems === 1
    ? 'Not saved: one thing is to be put right.'
    : `Not saved: ${problems} things are to be put right.`;
