// Which field a problem stands at: the one that its path names, or the nearest part of the form around it.
export interface FieldProblem {
  /** Path into the input, its parts joined by dots; empty where it is about no one field. */
  readonly path: string;
  readonly message: string;
}

/** Refusals of the API as problems of fields. */
export const asProblems = (
  errors: readonly { readonly field: readonly string[] | null; readonly message: string }[],
): readonly FieldProblem[] =>
  errors.map(({ field, message }) => ({
    path: (field ?? []).join('.'),
    message: message.replaceAll('`', ''),
  }));

/** Those whose nearest field among these paths is this one; the paths of all that a form shows, inner before outer. */
export const problemsAt = (
  problems: readonly FieldProblem[],
  path: string,
  inner: readonly string[] = [],
): readonly FieldProblem[] =>
  problems.filter(
    problem => isWithin(problem.path, path) && !inner.some(other => isWithin(problem.path, other)),
  );

/** The empty path is the whole form. */
const isWithin = (path: string, outer: string): boolean =>
  outer === '' || path === outer || path.startsWith(`${outer}.`);
