// Why something was not recorded, in the API's words.
import type { ReactElement } from 'react';
import type { ApiProblem } from '../api/ask.js';
import type { ProblemsFragment } from '../api/documents.js';
import { Problem } from '../look/states.js';

export function Refusals({
  problem,
  errors = [],
}: {
  readonly problem: ApiProblem | null;
  readonly errors?: readonly ProblemsFragment[] | undefined;
}): ReactElement {
  return (
    <>
      {problem && <Problem problem={problem} />}
      {errors.length > 0 && (
        <ul className="note problem" role="alert">
          {errors.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
    </>
  );
}
