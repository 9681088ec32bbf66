// The frame of a form: problems at their fields, Enter goes on to the next field, Ctrl+Enter saves from anywhere.
import { useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import type { FieldProblem } from './problem-paths.js';
import { goOn } from './go-on.js';
import { ProblemsContext, useLeadToProblem } from './problems.js';

interface FormProps {
  readonly problems: readonly FieldProblem[];
  /** How many saves met problems: each leads the keyboard to the first. */
  readonly attempts: number;
  readonly onSave: () => void;
  readonly children: ReactNode;
}

export function Form({ problems, attempts, onSave, children }: FormProps): ReactElement {
  const form = useRef<HTMLFormElement>(null);
  useLeadToProblem(form, attempts);
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>): void => {
    // A search takes Enter for its list; beside an address there is none.
    const isTaken = event.defaultPrevented && !(event.target as Element).closest('.form-listless');
    if (event.key !== 'Enter' || isTaken) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      onSave();
    } else goOn(event);
  };
  return (
    <ProblemsContext value={problems}>
      <form
        ref={form}
        className="stack form-body"
        noValidate
        onKeyDown={onKeyDown}
        onSubmit={event => {
          event.preventDefault();
          onSave();
        }}
      >
        {children}
      </form>
    </ProblemsContext>
  );
}

/** A part of a form under its own heading. */
export function FormPart({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <section className="stack" aria-labelledby={id}>
      <h3 id={id} className="label">
        {title}
      </h3>
      {children}
    </section>
  );
}
