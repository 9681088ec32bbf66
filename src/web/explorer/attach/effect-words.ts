// What an attachment does, in words: the claim's support before and after it, and what it is newly at odds with.
import type { ClaimStatus, SupportCountsFragment } from '../api/documents.js';
import { STATUS } from '../words/words.js';

/** One figure before and after. */
export interface EffectChange {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

/** The figures that matter, those that stay the same included: "1 → 1" is news as well. */
export function changesOf(
  before: SupportCountsFragment,
  after: SupportCountsFragment,
): readonly EffectChange[] {
  const change = (what: string, read: (support: SupportCountsFragment) => string): EffectChange => ({
    what,
    before: read(before),
    after: read(after),
  });
  const denied = before.denials > 0 || after.denials > 0;
  return [
    change('Independent chains', ({ independent, exact }) => `${exact ? '' : 'at least '}${independent}`),
    change('Origins', ({ origins }) => String(origins)),
    change('Sources that say so', ({ sources }) => String(sources)),
    ...(denied ? [change('Denials', ({ denials }) => String(denials))] : []),
  ];
}

/** One sentence for someone in a hurry: "Independent chains 1 → 2, now corroborated." */
export function effectSentence(
  before: SupportCountsFragment,
  after: SupportCountsFragment,
  status: { readonly before: ClaimStatus; readonly after: ClaimStatus },
): string {
  const chains = `Independent chains ${before.independent} → ${after.independent}`;
  return `${chains}, ${status.before === status.after ? 'still' : 'now'} ${STATUS[status.after].toLowerCase()}.`;
}

/** Why more sources are not more independent chains, where that is so; else null. */
export function independenceWords(
  before: SupportCountsFragment,
  after: SupportCountsFragment,
): string | null {
  const [shared] = after.soleDependencies;
  if (after.independence === 'NOT_ESTABLISHED') {
    return 'Independence is not established: it counts on a party that is not named, or on a source of which nobody noted whose word it is.';
  }
  if (after.independent > before.independent || after.sources <= before.sources) return null;
  return shared ? `No further independent chain: all of them run through ${shared.label}.` : null;
}
