// The problems that a save met. Once something is changed, those that can be known here are looked for anew, and the rest is taken as mended.
import { useState } from 'react';
import type { FieldProblem } from './problem-paths.js';

export interface FoundEntities {
  readonly problems: readonly FieldProblem[];
  /** How many saves met problems. */
  readonly attempts: number;
  readonly found: (problems: readonly FieldProblem[]) => void;
  readonly clear: () => void;
}

/** @param look what is wrong with a draft, as far as can be known before it is sent. */
export function useFound<Draft>(
  draft: Draft,
  look: (draft: Draft) => readonly FieldProblem[],
): FoundEntities {
  const [last, setLast] = useState<{ draft: Draft; problems: readonly FieldProblem[] } | null>(null);
  const [attempts, setAttempts] = useState(0);
  const found = (problems: readonly FieldProblem[]): void => {
    setLast({ draft, problems });
    setAttempts(count => count + 1);
  };
  const clear = (): void => {
    setLast(null);
    setAttempts(0);
  };
  if (last === null) return { problems: [], attempts, found, clear };
  return { problems: last.draft === draft ? last.problems : look(draft), attempts, found, clear };
}
