// Entities: what claims are about, and the spellings they go by.
import type { EntityId, SourceId } from './ids.js';

export const ENTITY_KINDS = ['PERSON', 'ORGANIZATION', 'STATE', 'ROLE', 'PLACE', 'EVENT', 'TOPIC'] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

export const NAME_KINDS = ['PRIMARY', 'ALIAS', 'TRANSLITERATION', 'FORMER', 'ACRONYM'] as const;
export type NameKind = (typeof NAME_KINDS)[number];

/** A spelling of an entity. */
export interface Name {
  readonly text: string;
  /** BCP 47 tag, e.g. `ko`. */
  readonly language?: string;
  /** ISO 15924 code, e.g. `Hang`; worked out from the text where nobody gave it. */
  readonly script?: string;
  readonly kind: NameKind;
  /** The source it was met in. */
  readonly source?: SourceId;
}

export interface Entity {
  readonly id: EntityId;
  readonly kind: EntityKind;
  /** The primary name, as it is shown. */
  readonly label: string;
  readonly description?: string;
  /** Its pages in Wikidata and elsewhere, as http(s) addresses. */
  readonly sameAs: readonly string[];
  /** Known only by reference: label and kind stand in until someone describes it. Left out where it is not so. */
  readonly provisional?: true;
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Hang', /\p{Script=Hangul}/u],
  ['Hani', /\p{Script=Han}/u],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['Cyrl', /\p{Script=Cyrillic}/u],
  ['Arab', /\p{Script=Arabic}/u],
  ['Grek', /\p{Script=Greek}/u],
  ['Hebr', /\p{Script=Hebrew}/u],
  ['Latn', /\p{Script=Latin}/u],
];

/** The ISO 15924 code of the first known script that occurs in a text, or undefined. */
export const scriptOf = (text: string): string | undefined =>
  SCRIPTS.find(([, letters]) => letters.test(text))?.[0];
