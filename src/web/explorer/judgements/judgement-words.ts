// Judgements on who is who, in words.
import type { IdentityJudgement, JudgedFragment } from '../api/documents.js';
import { momentWords } from '../words/dates.js';

/** What was done, for the line that says it. */
export const DONE: Readonly<Record<IdentityJudgement, (a: string, b: string) => string>> = {
  SAME: (a, b) => `Recorded: ${a} and ${b} are one.`,
  DIFFERENT: (a, b) => `Recorded: ${a} and ${b} are two, and are not proposed again.`,
  UNSURE: (a, b) => `Taken back: whether ${a} and ${b} are one is open again.`,
};

export const JUDGED: Readonly<Record<IdentityJudgement, string>> = {
  SAME: 'judged the same',
  DIFFERENT: 'judged different',
  UNSURE: 'left open',
};

/** `judged the same by Ann on 22 Nov 2026, 10:14, because “one page”`. */
export function judgedWords({ judgement, reason, recorded: { by, at } }: JudgedFragment): string {
  const why = reason === null ? 'no reason given' : `because “${reason}”`;
  return `${JUDGED[judgement]} by ${by} on ${momentWords(at)}, ${why}`;
}

/** One pair has one judgement in force, whichever of the two entities lists it. */
export const pairKey = ({ a, b }: Pick<JudgedFragment, 'a' | 'b'>): string => [a.id, b.id].sort().join(' ');

interface Told {
  readonly judgements: readonly JudgedFragment[];
}

interface Counted extends Told {
  readonly judgementsCount: number;
}

/** Whether there are judgements on entities that are one which the API did not give. */
export const isJudgedMore = (
  entity: Counted & { readonly sameEntitiesCount: number; readonly sameEntities: readonly Counted[] },
): boolean =>
  entity.sameEntities.length < entity.sameEntitiesCount ||
  [entity, ...entity.sameEntities].some(
    ({ judgements, judgementsCount }) => judgements.length < judgementsCount,
  );

/** The judgements in force on entities that are one, each once, the last first; those taken back are left out. */
export function judgementsOn(
  entity: Told & { readonly sameEntities: readonly Told[] },
): readonly JudgedFragment[] {
  const all = [entity, ...entity.sameEntities].flatMap(({ judgements }) => judgements);
  const inForce = all.filter(({ judgement }) => judgement !== 'UNSURE');
  return [...new Map(inForce.map(judged => [pairKey(judged), judged])).values()].sort(
    (a, b) => b.recorded.seq - a.recorded.seq,
  );
}
