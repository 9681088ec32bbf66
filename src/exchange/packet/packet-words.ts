// The words of an evidence packet: what independence, contradictions and lineage are called on paper.
import type { Lineage } from '../../domain/attestation.js';
import type { ContradictionKind, Independence, View } from '../../domain/view.js';

export const INDEPENDENCE_WORDS: Readonly<Record<Independence, string>> = {
  NONE: 'no chain',
  SINGLE: 'one chain',
  DEPENDENT: 'dependent',
  NOT_ESTABLISHED: 'not established',
  ESTABLISHED: 'established',
};

export const CONTRADICTION_WORDS: Readonly<Record<ContradictionKind, string>> = {
  DENIAL: 'Denied by others',
  SELF_REVERSAL: 'Said and denied by one family',
  SAME_SLOT: 'More than there is room for',
  OPPOSITE: 'Opposites',
  UNDATED: 'Possibly at odds',
};

/** On whose word. @param relayed the numbers of those it relays, as far as the packet shows them. */
export function lineageWords(lineage: Lineage, relayed: readonly number[]): string {
  if (lineage === 'OWN') return 'on its own word';
  if (lineage === 'UNRECORDED') return 'nobody noted on whose word';
  return relayed.length === 0
    ? 'on the word of others'
    : `on the word of ${listed(relayed.map(n => `no. ${n}`))}`;
}

/** The view in words; empty where it is the usual one. */
export function viewWords(view: View): string[] {
  const { validAt, publishedBy, knownAt, knownAtSeq, minIndependent, statuses, includeWithdrawn } = view;
  return [
    ...(validAt === undefined ? [] : [`as true on ${validAt}`]),
    ...(publishedBy === undefined ? [] : [`as said in public by ${publishedBy}`]),
    ...(knownAt === undefined ? [] : [`as recorded by ${knownAt}`]),
    ...(knownAtSeq === undefined ? [] : [`as recorded by place ${knownAtSeq}`]),
    ...(minIndependent === undefined ? [] : [`with at least ${minIndependent} independent chains`]),
    ...(statuses === undefined ? [] : [`of status ${statuses.join(', ')}`]),
    ...(includeWithdrawn === true ? ['with what was withdrawn'] : []),
  ];
}

export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

/** `2014-11-18 12:00 UTC`, to the minute. */
export const minute = (at: string): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
