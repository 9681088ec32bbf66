// The API's words as people read them. Enumerations are listed here in the order in which they are shown.
import {
  CERTAINTY_WORDS as CERTAINTY,
  SOURCE_KIND_WORDS as SOURCE_KIND,
  STATUS_WORDS as STATUS,
} from '../../../domain/words.js';
import type {
  ContradictionKind,
  Credibility,
  EntityKind,
  Independence,
  Lineage,
  Polarity,
  QuoteAnchor,
  Reliability,
} from '../api/documents.js';

const keysOf = <K extends string>(words: Readonly<Record<K, string>>): readonly K[] =>
  Object.keys(words) as K[];

export { CERTAINTY, SOURCE_KIND, STATUS };

export const STATUSES = keysOf(STATUS);

export const KIND: Readonly<Record<EntityKind, string>> = {
  PERSON: 'person',
  ORGANIZATION: 'organisation',
  STATE: 'state',
  ROLE: 'role',
  PLACE: 'place',
  EVENT: 'event',
  TOPIC: 'topic',
};
export const KINDS = keysOf(KIND);

/** Of an entity that others refer to, and that no source has described yet. */
export const PROVISIONAL = 'known only by reference';

export const CERTAINTIES = keysOf(CERTAINTY);

export const INDEPENDENCE: Readonly<Record<Independence, string>> = {
  NONE: 'No origin',
  SINGLE: 'One chain',
  DEPENDENT: 'Dependent',
  NOT_ESTABLISHED: 'Independence not established',
  ESTABLISHED: 'Independent origins',
};

export const POLARITY: Readonly<Record<Polarity, string>> = { AFFIRMS: 'affirms', DENIES: 'denies' };

export const LINEAGE: Readonly<Record<Lineage, string>> = {
  OWN: 'own word',
  RELAYED: 'relayed',
  UNRECORDED: 'lineage not recorded',
};

export const ANCHOR: Readonly<Record<QuoteAnchor, string>> = {
  EXACT: 'quote found in place',
  MOVED: 'quote found elsewhere in the text',
  ORPHANED: 'quote no longer in the text',
  UNCHECKED: 'quote not checked',
};

export const CONTRADICTION: Readonly<Record<ContradictionKind, string>> = {
  DENIAL: 'Affirmed and denied',
  SELF_REVERSAL: 'One party says both',
  SAME_SLOT: 'Only one of them can hold',
  OPPOSITE: 'Opposites',
  UNDATED: 'Perhaps: a time is not known',
};

export const SOURCE_KINDS = keysOf(SOURCE_KIND);

export const CREDIBILITY: Readonly<Record<Credibility, string>> = {
  ONE: '1',
  TWO: '2',
  THREE: '3',
  FOUR: '4',
  FIVE: '5',
  SIX: '6',
};

/** `B · 2`: the grade of who says it and of what is said, where there is one. */
export const gradeText = (reliability: Reliability | null, credibility: Credibility | null): string | null =>
  [reliability, credibility && CREDIBILITY[credibility]].filter(Boolean).join(' · ') || null;

/** `1 claim`, `1,204 claims`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** ` and 12 more`, for the end of a line; empty where all are shown. */
export const andMore = (shown: number, all: number): string =>
  all > shown ? ` and ${(all - shown).toLocaleString('en')} more` : '';
