// Judging a pair: records it, and says what became of it or why it was refused.
import type { IdentityJudgement } from '../api/documents.js';
import { JudgeDocument } from '../api/documents.js';
import { useRecording } from '../api/use-ask.js';

export interface Pair {
  readonly a: { readonly id: string; readonly label: string };
  readonly b: { readonly id: string; readonly label: string };
}

export interface Judging {
  /** What is on its way to be recorded; null where nothing is. */
  readonly sending: IdentityJudgement | null;
  /** Why the last one was not recorded; empty where it was. */
  readonly refusals: readonly string[];
  /** @param reason none where it is blank. */
  readonly judge: (judgement: IdentityJudgement, reason: string) => void;
}

/** @param onDone called once it is recorded */
export function useJudging({ a, b }: Pair, onDone: (judgement: IdentityJudgement) => void): Judging {
  const tell = useRecording(JudgeDocument);
  const judge = (judgement: IdentityJudgement, reason: string): void => {
    if (tell.isPending) return;
    const why = reason.trim() === '' ? {} : { reason: reason.trim() };
    // Where the page changes with it, this part may be gone once all is asked anew: so it is told by the promise.
    tell.mutateAsync({ a: a.id, b: b.id, judgement, ...why }).then(
      ({ judgeIdentity }) => judgeIdentity.userErrors.length === 0 && onDone(judgement),
      () => undefined,
    );
  };
  const errors = tell.data?.judgeIdentity.userErrors.map(({ message }) => message) ?? [];
  return {
    sending: tell.isPending ? tell.variables.judgement : null,
    refusals: tell.error ? [tell.error.message] : errors,
    judge,
  };
}
