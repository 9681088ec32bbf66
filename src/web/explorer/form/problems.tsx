// Problems at their fields: each stands at the field that its path names, or at the nearest part of the form around it.
import { createContext, useContext, useEffect, useId, type ReactElement, type ReactNode } from 'react';
import type { FieldProblem } from './problem-paths.js';
import { problemsAt } from './problem-paths.js';

export const ProblemsContext = createContext<readonly FieldProblem[]>([]);

export interface Told {
  readonly id: string;
  readonly messages: readonly string[];
}

/** The problems of one field, and the id under which they stand. */
export function useProblems(path: string, inner?: readonly string[]): Told {
  const id = useId();
  const messages = problemsAt(useContext(ProblemsContext), path, inner).map(({ message }) => message);
  return { id, messages };
}

export function ProblemWords({ of: { id, messages } }: { readonly of: Told }): ReactElement | null {
  if (messages.length === 0) return null;
  return (
    <p id={id} className="form-problem small">
      {messages.join(' ')}
    </p>
  );
}

/** Marks a part of the form, so that the keyboard can be led to what is wrong in it. */
export function Part({
  path,
  inner,
  children,
  className,
}: {
  readonly path: string;
  /** Paths of the fields inside it that show their problems themselves. */
  readonly inner?: readonly string[];
  readonly className?: string;
  readonly children: ReactNode;
}): ReactElement {
  const told = useProblems(path, inner);
  return (
    <div className={className} data-wrong={told.messages.length > 0 || undefined}>
      {children}
      <ProblemWords of={told} />
    </div>
  );
}

/** Leads the keyboard to the first problem, each time a save found some. */
export function useLeadToProblem(form: { readonly current: HTMLElement | null }, attempt: number): void {
  useEffect(() => {
    if (attempt === 0) return;
    const wrong = form.current?.querySelector<HTMLElement>('[data-wrong]');
    const field = wrong?.querySelector<HTMLElement>('input, select, textarea, button');
    field?.focus();
  }, [form, attempt]);
}
