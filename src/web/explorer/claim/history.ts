// What became of a claim here, as a list of what was recorded about it, newest first.
import type { ClaimSayerFragment, Way } from '../api/documents.js';
import { speakerOf, type ShownClaim } from './claim-words.js';

export interface Entry {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly way: Way;
  /** What was recorded, e.g. `UPI attached`. */
  readonly what: string;
  /** Why, where a reason was given. */
  readonly reason: string | null;
}

type Recorded = Pick<Entry, 'seq' | 'at' | 'by' | 'way'>;

/** Entries that were recorded as one (a source with those whom it relays) stay apart. */
export function historyOf(
  claim: Pick<ShownClaim, 'recorded' | 'withdrawn' | 'superseded'>,
  sayers: readonly ClaimSayerFragment[],
): Entry[] {
  const { recorded, withdrawn, superseded } = claim;
  const entries = [
    entry(recorded, 'The claim was made'),
    ...(withdrawn ? [entry(withdrawn.recorded, 'The claim was withdrawn', withdrawn.reason)] : []),
    ...(superseded
      ? [entry(superseded.recorded, `Replaced by “${superseded.by.sentence}”`, superseded.reason)]
      : []),
    ...sayers.flatMap(sayer => {
      const speaker = speakerOf(sayer.source);
      const says = sayer.polarity === 'AFFIRMS' ? 'as saying so' : 'as denying it';
      return [
        entry(sayer.recorded, `${speaker} attached, ${says}`),
        ...(sayer.withdrawn
          ? [entry(sayer.withdrawn.recorded, `${speaker} withdrawn`, sayer.withdrawn.reason)]
          : []),
      ];
    }),
  ];
  return entries.sort((a, b) => b.seq - a.seq);
}

const entry = ({ seq, at, by, way }: Recorded, what: string, reason: string | null = null): Entry => ({
  seq,
  at,
  by,
  way,
  what,
  reason,
});
