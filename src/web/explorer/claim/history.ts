// What became of a claim here, as a list of what was recorded about it, newest first.
import type { ClaimSayerFragment, Way } from '../api/documents.js';
import { partyWords } from '../words/source-words.js';
import { type ShownClaim } from './claim-words.js';
import { andMore } from '../words/words.js';

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
    ...sayers.flatMap(sayerEntries),
  ];
  return entries.sort((a, b) => b.seq - a.seq);
}

/** Of many notes on one attestation the latest are left out; `notesLeftOut` counts them. */
function sayerEntries({ source, polarity, recorded, withdrawn, lineageNotes }: ClaimSayerFragment): Entry[] {
  const speaker = partyWords(source);
  const says = polarity === 'AFFIRMS' ? 'as saying so' : 'as denying it';
  return [
    entry(recorded, `${speaker} attached, ${says}`),
    // The first was made by attaching it.
    ...lineageNotes.slice(1).map(note => entry(note.recorded, `Noted of ${speaker}: ${lineageWords(note)}`)),
    ...(withdrawn ? [entry(withdrawn.recorded, `${speaker} withdrawn`, withdrawn.reason)] : []),
  ];
}

/** How many notes on whose word they say so are not among the entries. */
export const notesLeftOut = (sayers: readonly ClaimSayerFragment[]): number =>
  sayers.reduce(
    (sum, { lineageNotes, lineageNotesCount }) => sum + lineageNotesCount - lineageNotes.length,
    0,
  );

type Note = ClaimSayerFragment['lineageNotes'][number];

function lineageWords({ lineage, relays, relaysCount }: Note): string {
  if (lineage === 'OWN') return 'it is its own word';
  if (lineage === 'UNRECORDED') return 'nobody knows on whose word it says so';
  const others = relays.map(({ source }) => partyWords(source));
  return others.length === 0
    ? 'it passes on others'
    : `it passes on ${others.join(', ')}${andMore(relays.length, relaysCount)}`;
}

const entry = ({ seq, at, by, way }: Recorded, what: string, reason: string | null = null): Entry => ({
  seq,
  at,
  by,
  way,
  what,
  reason,
});
