// Reads dossiers aside: composing YAML cannot rest, and a megabyte of it takes seconds.
import type { KindDescription, Predicate } from '../../domain/vocabulary.js';
import { Aside, type AsideLimits } from '../aside.js';
import type { DossierExaminer, Examined } from './dossier.js';
import type { TextFile } from '../problem.js';

/** All that a thread needs to read one dossier. */
export interface ExamineTask {
  readonly schemaText: string;
  readonly file: TextFile;
  readonly kinds: readonly KindDescription[];
  readonly predicates: readonly Predicate[];
}

/**
 * As `dossierReader(schemaText)`, in a thread. Refuses with InvalidInput what takes longer or more memory than the limits.
 * @param thread path of `thread.ts` as it is built
 */
export function dossierAside(schemaText: string, thread: string, limits: AsideLimits): DossierExaminer {
  const aside = new Aside<ExamineTask, Examined>(thread, 'The dossier', limits);
  return {
    examine: (file, { kinds, predicates }, look) => aside.run({ schemaText, file, kinds, predicates }, look),
  };
}
