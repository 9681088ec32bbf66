// How reliable a party is as a source, in words.
import type { Reliability } from '../api/documents.js';

export const RELIABILITY: Readonly<Record<Reliability, string>> = {
  A: 'reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
};

/** From the best; F is no low grade and stands apart. */
export const RELIABILITIES = Object.keys(RELIABILITY) as readonly Reliability[];

/** `B: usually reliable`. */
export const reliabilityWords = (grade: Reliability | null): string =>
  grade === null ? 'not graded' : `${grade}: ${RELIABILITY[grade]}`;

const ACTORS: readonly string[] = ['PERSON', 'ORGANIZATION', 'STATE'];

/** Whether it may speak or publish. */
export const isActor = ({ kind }: { readonly kind: string }): boolean => ACTORS.includes(kind);
