// Whom a source passes on, who passes it on, and whose word two sources share.
import type { SourceLineFragment } from '../api/documents.js';
import { partyWords } from '../words/source-words.js';

/** As much of an attestation as says whose word it is. */
export interface Relaying {
  readonly relays?: readonly { readonly source: SourceLineFragment }[];
  readonly relaysCount?: number;
  readonly relayedBy?: readonly { readonly source: SourceLineFragment }[];
  readonly relayedByCount?: number;
}

/** So many of those that one attestation passes on, or that pass it on, are asked for. */
export const LOOKED_AT = 20;

/** Whether some pass on more, or are passed on by more, than were asked for. */
export const isCut = (sayings: readonly Relaying[]): boolean =>
  sayings.some(
    ({ relays = [], relaysCount = 0, relayedBy = [], relayedByCount = 0 }) =>
      relays.length < relaysCount || relayedBy.length < relayedByCount,
  );

export interface Counted {
  readonly source: SourceLineFragment;
  /** How many times; once for each claim. */
  readonly count: number;
}

/** The most often first, equals as they first come. */
export function countedSources(
  sayings: readonly Relaying[],
  which: 'relays' | 'relayedBy',
): readonly Counted[] {
  const counts = new Map<string, { source: SourceLineFragment; count: number }>();
  for (const { source } of sayings.flatMap(saying => saying[which] ?? [])) {
    const known = counts.get(source.id) ?? { source, count: 0 };
    known.count += 1;
    counts.set(source.id, known);
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

export interface Shared {
  /** The party; for an unnamed one, how it is described. */
  readonly name: string;
  /** Null where unnamed. */
  readonly party: SourceLineFragment['party'];
  readonly a: number;
  readonly b: number;
}

/** Parties whose word both pass on. An unnamed one is shared where both pass on the same source of it. */
export function sharedOrigins(a: readonly Relaying[], b: readonly Relaying[]): readonly Shared[] {
  const [ofA, ofB] = [byParty(a), byParty(b)];
  return [...ofA].flatMap(([key, { source, count }]) => {
    const other = ofB.get(key);
    if (!other) return [];
    const name = partyWords(source);
    return [{ name, party: source.party, a: count, b: other.count }];
  });
}

function byParty(sayings: readonly Relaying[]): ReadonlyMap<string, Counted> {
  const parties = new Map<string, Counted>();
  for (const { source, count } of countedSources(sayings, 'relays')) {
    const key = source.party?.id ?? source.id;
    const before = parties.get(key)?.count ?? 0;
    parties.set(key, { source, count: before + count });
  }
  return parties;
}
