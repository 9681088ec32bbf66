// What stands where an answer does not stand yet, or will not: waiting, a problem with what to do, nothing to show.
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import type { ApiProblem } from '../api/ask.js';

/** @param what in words, e.g. "the claim". */
export function Waiting({ what }: { readonly what: string }): ReactElement {
  return (
    <p className="waiting" role="status">
      Asking for {what} …
    </p>
  );
}

export function Problem({
  problem,
  again,
}: {
  readonly problem: ApiProblem;
  readonly again?: () => unknown;
}): ReactElement {
  return (
    <div className="note problem" role="alert">
      <p>{problem.message}</p>
      {again && (
        <button className="button plain" onClick={() => void again()}>
          Try again
        </button>
      )}
    </div>
  );
}

export function Empty({ children }: { readonly children: ReactNode }): ReactElement {
  return <p className="muted">{children}</p>;
}

/** Shows an answer once it is there, and what happens until then. */
export function Answered<Answer>({
  to: { data, error, refetch },
  what,
  children,
}: {
  readonly to: UseQueryResult<Answer, ApiProblem>;
  readonly what: string;
  readonly children: (answer: Answer) => ReactNode;
}): ReactNode {
  if (error) return <Problem problem={error} again={refetch} />;
  return data === undefined ? <Waiting what={what} /> : children(data);
}
