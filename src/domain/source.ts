// Sources: one thing a party put out. The same address or the same content is the same source.
import { contentId, type EntityId, type Json, type SourceId } from './ids.js';

export const SOURCE_KINDS = [
  'ARTICLE',
  'WIRE',
  'STATEMENT',
  'BROADCAST',
  'REPORT',
  'POST',
  'DATASET',
  'DOCUMENT',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
/** How a party is graded as a source: A reliable … E unreliable, F cannot be judged (which is no low grade). */
export type Reliability = (typeof RELIABILITIES)[number];

export interface SourceDescription {
  readonly kind: SourceKind;
  readonly title?: string;
  /** http or https, normalised. */
  readonly url?: string;
  /** EDTF. */
  readonly publishedAt?: string;
  /** Who speaks or publishes; absent where unnamed. */
  readonly party?: EntityId;
  /** How an unnamed party was described. */
  readonly partyDescribedAs?: string;
  /** Name of the file that holds its text, in the folder the server is given with `--texts`. The text itself is not kept. */
  readonly textFile?: string;
}

export interface Source extends SourceDescription {
  readonly id: SourceId;
}

/** Ids by the descriptions they are made of, which never change: whoever imports describes one source again and again. */
const ids = new WeakMap<SourceDescription, SourceId>();

/** An address makes the id where there is one, else all that describes the source. */
export function sourceId(source: SourceDescription): SourceId {
  const known = ids.get(source);
  if (known !== undefined) return known;
  const id = contentId('source', source.url === undefined ? contentKey(source) : { url: source.url });
  ids.set(source, id);
  return id;
}

/** Whether it has an address, or had one that is redacted by now, which shows by the id. */
export const hadAddress = (source: Source): boolean =>
  source.url !== undefined || sourceId(source) !== source.id;

/** What counts as the same content of a source, apart from its address. */
export const contentKey = ({
  kind,
  title,
  publishedAt,
  party,
  partyDescribedAs,
}: SourceDescription): Json => ({
  kind,
  title,
  publishedAt,
  party,
  partyDescribedAs,
});
