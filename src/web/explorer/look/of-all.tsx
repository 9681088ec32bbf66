// How much of a list is shown, where that is not all of it: nothing is left out without a word.
import type { ReactElement } from 'react';

interface OfAllProps {
  /** How many are shown. */
  readonly shown: number;
  /** How many there are. */
  readonly all: number;
  /** Of what, where that is not plain from what stands above: `contradictions`. */
  readonly what?: string;
}

/** `Showing 100 of 1,204.`; nothing where all are shown. */
export function OfAll({ shown, all, what }: OfAllProps): ReactElement | null {
  if (all <= shown) return null;
  return (
    <p className="muted small">
      Showing {shown.toLocaleString('en')} of {all.toLocaleString('en')}
      {what !== undefined && ` ${what}`}.
    </p>
  );
}
